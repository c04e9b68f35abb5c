"""Partial dates as intervals of days: a date is never made more precise than its source (R18)."""

import calendar
import re
from datetime import date, timedelta
from decimal import Decimal

from makegood.model.values import PartialDate

_PARTS = {
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
    "SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14),
}  # fmt: skip
"""First and last month of a part of the year; winter runs into the next year's February (months 13 and 14)."""
_DECADE = re.compile(r"^(?P<three>\d{3})(?:s|\ds)?$")


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def interval(iso: str) -> tuple[date, date] | None:
    """First and last day that a partial ISO date may mean; None where the calendar has no such day."""
    decade = _DECADE.match(iso)
    try:
        if decade is not None:
            year = int(decade["three"]) * 10
            return date(year, 1, 1), date(year + 9, 12, 31)
        head, _, rest = iso.partition("-")
        year = int(head)
        if not rest:
            return date(year, 1, 1), date(year, 12, 31)
        if rest in _PARTS:
            first, last = _PARTS[rest]
            return date(year, first, 1), _last_day(year + (last > 12), (last - 1) % 12 + 1)
        if "-" in rest:
            day = date.fromisoformat(iso)
            return day, day
        return date(year, int(rest), 1), _last_day(year, int(rest))
    except ValueError:
        return None


def sort_key(when: PartialDate | None) -> tuple[date, date]:
    """A key that orders partial dates by first, then last day; unknown dates come last."""
    span = interval(when.date) if when is not None else None
    return span if span is not None else (date.max, date.max)


def later(when: PartialDate, years: Decimal) -> PartialDate | None:
    """The date `years` after `when`, at the same precision (a day counts months only) and inferred.

    Returns None when the sum leaves the calendar.
    """
    span = interval(when.date)
    if span is None:
        return None
    months = span[0].year * 12 + span[0].month - 1 + int(years * 12)
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        return None
    if when.precision in ("day", "month"):
        return PartialDate(date=f"{year:04d}-{month + 1:02d}", precision="month", basis="inferred")
    return PartialDate(date=f"{year:04d}", precision="year", basis="inferred")


def days_between(first: PartialDate, second: PartialDate) -> int:
    """Days from the start of one partial date to the start of the other; 0 when either is unknown."""
    one, two = interval(first.date), interval(second.date)
    if one is None or two is None:
        return 0
    return (two[0] - one[0]) // timedelta(days=1)
