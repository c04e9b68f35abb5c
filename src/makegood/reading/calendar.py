"""The calendar as readers need it: month and weekday words, partial ISO dates, and years that the text leaves out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from makegood.model.values import Basis, Precision
from makegood.reading.lexicon import table

Direction = Literal["past", "future", "open"]

YEAR = r"(?:19|20)\d\d(?!\d|[.,/]\d)"


@dataclass(frozen=True, slots=True)
class Found:
    """A date in [start, end) before its frame ('by the end of') is looked at."""

    start: int
    end: int
    date: str
    precision: Precision
    basis: Basis = "stated"
    timex: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The publication date; `grain` says how much of `day` is known."""

    day: date
    grain: Literal["day", "month", "year"]

    @classmethod
    def of(cls, published: str | None) -> "Anchor | None":
        """The anchor of an ISO date, full or cut to month or year; None where there is none."""
        match = re.match(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", published or "")
        if not match:
            return None
        year, month, day = int(match[1]), int(match[2] or 7), int(match[3] or 1)
        known = valid(year, month, day)
        if known is None:
            return None
        return cls(known, "day" if match[3] else "month" if match[2] else "year")


def valid(year: int, month: int, day: int) -> date | None:
    """The date, None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def months() -> Mapping[str, int]:
    """Month names and their short forms in lower case → 1 to 12."""
    return {word: int(str(value)) for word, value in _section("months").items()}


@cache
def weekdays() -> Mapping[str, int]:
    """Weekday names in lower case → 0 (Monday) to 6."""
    return {word: int(str(value)) for word, value in _section("weekdays").items()}


@cache
def seasons() -> Mapping[str, str]:
    """Season names in lower case → their TIMEX3 letters."""
    return {word: str(value) for word, value in _section("seasons").items()}


@cache
def ordinals() -> Mapping[str, int]:
    """'first', '2nd', 'Q3' → 1 to 4."""
    return {word.lower(): int(str(value)) for word, value in _section("ordinals").items()}


@cache
def reading(name: str) -> frozenset[str]:
    """One of the word lists of `calendar.toml`."""
    words = _section("reading")[name]
    return frozenset(words) if isinstance(words, list) else frozenset()


def _section(name: str) -> Mapping[str, int | str | list[str]]:
    section = table("calendar")[name]
    return section if isinstance(section, dict) else {}


def direction(text: str, start: int, end: int = 0) -> Direction:
    """Whether the words before `start`, in its sentence, speak of what will be or what has been.

    Where they tell nothing and `end` is given, the words behind it do.
    """
    low = max(0, start - 80)
    before = re.split(r"[.;!?\n]\s", text[low:start])[-1].lower()
    for word in reversed(re.findall(r"[a-z']+", before)):
        if word in reading("ahead"):
            return "future"
        if word in reading("back"):
            return "past"
    return _direction_behind(text, end) if end else "open"


def _direction_behind(text: str, end: int) -> Direction:
    """The first word behind that tells: 'In January the two launched …', 'In January it will …'."""
    for match in _WORD_BEHIND.finditer(text, end, end + 70):
        word = match.group().lower()
        if match.group() in ".;!?":
            break
        if word in reading("ahead"):
            return "future"
        if word in reading("back") or (len(word) > 4 and word.endswith("ed") and match.group().islower()):
            return "past"
    return "open"


_WORD_BEHIND = re.compile(r"[^\W\d_]+|[.;!?](?=\s)")


def year_of(month: int, day: int, anchor: Anchor, pointing: Direction) -> int:
    """The year that a month (and day) without one most likely means: the last such date unless the words point ahead.

    An open direction is the last one too, but for what lies more than nine months back and is near ahead.
    """
    this = valid(anchor.day.year, month, min(day, 28)) or anchor.day
    ahead_of_anchor = (this.year, this.month, day) > (anchor.day.year, anchor.day.month, anchor.day.day)
    if pointing == "future":
        return this.year if ahead_of_anchor or this.month == anchor.day.month else this.year + 1
    if not ahead_of_anchor:
        far = anchor.day - this > timedelta(days=270)
        return this.year + 1 if pointing == "open" and far else this.year
    near = this - anchor.day <= timedelta(days=90)
    return this.year if pointing == "open" and near else this.year - 1


def quarter(day: date) -> int:
    """1 to 4."""
    return (day.month + 2) // 3
