"""Shares and rates: '25 percent', '10-15%', 'two percentage points', '50 basis points'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from makegood.model.mention import PercentMention
from makegood.reading.gaps import JOIN
from makegood.reading.numbers import Numeral, find_numerals
from makegood.reading.ranges import Measure, bounded_measures

_UNIT = re.compile(
    rf"{JOIN}?(?:(?P<points>(?:percentage|percent|per{JOIN}cent|%){JOIN}points?\b|pp\b|ppts?\b)"
    rf"|(?P<basis>(?:basis{JOIN}points?|bps?)\b)"
    rf"|(?P<percent>[%％](?!\w)|percent\b|per{JOIN}cent\b|pct\b))",
    re.I,
)
_MINUS = re.compile(r"(?:\A|(?<=[\s(]))[-−–]\Z")


def find_percents(text: str, numerals: Sequence[Numeral] | None = None) -> list[PercentMention]:
    """All percentages in `text`, in order; 25 means 25 %. Points and basis points are marked, in points."""
    numerals = find_numerals(text) if numerals is None else numerals
    return [
        PercentMention(frame.start, frame.end, *measure.ends(frame.bound), frame.bound, measure.unit == "points")
        for measure, frame in bounded_measures(text, list(_measures(text, numerals)))
    ]


def _measures(text: str, numerals: Sequence[Numeral]) -> Iterator[Measure]:
    for numeral in numerals:
        start, value = numeral.start, numeral.value
        unit = _UNIT.match(text, numeral.end)
        marked = bool(unit) and not (numeral.glued and text[start - 1].isalpha())
        if marked and _MINUS.search(text, max(0, start - 2), start):
            start, value = start - 1, -value
        measure = Measure(start, numeral.end, value, numeral.scale, marked, core=start)
        if unit and marked:
            points = "percent" if unit["percent"] else "points"
            scale = Decimal("0.01") if unit["basis"] else Decimal(1)
            measure = replace(measure, end=unit.end(), value=value * scale, unit=points)
        yield measure
