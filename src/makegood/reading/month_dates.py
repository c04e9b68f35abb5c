"""Dates with a month's name or all in figures: 'December 12, 2024', 'March 2026', '2024-12-05', '12/31/2025'."""

import re
from collections.abc import Iterator
from functools import cache

from makegood.model.values import Basis
from makegood.reading.calendar import YEAR, Anchor, Found, direction, months, reading, valid, weekdays, year_of
from makegood.reading.gaps import SPACE
from makegood.reading.word_scan import WordScan

_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_FIGURES = re.compile(
    rf"(?<![\w/.,$€£¥-])(?:(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>1[0-2]|0?[1-9])(?P=s)(?P<d>{_DAY})(?:T[\d:.]+Z?)?"
    rf"|(?P<a>{_DAY})(?P<t>[/.])(?P<b>{_DAY})(?P=t)(?P<z>(?:19|20)\d\d|\d\d))(?![\w/-]|[.,]\d)"
)
_JOINED = re.compile(r"\d[-/.]\d")
_BEHIND = re.compile(
    rf"\.?(?:{SPACE}(?P<day>{_DAY})(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d)(?:{SPACE}?[-–—]{SPACE}?{_DAY}(?![\w%]))?"
    rf"(?:(?:,{SPACE}?|{SPACE})(?P<dyear>{YEAR}))?"
    rf"|,?{SPACE}(?:of{SPACE})?(?P<year>{YEAR})|{SPACE}['’](?P<short>\d\d)(?!\d))"
)
_AHEAD = re.compile(rf"(?<![\w.,/$€£¥:-])(?P<day>{_DAY})(?:st|nd|rd|th)?(?:{SPACE}of)?{SPACE}\Z")
_NEARBY = re.compile(
    rf"\.?,?{SPACE}(?:of{SPACE})?(?:(?P<which>this|last|next)|the{SPACE}(?P<following>following|coming|previous)){SPACE}year\b",
    re.I,
)


def month_dates(text: str, anchor: Anchor | None) -> Iterator[Found]:
    """Dates in figures, then dates with a month's name; those without a year only where `anchor` settles it."""
    yield from _figure_dates(text)
    for span in _month_words().spans(text):
        found = _month_date(text, span, anchor)
        if found:
            yield found


def _figure_dates(text: str) -> Iterator[Found]:
    for match in _FIGURES.finditer(text) if _JOINED.search(text) else ():
        if match["y"]:
            year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
        else:
            first, second = int(match["a"]), int(match["b"])
            month, day = (second, first) if first > 12 or match["t"] == "." else (first, second)
            year = int(match["z"]) + (2000 if len(match["z"]) == 2 else 0)
        if (len(match["z"] or "0000") == 4 or match["t"] == "/") and valid(year, month, day):
            iso = f"{year:04}-{month:02}-{day:02}"
            yield Found(match.start(), match.end(), iso, "day", timex=iso)


@cache
def _month_words() -> WordScan:
    return WordScan((name.capitalize() for name in months()), capitals=True)


def _month_date(text: str, span: tuple[int, int], anchor: Anchor | None) -> Found | None:
    start, end = span
    month = months()[text[start:end].lower()]
    behind = _BEHIND.match(text, end)
    ahead = _AHEAD.search(text, max(0, start - 12), start)
    if ahead and not (behind and behind["dyear"]):
        year = _year_after(text, end)
        end = year[1] if year else end
        return _dated(
            text, (_weekday_start(text, ahead.start()), end), (month, int(ahead["day"])), year and year[0], anchor
        )
    if behind and behind["day"]:
        year_text = behind["dyear"]
        day_end = behind.end()
        nearby = None if year_text else _nearby_year(text, day_end, anchor)
        year_number = int(year_text) if year_text else nearby[0] if nearby else None
        span = (_weekday_start(text, start), nearby[1] if nearby else day_end)
        return _dated(text, span, (month, int(behind["day"])), year_number, anchor)
    if behind:
        year_number = int(behind["year"] or "20" + behind["short"])
        return _month_only(start, behind.end(), month, year_number, "stated")
    return _bare_month(text, span, month, anchor)


