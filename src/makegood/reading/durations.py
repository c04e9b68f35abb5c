"""Lengths of time: 'four years', 'four-year', '18 months', 'the next decade', 'a year and a half'."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from makegood.model.mention import DurationMention
from makegood.reading.numbers import JOIN, Numeral, find_numerals
from makegood.reading.ranges import Measure, joined

_UNITS = {"year": ("Y", Decimal(1)), "yr": ("Y", Decimal(1)), "month": ("M", Decimal(12)), "week": ("W", Decimal(52)),
          "day": ("D", Decimal(365)), "quarter": ("Q", Decimal(4)), "decade": ("Y", Decimal("0.1")), "century": ("Y", Decimal("0.01"))}  # fmt: skip
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
_SINGLE = re.compile(
    rf"\b(?P<lead>(?:over|in|within|for|during|across|under){JOIN}(?:the{JOIN}(?:next|coming|course{JOIN}of{JOIN}(?:the|a){JOIN}next|following)"
    rf"|an?)|the{JOIN}(?:next|coming)){JOIN}(?P<unit>year|decade|half-decade|quarter|month|century)\b"
    rf"(?P<half>{JOIN}and{JOIN}a{JOIN}half\b)?",
    re.I,
)
_BARE = re.compile(
    rf"\b(?:(?P<article>an?|half{JOIN}an?|a{JOIN}half|a{JOIN}quarter){JOIN}(?P<unit>decade|century|year)"
    rf"(?P<half>{JOIN}and{JOIN}a{JOIN}half\b)?(?P<long>-long)?)\b",
    re.I,
)


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
    for match in _SINGLE.finditer(text):
        if not _OTHER.match(text, match.end()):
            value = Decimal("1.5") if match["half"] else Decimal(1)
            yield _duration(_after_lead(text, match), match.end(), value, match["unit"].lower())
    for match in _BARE.finditer(text):
        unit, article = match["unit"].lower(), match["article"].lower()
        if unit == "year" and not (match["half"] or match["long"] or len(article) > 2):
            continue
        if not _OTHER.match(text, match.end()):
            share = Decimal("0.5") if "half" in article else Decimal("0.25") if "quarter" in article else Decimal(1)
            yield _duration(match.start(), match.end(), share + (Decimal("0.5") if match["half"] else 0), unit)


def _after_lead(text: str, match: re.Match[str]) -> int:
    """The span of 'over the next decade' begins at 'the', of 'within a year' at 'a'."""
    the = re.search(r"\b(?:the|an?)\b", text[match.start() : match.end()], re.I)
    return match.start() + (the.start() if the else 0)


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
