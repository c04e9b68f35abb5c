"""Statements to actors and pledges; pure functions, the same whatever the order of what comes in."""

from makegood.resolution.resolve import Resolution, resolve

__all__ = ["Resolution", "resolve"]
