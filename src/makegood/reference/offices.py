"""Terms of office of heads of state and government: they date a text that names them by their office.

Rows of offices.csv are facts of public record, from inauguration to leaving; an open end is in office still.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Term:
    """`role` in lower case ('president-elect'); `until` None while in office."""

    surname: str
    given: str
    country: str
    role: str
    since: date
    until: date | None


@cache
def terms() -> tuple[Term, ...]:
    """All terms of the table."""
    text = (files(__package__) / "offices.csv").read_text(encoding="utf-8")
    return tuple(
        Term(
            surname=row["surname"],
            given=row["given"],
            country=row["country"],
            role=row["role"],
            since=date.fromisoformat(row["from"]),
            until=date.fromisoformat(row["to"]) if row["to"] else None,
        )
        for row in csv.DictReader(text.splitlines())
    )
