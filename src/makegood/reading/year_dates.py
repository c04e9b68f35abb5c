"""Dates around a year: '2030', 'Q3 2026', 'the first half of 2027', 'spring 2026', 'FY27', 'the 2030s'."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from makegood.reading.calendar import Found, ordinals, reading, seasons
from makegood.reading.gaps import JOIN, SPACE

_YEAR = re.compile(r"(?:19|20)\d\d(?![\d%°])(?![.,:/]\d)")
_NO_YEAR_BEFORE = re.compile(r"(?:[\d$€£¥#@_A-Za-z&]|\d[.,:/-])\Z")
_CODE = re.compile(r"[1-4]Q|Q[1-4]|[12]H|H[12]")
_FISCAL = re.compile(
    r"\b(?:FYE?|[Ff]iscal(?:[ -][Yy]ear)?|[Ff]inancial[ -][Yy]ear)[ '’-]?"
    r"(?P<year>(?:19|20)\d\d|\d\d)(?![\d%]|[.,]\d)(?:[-/–]\d\d\b)?"
)
_CODED = re.compile(
    r"\b(?:(?P<q>[1-4])Q|(?P<h>[12])H)[ -]?(?:FY)?['’]?(?P<y>(?:20)?\d\d)(?![\d%])"
    r"|\b(?:Q(?P<q2>[1-4])|H(?P<h2>[12]))(?:[ -]|(?: of ))?(?:FY|['’])?(?P<y2>20\d\d|(?<=['’Y])\d\d)(?![\d%])"
)
_NUMBERED = r"(?P<nth>first|second|third|fourth|final|1st|2nd|3rd|4th)"
_OF = rf"(?:{SPACE}of)?(?:{SPACE}(?P<fiscal>fiscal(?:{SPACE}year)?|calendar(?:{SPACE}year)?|FY))?{SPACE}?"
_WORD_CUT = 48


def year_dates(text: str) -> Iterator[Found]:
    """Years and what hangs on them. A figure of four digits that counts something or names a programme is none."""
    for match in _FISCAL.finditer(text) if "FY" in text or "iscal" in text or "inancial" in text else ():
        year = match["year"] if len(match["year"]) == 4 else "20" + match["year"]
        yield Found(match.start(), match.end(), year, "year", timex=f"{year}-FY")
    for match in _CODED.finditer(text) if _CODE.search(text) else ():
        yield _coded(match)
    for match in _YEAR.finditer(text):
        if _NO_YEAR_BEFORE.search(text, max(0, match.start() - 2), match.start()):
            continue
        found = _decade(text, match) or _part(text, match) or _plain(text, match)
        if found:
            yield found


def _coded(match: re.Match[str]) -> Found:
    year = match["y"] or match["y2"]
    quarter, half = match["q"] or match["q2"], match["h"] or match["h2"]
    value = f"{year if len(year) == 4 else '20' + year}-{f'Q{quarter}' if quarter else f'H{half}'}"
    return Found(match.start(), match.end(), value, "quarter" if quarter else "half", timex=value)


_TENS = re.compile(r"(?<=0)['’]?s\b")


def _decade(text: str, match: re.Match[str]) -> Found | None:
    tens = _TENS.match(text, match.end())
    if not tens:
        return None
    return Found(match.start(), tens.end(), f"{match.group()}s", "decade", timex=match.group()[:3])


def _part(text: str, match: re.Match[str]) -> Found | None:
    """A quarter, half or season before (or behind) the year."""
    start, end, year = match.start(), match.end(), match.group()
    before = _part_before().search(text, max(0, start - _WORD_CUT), start)
    if before:
        return _with_part(Found(before.start(), end, year, "year"), before)
    behind = _PART_BEHIND.match(text, end)
    return _with_part(Found(start, behind.end(), year, "year"), behind) if behind else None


_PART_BEHIND = re.compile(
    rf"(?:['’]s)?{SPACE}(?:{_NUMBERED}[ -](?P<unit>quarter|half)|Q(?P<q>[1-4])|H(?P<h>[12])|(?P<season>(?!)))\b", re.I
)


@cache
def _part_before() -> re.Pattern[str]:
    names = "|".join(seasons())
    return re.compile(
        rf"\b(?:(?:{_NUMBERED}|latter){JOIN}(?P<unit>quarter|half){_OF}|Q(?P<q>[1-4]){SPACE}?(?:of{SPACE})?"
        rf"|H(?P<h>[12]){SPACE}?(?:of{SPACE})?|(?P<season>{names})(?:{SPACE}of)?{JOIN})\Z",
        re.I,
    )


def _with_part(found: Found, part: re.Match[str]) -> Found:
    if part["season"]:
        value = f"{found.date}-{seasons()[part['season'].lower()]}"
        return replace(found, date=value, precision="season", timex=value)
    number = int(part["q"] or part["h"] or ordinals().get((part["nth"] or "second").lower(), 2))
    half = part["h"] or (part["unit"] or "").lower() == "half"
    if half and number > 2:
        return replace(found, timex=found.date)
    value = f"{found.date}-{'H' if half else 'Q'}{number}"
    return replace(found, date=value, precision="half" if half else "quarter", timex=value)


_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?[ -]\Z")
_WORD_BEHIND = re.compile(r"[ \u00a0-]([^\W\d_]+)")
_COUNTED_BEFORE = re.compile(
    r"(?:(?:more|less|fewer) than|over|at least|nearly|almost|up to|as many as|roughly|approximately|some|exceeding"
    r"|another|additional) \Z",
    re.I,
)
_HYPHENED = re.compile(r"([^\W\d_]+)-\Z")
_PREFIXES = frozenset(
    {
        "mid",
        "early",
        "late",
        "end",
        "pre",
        "post",
        "year",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "fiscal",
        "quarter",
        "half",
    }
)


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether the year is part of a web address or a file name."""
    if text[start - 1 : start] in ("/", "=", "_", "\\") or text[end : end + 1] in ("/", "="):
        return True
    word = _HYPHENED.search(text, max(0, start - 12), start)
    if word and word[1].lower() not in _PREFIXES:
        return True
    return bool(re.match(r"-\d", text[end : end + 2]))


_FISCAL_BEHIND = re.compile(rf"{SPACE}(?:fiscal|financial)(?:{SPACE}year)?\b", re.I)


def _plain(text: str, match: re.Match[str]) -> Found | None:
    start, end, year = match.start(), match.end(), match.group()
    if _in_address(text, start, end) or (end < len(text) and (text[end].isalpha() or text[end] == "_")):
        return None
    before = _WORD_BEFORE.search(text, max(0, start - 20), start)
    if before and before[1].lower() in reading("programmes"):
        return None
    if _COUNTED_BEFORE.search(text, max(0, start - 16), start):
        return None
    behind = _WORD_BEHIND.match(text, end)
    if behind and behind[1].lower() in reading("units"):
        return None
    fiscal = _FISCAL_BEHIND.match(text, end)
    timex = f"{year}-FY" if fiscal else year
    return Found(start, fiscal.end() if fiscal else end, year, "year", timex=timex)
