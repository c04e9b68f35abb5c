"""The command line: one module a command group, standard output for data, standard error for people."""

from makegood.cli.app import main

__all__ = ["main"]
