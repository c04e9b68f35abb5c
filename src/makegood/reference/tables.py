"""Package data as plain values, read once on first use."""

import csv
import tomllib
from functools import cache
from importlib.resources import files


@cache
def toml(name: str) -> dict[str, object]:
    """`<name>.toml` beside this module."""
    return tomllib.loads(_text(f"{name}.toml"))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `<name>.csv` beside this module, by column."""
    return tuple(csv.DictReader(_text(f"{name}.csv").splitlines()))


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, separated by semicolons."""
    return tuple(value for value in cell.split(";") if value)


def _text(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")
