"""Peers on the same exams, in an environment of their own: `python -m evals.peers` makes it and stores figures.json.

Nothing of them is ever installed beside Makegood, and no test runs them.
"""
