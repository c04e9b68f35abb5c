"""What a pledge leaves unsaid: silence is a finding, and is published as one (R1, R7)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from makegood.assessment.sourced import Sourced
from makegood.model.pledge import Pledge
from makegood.model.statement import Missing, PledgeStatement

VALUES: tuple[tuple[Missing, Callable[[Pledge], object]], ...] = (
    ("amount", lambda pledge: pledge.amount),
    ("horizon", lambda pledge: pledge.horizon),
    ("jobs", lambda pledge: pledge.jobs),
    ("place", lambda pledge: pledge.place or pledge.countries),
)
"""Gaps that the pledge's own fields decide, whatever a single document leaves out."""
READ: tuple[Missing, ...] = ("project", "financing", "schedule")
"""Gaps that have no field: open while every statement of the pledge leaves them out."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing not stated; `said_by` are statements whose text says itself that it is open."""

    field: Missing
    said_by: tuple[Sourced, ...] = ()


def gaps(pledge: Pledge, statements: Sequence[Sourced]) -> tuple[Gap, ...]:
    """What neither the pledge nor any of its statements says, in a fixed order."""
    missing = [field for field, value in VALUES if not value(pledge)]
    missing += [field for field in READ if field in pledge.not_stated]
    told = [s for s in statements if isinstance(s.statement, PledgeStatement)]
    return tuple(Gap(field, tuple(s for s in told if _admits(s, field))) for field in missing)


def _admits(sourced: Sourced, field: Missing) -> bool:
    statement = sourced.statement
    return (
        isinstance(statement, PledgeStatement) and field in statement.not_stated and "not_stated" in statement.evidence
    )
