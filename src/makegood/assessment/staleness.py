"""Silence as a finding: clocks that run since the last evidence (R17). What they find is inferred, never a fact."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from makegood.model.statement import Stage

Inferred = Literal["stalled", "presumed_cancelled"]
Since = Literal["milestone", "evidence"]


@dataclass(frozen=True, slots=True)
class Clock:
    """After so many months without news since `since`, a pledge is inferred to be `finds`."""

    since: Since
    months: int
    finds: Inferred
    why: str


CLOCKS: tuple[Clock, ...] = (
    Clock("evidence", 48, "presumed_cancelled", "nothing was heard of it for 48 months"),
    Clock("evidence", 24, "stalled", "nothing was heard of it for 24 months"),
    Clock("milestone", 12, "stalled", "its term ended 12 months ago or more, and nothing was heard since"),
)
"""The first that has run out counts (Global Energy Monitor's method)."""

SETTLED: frozenset[Stage] = frozenset({"delivered", "cancelled", "denied", "superseded"})
"""Stages at which no clock runs."""


@dataclass(frozen=True, slots=True)
class Silence:
    """An inference: what it finds, why, and the day since which nothing was heard. A person may overrule it."""

    finds: Inferred
    why: str
    since: date


def silence(stage: Stage, heard: Sequence[date], milestone: date | None, as_of: date) -> Silence | None:
    """What the clocks find on the day `as_of`; None where none has run out.

    Args:
        heard: days of all evidence, a vague date's last one; later days than `as_of` are passed over.
        milestone: the last day of the promised term, if one is stated.
    """
    known = [day for day in heard if day <= as_of]
    if not known or stage in SETTLED:
        return None
    last = max(known)
    starts: dict[Since, date | None] = {"evidence": last, "milestone": milestone if _unheard(milestone, last) else None}
    for clock in CLOCKS:
        start = starts[clock.since]
        if start is not None and months_after(start, clock.months) <= as_of and not _known(stage, clock.finds):
            return Silence(clock.finds, clock.why, last)
    return None


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _unheard(milestone: date | None, last: date) -> bool:
    return milestone is not None and last <= milestone


def _known(stage: Stage, finds: Inferred) -> bool:
    """Whether evidence says already what the clock would infer."""
    return finds == "stalled" and stage in ("stalled", "suspended")
