"""Promised and delivered over time: each change of the promise and each count of what came (R5, R15)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from makegood.assessment.calendar import interval, sort_key
from makegood.assessment.delivery import reported
from makegood.assessment.evidence import same_unit
from makegood.assessment.sourced import Sourced
from makegood.assessment.standing import dated
from makegood.model.pledge import Pledge
from makegood.model.statement import PledgeStatement
from makegood.model.values import PartialDate, Quantity

Field = Literal["amount", "jobs"]


@dataclass(frozen=True, slots=True)
class Count:
    """A quantity at a date, with the statement that tells it."""

    when: PartialDate
    value: Quantity
    source: Sourced


@dataclass(frozen=True, slots=True)
class Course:
    """One quantity: what was promised, the first and then each other figure, and what was counted as delivered.

    Counts are not added up: each may give the sum so far. Only those in the promise's unit are here.
    """

    field: Field
    promised: tuple[Count, ...]
    delivered: tuple[Count, ...]


def courses(pledge: Pledge, own: Sequence[Sourced], progress: Sequence[Sourced]) -> tuple[Course, ...]:
    """Money and jobs, each where it was promised and counted at least once."""
    found = (_course("amount", pledge.amount, own, progress), _course("jobs", pledge.jobs, own, progress))
    return tuple(course for course in found if course is not None and course.promised and course.delivered)


def _course(
    field: Field, promise: Quantity | None, own: Sequence[Sourced], progress: Sequence[Sourced]
) -> Course | None:
    if promise is None:
        return None
    told = _counts(own, lambda source: _promised(field, source), promise)
    changes = [count for n, count in enumerate(told) if n == 0 or _ends(count) != _ends(told[n - 1])]
    return Course(field, tuple(changes), tuple(_counts(progress, lambda source: reported(field, source), promise)))


def _counts(
    sources: Sequence[Sourced], quantity: Callable[[Sourced], Quantity | None], promise: Quantity
) -> list[Count]:
    """Dated quantities in the unit of the promise, by date."""
    found = [
        Count(when, value, source)
        for source in sources
        if (value := quantity(source)) is not None and (when := dated(source)) is not None
        if same_unit(value, promise) and interval(when.date) is not None
    ]
    return sorted(found, key=lambda count: (sort_key(count.when), count.source.id))


def _promised(field: Field, source: Sourced) -> Quantity | None:
    statement = source.statement
    if not isinstance(statement, PledgeStatement):
        return None
    return statement.amount if field == "amount" else statement.jobs


def _ends(count: Count) -> tuple[float | None, float | None]:
    return count.value.low, count.value.high
