"""Makegood: who promised what, and did they make good?"""

__version__ = "0.1.0"
