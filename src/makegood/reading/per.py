"""'a year', 'per month', 'an hour', 'each': what an amount is counted by (R6)."""

import re

from makegood.model.values import Per
from makegood.reading.gaps import JOIN, SPACE

_WORDS: dict[Per, tuple[str, ...]] = {
    "year": ("year", "yr", "annum", "annually", "yearly", "annual", "annualized", "annualised"),
    "month": ("month", "mo", "monthly"),
    "week": ("week", "wk", "weekly"),
    "day": ("day", "daily"),
    "hour": ("hour", "hr", "hourly"),
}
_PERIODS: dict[str, Per] = {word: per for per, words in _WORDS.items() for word in words}
_NAMES = "|".join(sorted(_PERIODS, key=len, reverse=True))
_AGO = rf"(?!{SPACE}(?:ago|earlier|later|before|after|prior|from\s+now|and\s+a\s+half|on\s+year|to\s+year))"
_AFTER = re.compile(
    rf"(?:{SPACE}(?:more|less|extra)\b)?{JOIN}?(?:(?:an?|per|each|every|/|p\.){JOIN}?(?P<period>{_NAMES}|p\.?a\.?)\b{_AGO}"
    rf"|(?P<pa>p\.a\.|pa\b)|(?P<adverb>annually|yearly|monthly|weekly|daily|hourly)\b"
    rf"|(?P<unit>(?:per|/){JOIN}?(?:U\.S\.{SPACE})?[a-z]+\b(?<!cent)|apiece\b|each\b"
    rf"|an?{JOIN}(?:share|barrel|ton|tonne|piece|unit|head|gallon|pound|bushel|ounce|litre|liter|dozen|person|kilogram|kg|mile|night)\b))",
    re.I,
)
_ANNUAL = re.compile(
    rf"{JOIN}(?:in{SPACE})?(?P<period>annual|annualized|annualised|yearly|monthly|weekly|daily|hourly)\b",
    re.I,
)
_ANNUAL_BEFORE = re.compile(rf"\b(?P<period>annual|annualized|annualised|yearly|monthly|weekly|daily){SPACE}\Z", re.I)


def per_after(text: str, start: int, end: int) -> tuple[Per, int]:
    """What the amount at [start, end) is per, and where the words that say so end (`end` if they are apart)."""
    match = _AFTER.match(text, end)
    if match:
        return _period(match), match.end()
    annual = _ANNUAL.match(text, end) or _ANNUAL_BEFORE.search(text, max(0, start - 14), start)
    if annual:
        return _PERIODS[annual["period"].lower()], end
    return "total", end


def _period(match: re.Match[str]) -> Per:
    if match["pa"]:
        return "year"
    if match["unit"]:
        return "unit"
    return _PERIODS.get((match["period"] or match["adverb"]).lower(), "year")