def _year_after(text: str, end: int) -> tuple[int, int] | None:
    match = re.compile(rf"\.?,?{SPACE}({YEAR})").match(text, end)
    return (int(match[1]), match.end()) if match else None


def _nearby_year(text: str, end: int, anchor: Anchor | None) -> tuple[int, int] | None:
    """'of last year', 'next year' behind a month."""
    match = _NEARBY.match(text, end) if anchor else None
    if not match or not anchor:
        return None
    shift = {"this": 0, "last": -1, "next": 1, "following": 1, "coming": 1, "previous": -1}
    return anchor.day.year + shift[(match["which"] or match["following"]).lower()], match.end()


def _weekday_start(text: str, start: int) -> int:
    match = _weekday_before().search(text, max(0, start - 14), start)
    return match.start() if match else start


@cache
def _weekday_before() -> re.Pattern[str]:
    names = [name.capitalize() for name in weekdays()]
    short = [f"{name[:3]}" for name in names] + ["Tues", "Thur", "Thurs"]
    return re.compile(rf"\b(?:{'|'.join([*names, *short])})\.?,?{SPACE}(?:the{SPACE})?\Z")


def _dated(
    text: str, span: tuple[int, int], month_day: tuple[int, int], year: int | None, anchor: Anchor | None
) -> Found | None:
    month, day = month_day
    basis: Basis = "stated"
    if year is None:
        if anchor is None or anchor.grain != "day":
            return None
        year, basis = year_of(month, day, anchor, direction(text, *span)), "inferred"
    if not valid(year, month, day):
        return None
    iso = f"{year:04}-{month:02}-{day:02}"
    return Found(*span, iso, "day", basis, iso)


def _month_only(start: int, end: int, month: int, year: int, basis: Basis) -> Found:
    iso = f"{year:04}-{month:02}"
    return Found(start, end, iso, "month", basis, iso)


_LEAD = re.compile(rf"([^\W\d_]+)(?:{SPACE}|-)\Z")


def _bare_month(text: str, span: tuple[int, int], month: int, anchor: Anchor | None) -> Found | None:
    """A month without day and year: 'in December', 'last March', 'the January summit'."""
    start, end = span
    lead = _LEAD.search(text, max(0, start - 12), start)
    word = lead[1].lower() if lead else ""
    nearby = _nearby_year(text, end, anchor)
    if nearby:
        return _month_only(start, nearby[1], month, nearby[0], "relative")
    if anchor is None or anchor.grain == "year" or not _is_month(text, span, word):
        return None
    if word in ("last", "next", "this", "past") and lead:
        return _month_only(lead.start(), end, month, _shifted(month, word, anchor), "relative")
    pointing = "future" if word in _AHEAD_WORDS else direction(text, start, end)
    return _month_only(start, end, month, year_of(month, 1, anchor, pointing), "inferred")


_AHEAD_WORDS = frozenset({"by", "before", "until", "till", "through", "starting", "beginning"})
_NAME_BEHIND = re.compile(rf"\.?{SPACE}[A-Z][a-z]")


def _is_month(text: str, span: tuple[int, int], lead: str) -> bool:
    """Whether a month's name alone is one: 'May' is a verb too, 'April' a name; `lead` is the word before."""
    start, end = span
    if lead in reading("leads"):
        return True
    return text[start:end].lower() not in reading("doubtful") and not _NAME_BEHIND.match(text, end)


def _shifted(month: int, word: str, anchor: Anchor) -> int:
    """The year of 'last March', 'next March', 'this March'."""
    now = anchor.day
    if word == "this":
        return now.year
    if word == "next":
        return now.year if month > now.month else now.year + 1
    return now.year if month < now.month else now.year - 1
