"""What stands around a pledge: meetings, measures, figures, ties and outlooks that bear on it.

From the pledge's own documents everything bears on it; from others only what names the promising side,
or a measure between its country and the recipient's. The counterparty alone is no reason: a head of
state meets everybody.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from makegood.assessment.calendar import sort_key
from makegood.assessment.names import key, keys
from makegood.assessment.sourced import Sourced
from makegood.model.statement import (
    FigureStatement,
    MeasureStatement,
    MeetingStatement,
    OutlookStatement,
    Statement,
    TieStatement,
)

NEAREST = 12
"""So many of a kind are shown; the rest is counted, never dropped in silence."""
KINDS = ("meeting", "measure", "figure", "tie", "outlook")


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that one or more documents tell in the same terms; the first is the one to quote."""

    sources: tuple[Sourced, ...]

    @property
    def lead(self) -> Sourced:
        """The earliest source."""
        return self.sources[0]


@dataclass(frozen=True, slots=True)
class Sides:
    """Whom a pledge is between: keys of names on the promising and receiving side, and country codes."""

    promising: frozenset[str]
    receiving: frozenset[str]
    homes: frozenset[str]
    recipients: frozenset[str]
    documents: dict[str, int] = field(default_factory=dict)


def people(statement: Statement) -> frozenset[str]:
    """Keys of the names that the statement is about."""
    match statement:
        case MeetingStatement():
            return keys(p.name for p in statement.participants)
        case FigureStatement():
            return keys([statement.subject])
        case TieStatement():
            return keys([statement.subject, statement.object])
        case OutlookStatement():
            return keys([statement.holder])
        case _:
            return frozenset()


def _between(statement: Statement, sides: Sides) -> bool:
    """Whether it is a measure of one side's country on the other's."""
    if not isinstance(statement, MeasureStatement):
        return False
    imposer, targets = {statement.imposer}, set(statement.target)
    return bool(
        (imposer & sides.recipients and targets & sides.homes) or (imposer & sides.homes and targets & sides.recipients)
    )


def _distance(sourced: Sourced, sides: Sides) -> tuple[int, int]:
    """(0 promising side named, 1 receiving side, 2 neither; code points from the pledge, the most elsewhere)."""
    names = people(sourced.statement)
    anchor = sides.documents.get(sourced.document.id)
    near = abs(sourced.start - anchor) if anchor is not None else sys.maxsize
    if names & sides.promising or _between(sourced.statement, sides):
        return 0, near
    return (1, near) if names & sides.receiving else (2, near)


def _bears_on(sourced: Sourced, sides: Sides) -> bool:
    if sourced.document.id in sides.documents:
        return True
    return bool(people(sourced.statement) & sides.promising) or _between(sourced.statement, sides)


def _what_is_told(statement: Statement) -> tuple[object, ...]:
    """What must be equal for two documents to tell the same thing."""
    match statement:
        case MeetingStatement():
            return people(statement), statement.outcome, key(statement.place or "")
        case MeasureStatement():
            rate = (statement.rate.low, statement.rate.high) if statement.rate else None
            target, products = frozenset(statement.target), key(statement.products or "")
            return statement.type, statement.imposer, target, rate, products, statement.status, statement.certainty
        case FigureStatement():
            value = statement.value
            return key(statement.subject), key(statement.metric), value and (value.low, value.high, value.unit)
        case TieStatement():
            return key(statement.subject), statement.relation, key(statement.object)
        case _:
            return (statement.id,)


def _merge(found: Iterable[Sourced]) -> list[Told]:
    groups: dict[tuple[object, ...], list[Sourced]] = {}
    for sourced in found:
        groups.setdefault(_what_is_told(sourced.statement), []).append(sourced)
    return [Told(tuple(sorted(group, key=_by_publication))) for group in groups.values()]


def _by_publication(sourced: Sourced) -> tuple[tuple[date, date], str]:
    return sort_key(sourced.document.published), sourced.id


def around(statements: Sequence[Sourced], sides: Sides) -> tuple[dict[str, tuple[Told, ...]], dict[str, int]]:
    """The nearest of each kind, in the order of the text, and how many more of it there are."""
    shown: dict[str, tuple[Told, ...]] = {}
    more: dict[str, int] = {}
    for kind in KINDS:
        told = _merge(s for s in statements if s.statement.kind == kind and _bears_on(s, sides))
        told.sort(key=lambda t: min(_distance(s, sides) for s in t.sources))
        shown[kind] = tuple(told[:NEAREST])
        more[kind] = len(told) - len(shown[kind])
    return shown, more
