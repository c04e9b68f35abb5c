"""Dates told from the day of publication: 'Tuesday', 'yesterday', 'last month', 'two years ago', 'year-end'."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from makegood.model.values import Basis, Precision
from makegood.reading.calendar import Anchor, Found, direction, ordinals, quarter, seasons, weekdays
from makegood.reading.gaps import JOIN, SPACE
from makegood.reading.numbers import Numeral
from makegood.reading.word_scan import WordScan

_SHIFT = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def relative_dates(text: str, numerals: Sequence[Numeral], anchor: Anchor) -> Iterator[Found]:
    """Every date that hangs on the day of publication; what `anchor` is too coarse for is left out."""
    for start, _ in _openings().spans(text):
        the = _THE_BEFORE.search(text, max(0, start - 20), start)
        match = (_words().match(text, the.start()) if the else None) or _words().match(text, start)
        found = _read(text, match, anchor) if match else None
        if found:
            yield found
    yield from _ago(text, numerals, anchor)


_THE_BEFORE = re.compile(rf"\b[Tt]he{SPACE}\Z")


@cache
def _openings() -> WordScan:
    days = [name.capitalize() for name in weekdays()]
    parts = [word for word in ordinals() if word[0] != "q"]
    return WordScan(["today", "yesterday", "tomorrow", "end", "year", *days, *parts, *_SHIFT])


@cache
def _words() -> re.Pattern[str]:
    days = "|".join(name.capitalize() for name in weekdays())
    season = "|".join(seasons())
    nth = "|".join(word for word in ordinals() if word[0] != "q")
    which = "|".join(_SHIFT)
    return re.compile(
        rf"(?:(?P<day>[Tt]oday|[Yy]esterday|[Tt]omorrow)\b"
        rf"|(?:(?P<daywhich>[Ll]ast|[Nn]ext|[Tt]his){SPACE})?(?P<weekday>{days})\b"
        rf"|(?P<ends>(?:[Tt]he{SPACE})?[Ee]nd{SPACE}of{SPACE}(?:the|this){SPACE}(?P<endunit>year|decade|month|quarter)"
        rf"|[Yy]ear[-’']?s?[ -][Ee]nd)\b(?!{SPACE}(?:\d|of))"
        rf"|(?P<which>(?:[Tt]he{SPACE})?(?i:{which})){SPACE}(?P<unit>week|month|quarter|year|decade|{season})\b"
        rf"(?!['’-]|{SPACE}(?:and{SPACE}a{SPACE}half|or{SPACE}(?:two|so)))"
        rf"|(?i:the){SPACE}(?P<nth>{nth})[ -](?P<part>quarter|half)"
        rf"(?:{SPACE}of{SPACE}(?:the{SPACE}year|(?P<partwhich>{which}){SPACE}year))?\b(?!{SPACE}(?:of|\d|century|to{SPACE})))"
    )


def _read(text: str, match: re.Match[str], anchor: Anchor) -> Found | None:
    start, end = match.span()
    if match["day"]:
        shift = {"today": 0, "yesterday": -1, "tomorrow": 1}[match["day"].lower()]
        return _day(start, end, anchor.day + timedelta(days=shift)) if anchor.grain == "day" else None
    if match["weekday"]:
        return _weekday(text, match, anchor)
    if match["ends"]:
        unit = (match["endunit"] or "year").lower()
        return _period(start, end, unit, 0, anchor)
    if match["nth"]:
        return _part(match, anchor)
    return _period(
        start, end, match["unit"].lower(), _SHIFT[match["which"].lower().split()[-1]], anchor, match["which"]
    )


def _day(start: int, end: int, day: date) -> Found:
    return Found(start, end, day.isoformat(), "day", "relative", day.isoformat())


def _weekday(text: str, match: re.Match[str], anchor: Anchor) -> Found | None:
    """'Tuesday' is the last one, publication day included, unless the words point ahead."""
    if anchor.grain != "day":
        return None
    back = (anchor.day.weekday() - weekdays()[match["weekday"].lower()]) % 7
    which = (match["daywhich"] or "").lower()
    if which == "next" or (not which and back and direction(text, match.start()) == "future"):
        return _day(match.start(), match.end(), anchor.day + timedelta(days=7 - back))
    if which == "this" and direction(text, match.start()) == "future":
        return _day(match.start(), match.end(), anchor.day + timedelta(days=(7 - back) % 7))
    return _day(match.start(), match.end(), anchor.day - timedelta(days=back or (7 if which == "last" else 0)))


def _part(match: re.Match[str], anchor: Anchor) -> Found | None:
    """'the third quarter', 'the first half of next year': of the year of publication unless said."""
    number, half = ordinals()[match["nth"].lower()], match["part"].lower() == "half"
    if half and number > 2:
        return None
    year = anchor.day.year + _SHIFT.get((match["partwhich"] or "this").lower(), 0)
    value = f"{year}-{'H' if half else 'Q'}{number}"
    basis: Basis = "relative" if match["partwhich"] else "inferred"
    return Found(match.start(), match.end(), value, "half" if half else "quarter", basis, value)


def _period(start: int, end: int, unit: str, shift: int, anchor: Anchor, which: str = "") -> Found | None:
    if which.lower().startswith("the") and which.lower().split()[-1] in ("last", "past", "next", "coming"):
        return None
    read = _UNITS.get(unit) or _season(unit)
    value = read(anchor, shift)
    if value is None:
        return None
    precision, shown, timex = value
    return Found(start, end, shown, precision, "relative", timex)


def _year(anchor: Anchor, shift: int) -> tuple[Precision, str, str]:
    shown = f"{anchor.day.year + shift:04}"
    return "year", shown, shown


def _decade(anchor: Anchor, shift: int) -> tuple[Precision, str, str] | None:
    if shift > 0:
        return None
    tens = anchor.day.year // 10 + shift
    return "decade", f"{tens}0s", f"{tens}"


def _month(anchor: Anchor, shift: int) -> tuple[Precision, str, str] | None:
    if anchor.grain == "year":
        return None
    count = anchor.day.year * 12 + anchor.day.month - 1 + shift
    shown = f"{count // 12:04}-{count % 12 + 1:02}"
    return "month", shown, shown


def _week(anchor: Anchor, shift: int) -> tuple[Precision, str, str] | None:
    """A week is shown as the month that holds its Thursday, and as itself in TIMEX3."""
    if anchor.grain != "day":
        return None
    thursday = anchor.day + timedelta(days=3 - anchor.day.weekday() + 7 * shift)
    year, week, _ = thursday.isocalendar()
    return "month", f"{thursday:%Y-%m}", f"{year}-W{week:02}"


def _quarter(anchor: Anchor, shift: int) -> tuple[Precision, str, str] | None:
    if anchor.grain == "year":
        return None
    count = anchor.day.year * 4 + quarter(anchor.day) - 1 + shift
    shown = f"{count // 4}-Q{count % 4 + 1}"
    return "quarter", shown, shown


def _season(name: str) -> Callable[[Anchor, int], tuple[Precision, str, str]]:
    """'this summer' is of the year of publication; 'last' and 'next' may be of the year before or after."""

    def read(anchor: Anchor, shift: int) -> tuple[Precision, str, str]:
        letters = seasons()[name]
        ends = {"SP": 5, "SU": 8, "FA": 11, "WI": 2}[letters]
        begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[letters]
        year = anchor.day.year
        if shift < 0 and anchor.day.month <= ends:
            year -= 1
        if shift > 0 and anchor.day.month >= begins:
            year += 1
        shown = f"{year}-{letters}"
        return "season", shown, shown

    return read


_UNITS: dict[str, Callable[[Anchor, int], tuple[Precision, str, str] | None]] = {
    "year": _year, "decade": _decade, "month": _month, "week": _week, "quarter": _quarter,
}  # fmt: skip
_AGO = re.compile(rf"{JOIN}(?P<unit>day|week|month|year|decade)s?{SPACE}ago\b", re.I)
_ONE_AGO = re.compile(rf"\b(?P<one>[Aa]){SPACE}(?P<unit>day|week|month|year|decade){SPACE}ago\b")


def _ago(text: str, numerals: Sequence[Numeral], anchor: Anchor) -> Iterator[Found]:
    for numeral in numerals:
        match = _AGO.match(text, numeral.end)
        if match and numeral.value == int(numeral.value) and numeral.value < 500:
            found = _before(numeral.start, match.end(), int(numeral.value), match["unit"].lower(), anchor)
            if found:
                yield found
    for match in _ONE_AGO.finditer(text) if " ago" in text else ():
        found = _before(match.start(), match.end(), 1, match["unit"].lower(), anchor)
        if found:
            yield found


def _before(start: int, end: int, count: int, unit: str, anchor: Anchor) -> Found | None:
    """So many units before publication, at the precision of the unit."""
    if unit == "day":
        day = anchor.day - timedelta(days=count)
        return _day(start, end, day) if anchor.grain == "day" else None
    if unit == "decade":
        return _period(start, end, "year", -10 * count, anchor)
    return _period(start, end, unit, -count, anchor)
