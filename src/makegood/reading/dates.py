"""Dates at the precision that the text gives them (R18), with deadlines marked."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from makegood.model.mention import DateMention, PeriodMention
from makegood.reading.calendar import Anchor, Found
from makegood.reading.deadlines import frame
from makegood.reading.month_dates import month_dates
from makegood.reading.numbers import Numeral, find_numerals
from makegood.reading.periods import find_periods
from makegood.reading.relative_dates import relative_dates
from makegood.reading.year_dates import year_dates


def find_dates(
    text: str,
    published: str | None,
    numerals: Sequence[Numeral] | None = None,
    periods: Sequence[PeriodMention] | None = None,
) -> list[DateMention]:
    """All dates in `text`, in order, not overlapping; the ends of a period are not told again.

    Relative dates and dates without a year are resolved against `published` (ISO date, full or partial)
    and left out without it. `numerals` and `periods` are those of `text`, where already found.
    """
    anchor = Anchor.of(published)
    numerals = find_numerals(text) if numerals is None else numerals
    periods = find_periods(text) if periods is None else periods
    found = [*month_dates(text, anchor), *year_dates(text)]
    if anchor:
        found += relative_dates(text, numerals, anchor)
    return [_framed(text, date) for date in _longest(found, [(p.start, p.end) for p in periods])]


def _longest(found: Iterable[Found], taken: Sequence[tuple[int, int]]) -> list[Found]:
    """Of dates that overlap the longest, the first of equals; none inside `taken`."""
    spans = sorted(taken)
    kept: list[Found] = []
    for date in sorted(found, key=lambda d: (d.start, -d.end)):
        if kept and date.start < kept[-1].end:
            if date.end - date.start > kept[-1].end - kept[-1].start:
                kept[-1] = date
            continue
        kept.append(date)
    return [date for date in kept if not _within(date, spans)]


def _within(date: Found, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the date overlaps one of the ordered, disjoint `spans`."""
    place = bisect_left(spans, (date.end, 0))
    return place > 0 and date.start < spans[place - 1][1]


def _framed(text: str, found: Found) -> DateMention:
    start, by = frame(text, found.start)
    return DateMention(start, found.end, found.date, found.precision, found.basis, found.timex, by)
