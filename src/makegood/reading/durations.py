"""Lengths of time: 'four years', 'four-year', '18 months', 'the next decade', 'a year and a half'."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from makegood.model.mention import DurationMention
from makegood.reading.gaps import JOIN
from makegood.reading.numbers import Numeral, find_numerals
from makegood.reading.ranges import Measure, joined
from makegood.reading.word_scan import WordScan

_UNITS = {
    "year": ("Y", Decimal(1)),
    "yr": ("Y", Decimal(1)),
    "month": ("M", Decimal(12)),
    "week": ("W", Decimal(52)),
    "day": ("D", Decimal(365)),
    "quarter": ("Q", Decimal(4)),
    "decade": ("Y", Decimal("0.1")),
    "century": ("Y", Decimal("0.01")),
}
"""Letter in TIMEX3, and how many make a year."""

_UNIT = re.compile(
    rf"{JOIN}(?:(?:calendar|fiscal|business|working|consecutive|full|long|more|additional|straight|whole|solid){JOIN})?"
    rf"(?P<unit>years?|yrs?|months?|weeks?|days?|decades?|centur(?:y|ies)|quarters)\b"
    rf"(?P<half>{JOIN}and{JOIN}a{JOIN}half\b)?",
    re.I,
)
_OTHER = re.compile(
    rf"(?:['’]s?)?{JOIN}?(?:old\b|olds\b|ago\b|earlier\b|later\b|before\b|older\b|younger\b|of{JOIN}age\b|prior\b|into\b)",
    re.I,
)
# 'over the next' year, 'within a' year, 'the coming' decade; the span begins at the article
_AHEAD_BEFORE = re.compile(
    rf"\b(?:over|in|within|for|during|across|under){JOIN}"
    rf"(?:course{JOIN}of{JOIN})?(?P<span>(?:the|a){JOIN}(?:next|coming|following)|an?){JOIN}\Z"
    rf"|\b(?P<the>the{JOIN}(?:next|coming)){JOIN}\Z",
    re.I,
)
_SHARE_BEFORE = re.compile(rf"\b(?P<share>half{JOIN}an?|a{JOIN}half|a{JOIN}quarter|an?){JOIN}\Z", re.I)
_HALF_BEHIND = re.compile(rf"{JOIN}and{JOIN}a{JOIN}half\b", re.I)


def find_durations(text: str, numerals: Sequence[Numeral] | None = None) -> list[DurationMention]:
    """All lengths of time in `text`, in order; hours and shorter are none, ages ('50-year-old') neither.

    A range ('three to five years') is read as its upper end. TIMEX3 keeps the unit: P18M is 1.5 years.
    """
    numerals = find_numerals(text) if numerals is None else numerals
    found = [*_counted(text, numerals), *_uncounted(text)]
    mentions: list[DurationMention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not mentions or mention.start >= mentions[-1].end:
            mentions.append(mention)
    return mentions


def _counted(text: str, numerals: Sequence[Numeral]) -> Iterator[DurationMention]:
    """Numbers with a unit of time behind them; two joined by 'to' or a dash make one."""
    before: Measure | None = None
    for numeral in numerals:
        if numeral.glued and text[numeral.start - 1].isalpha():
            before = None
            continue
        unit = _UNIT.match(text, numeral.end)
        end = unit.end() if unit else numeral.end
        name = _singular(unit["unit"]) if unit else None
        measure = Measure(
            numeral.start, end, numeral.value, numeral.scale, unit is not None, unit=name, core=numeral.start
        )
        both = joined(text, before, measure) if before else None
        before = measure
        if unit and name and not _OTHER.match(text, end):
            half = Decimal("0.5") if unit["half"] else Decimal(0)
            start = both.core if both else numeral.start
            mention = _duration(start, end, numeral.value + half, name)
            if mention.years <= 1000:
                yield mention


def _uncounted(text: str) -> Iterator[DurationMention]:
    """One unit of time: 'over the next decade', 'half a century', 'a year and a half'; a bare 'a year' is none."""
    for start, end in _units().spans(text):
        half = _HALF_BEHIND.match(text, end)
        stop = half.end() if half else end + 5 if text.startswith("-long", end) else end
        unit = text[start:end].lower()
        opening = _opening(text, start, long=stop > end or unit in ("decade", "century"))
        if opening and not _OTHER.match(text, stop):
            first, share = opening
            yield _duration(first, stop, share + (Decimal("0.5") if half else 0), unit)


@cache
def _units() -> WordScan:
    return WordScan(["year", "decade", "half-decade", "quarter", "month", "century"])


def _opening(text: str, start: int, long: bool) -> tuple[int, Decimal] | None:
    """Where a unit of time that ends a phrase begins, and how much of it; `long`: an article alone will do."""
    low = max(0, start - 40)
    ahead = _AHEAD_BEFORE.search(text, low, start)
    if ahead:
        return ahead.start("the" if ahead["the"] else "span"), Decimal(1)
    share = _SHARE_BEFORE.search(text, low, start)
    if not share:
        return None
    words = share["share"].lower()
    if "half" in words or "quarter" in words:
        return share.start(), Decimal("0.5") if "half" in words else Decimal("0.25")
    return (share.start(), Decimal(1)) if long else None


def _singular(unit: str) -> str:
    unit = unit.lower()
    return "century" if unit.startswith("centur") else unit.removesuffix("s")


def _duration(start: int, end: int, value: Decimal, unit: str) -> DurationMention:
    if unit == "half-decade":
        unit, value = "year", value * 5
    letter, per_year = _UNITS[unit]
    years = value / per_year
    counted = years if unit in ("decade", "century") else value
    shown = format(counted.normalize(), "f")
    return DurationMention(start, end, years.quantize(Decimal("0.0001")).normalize(), f"P{shown}{letter}")
