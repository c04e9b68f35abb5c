"""What happened when: dated moments around a pledge, each with its precision and its basis (R18)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from makegood.assessment.calendar import interval, later, sort_key
from makegood.assessment.sourced import Sourced
from makegood.model.pledge import Pledge
from makegood.model.statement import (
    FigureStatement,
    MeasureStatement,
    MeetingStatement,
    PledgeStatement,
    ProgressStatement,
    Statement,
)
from makegood.model.values import PartialDate

Lane = Literal["promise", "other_promise", "meeting", "measure", "progress", "background", "deadline"]
_ORDER: tuple[Lane, ...] = (
    "background", "other_promise", "meeting", "promise", "measure", "progress", "deadline",
)  # fmt: skip
"""Which comes first on one date."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One dated thing. `reported` marks a date that is only the document's: the thing itself is undated.

    `source` is None for a deadline that is our own sum (announcement plus the stated years).
    """

    when: PartialDate
    lane: Lane
    source: Sourced | None
    reported: bool = False
    pledge: str | None = None


def stated_date(statement: Statement) -> PartialDate | None:
    """The date that the statement gives to what it tells."""
    match statement:
        case PledgeStatement():
            return statement.announced
        case MeetingStatement() | ProgressStatement():
            return statement.date
        case MeasureStatement():
            return statement.effective
        case FigureStatement():
            return statement.as_of
        case _:
            return None


def moment(sourced: Sourced, lane: Lane, pledge: str | None = None) -> Moment | None:
    """The statement as a moment: at its own date, else at its document's; None where neither is known.

    What a text says did not happen is no moment.
    """
    if sourced.statement.certainty == "negated":
        return None
    when = stated_date(sourced.statement)
    if when is not None and interval(when.date) is not None:
        return Moment(when, lane, sourced, pledge=pledge)
    published = sourced.document.published
    if published is None or interval(published.date) is None or lane == "background":
        return None
    return Moment(published, lane, sourced, reported=True, pledge=pledge)


def deadline(pledge: Pledge, statements: Sequence[Sourced]) -> Moment | None:
    """When the promise falls due: as stated, or announcement plus stated years (then inferred, R7)."""
    horizon = pledge.horizon
    if horizon is None:
        return None
    source = next((s for s in statements if s.id == pledge.leads.get("horizon")), None)
    if horizon.end is not None and interval(horizon.end) is not None:
        return Moment(PartialDate(date=horizon.end, precision=_precision(horizon.end)), "deadline", source)
    start = pledge.announced
    if horizon.start is not None and interval(horizon.start) is not None:
        start = PartialDate(date=horizon.start, precision=_precision(horizon.start))
    due = later(start, Decimal(str(horizon.years))) if start is not None and horizon.years is not None else None
    return Moment(due, "deadline", None) if due is not None else None


def _precision(iso: str) -> Literal["day", "month", "quarter", "half", "season", "year", "decade"]:
    head, _, rest = iso.partition("-")
    if not rest:
        return "year" if len(head) == 4 else "decade"
    if rest[0] in "QH":
        return "quarter" if rest[0] == "Q" else "half"
    return "season" if rest.isalpha() else "day" if "-" in rest else "month"


def ordered(moments: Iterable[Moment | None]) -> tuple[Moment, ...]:
    """Moments by date, each told thing once: what falls on one date in one lane by one statement."""
    known = {(m.when.date, m.lane, m.source.id if m.source else "", m.pledge): m for m in moments if m is not None}
    return tuple(sorted(known.values(), key=_place))


def _place(moment: Moment) -> tuple[object, ...]:
    order = _ORDER.index(moment.lane)
    return sort_key(moment.when), moment.reported, order, moment.source.start if moment.source else 0
