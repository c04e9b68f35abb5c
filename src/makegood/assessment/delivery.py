"""Promised against delivered, with the statement that each figure rests on (R4, R15)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from makegood.assessment.calendar import sort_key
from makegood.assessment.evidence import same_unit, why_not
from makegood.assessment.sourced import Sourced
from makegood.model.pledge import Pledge
from makegood.model.statement import ProgressStatement, What
from makegood.model.values import PartialDate, Quantity

DELIVERS: dict[Literal["amount", "jobs"], frozenset[What]] = {
    "amount": frozenset({"spent", "complete", "audit"}),
    "jobs": frozenset({"hired", "opened", "complete", "audit"}),
}
"""What counts as delivery of money and of jobs. A contract, a permit or a ceremony does not (R4)."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One promised quantity and the count of it that stands.

    Reports may each give the sum so far, so they are never added up. Of money the largest stands; of jobs the
    latest audit, for jobs go again (R15), else the largest. `share` is delivered / promised with the promise's
    high end below it, None where nothing can be divided. `weak`: no page but a weak one counts it (R20).
    """

    field: Literal["amount", "jobs"]
    promised: Quantity | None
    delivered: Quantity | None
    source: Sourced | None
    share: float | None
    weak: bool = False


def deliveries(pledge: Pledge, progress: Sequence[Sourced]) -> tuple[Delivery, ...]:
    """Money and jobs, each where it was promised or reported delivered."""
    rows = (_delivery("amount", pledge, progress), _delivery("jobs", pledge, progress))
    return tuple(row for row in rows if row.promised is not None or row.delivered is not None)


def _delivery(field: Literal["amount", "jobs"], pledge: Pledge, progress: Sequence[Sourced]) -> Delivery:
    promised = pledge.amount if field == "amount" else pledge.jobs
    found = [(value, source) for source in progress if (value := reported(field, source)) is not None]
    reports = [pair for pair in found if why_not(pair[1]) is None] or found
    audits = [pair for pair in reports if field == "jobs" and _is_audit(pair[1])]
    best = (
        max(audits, key=lambda pair: (sort_key(_when(pair[1])), _size(pair[0])))
        if audits
        else max(reports, key=lambda pair: (_size(pair[0]), sort_key(_when(pair[1]))), default=None)
    )
    if best is None:
        return Delivery(field, promised, None, None, None)
    weak = why_not(best[1]) is not None
    return Delivery(field, promised, *best, None if weak else _share(promised, best[0]), weak)


def reported(field: Literal["amount", "jobs"], source: Sourced) -> Quantity | None:
    """What a statement counts as delivered; None where it counts nothing, or what it tells delivers nothing (R4)."""
    statement = source.statement
    if not isinstance(statement, ProgressStatement) or statement.certainty != "asserted":
        return None
    if statement.what not in DELIVERS[field]:
        return None
    return statement.amount if field == "amount" else statement.jobs


def _is_audit(source: Sourced) -> bool:
    return isinstance(source.statement, ProgressStatement) and source.statement.what == "audit"


def _when(source: Sourced) -> PartialDate | None:
    statement = source.statement
    return statement.date if isinstance(statement, ProgressStatement) else None


def _size(value: Quantity) -> float:
    return value.low if value.low is not None else 0


def _share(promised: Quantity | None, delivered: Quantity) -> float | None:
    top = None if promised is None else promised.high if promised.high is not None else promised.low
    return _size(delivered) / top if top and same_unit(promised, delivered) else None
