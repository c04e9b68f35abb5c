"""A statement with what resolution needs of its document."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Generic, TypeVar, cast

from makegood.model.document import Document
from makegood.model.statement import Statement
from makegood.model.values import PartialDate

S = TypeVar("S", bound=Statement, covariant=True)
K = TypeVar("K", bound=Statement)

_FIRST = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "WI": 1, "SP": 3, "SU": 6, "FA": 9}


@dataclass(frozen=True, slots=True)
class Told(Generic[S]):
    """Who said it where and when; `published` is None for an undated document."""

    statement: S
    document_id: str
    published: PartialDate | None
    publisher: str | None
    ref: str

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @property
    def order(self) -> tuple[str, str]:
        """By publication, undated last, then by id: the one order that all of resolution uses."""
        return (self.published.date if self.published else "9999", self.id)


def told_by(document: Document, statement: Statement) -> Told[Statement]:
    """The statement as told by `document`."""
    return Told(statement, document.id, document.published, document.publisher, document.ref)


def of_kind(told: Iterable[Told[Statement]], kind: type[K]) -> list[Told[K]]:
    """Those that tell a statement of this kind, in their order."""
    return [cast(Told[K], one) for one in told if isinstance(one.statement, kind)]


@lru_cache(maxsize=20_000)
def first_day(when: PartialDate | None) -> date | None:
    """The first day of a partial date; None for none and for a day that is in no calendar."""
    if when is None:
        return None
    year, _, rest = when.date.removesuffix("s").partition("-")
    month, _, day = rest.partition("-")
    try:
        return date(int(year), _FIRST.get(month, int(month) if month.isdigit() else 1), int(day or 1))
    except ValueError:
        return None
