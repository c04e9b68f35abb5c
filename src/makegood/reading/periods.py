"""From one date to another: '2025-2029', '2025–30', 'between 2025 and 2029', 'from March 2026 to mid-2030'."""

import re
from collections.abc import Iterator
from functools import cache

from makegood.model.mention import PeriodMention
from makegood.reading.calendar import months
from makegood.reading.gaps import SPACE

_LONGEST = 150
_OPENED = re.compile(r"(?:19|20)\d\d\W*(?:[-–—/]|to|through|until|till|and)")
"""A year and what may lead from it to the next: the cheap look before the pattern, which is dear."""


def find_periods(text: str) -> list[PeriodMention]:
    """All periods between two stated dates, in order; partial ISO dates."""
    return list(_periods(text))


def _periods(text: str) -> Iterator[PeriodMention]:
    for match in _pattern().finditer(text) if _OPENED.search(text) else ():
        start, end = _ends(match)
        if match["joint"].strip().lower() == "and" and (match["lead"] or "").lower() != "between":
            continue
        if start < end and int(end[:4]) - int(start[:4]) <= _LONGEST:
            yield PeriodMention(match.start(), match.end(), start, end)


def _ends(match: re.Match[str]) -> tuple[str, str]:
    first, second = match["y1"], match["y2"] or match["y1"][:2] + match["short"]
    return _partial(first, match["m1"]), _partial(second, match["m2"])


def _partial(year: str, month: str | None) -> str:
    return f"{year}-{months()[month.lower()]:02}" if month else year


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted((name.capitalize() for name in months()), key=len, reverse=True))

    def end(number: int) -> str:
        part = rf"early|mid|late|end|fiscal(?:{SPACE}year)?|FY|the{SPACE}end{SPACE}of"
        part = rf"(?:(?:{part})[ -]?|(?P<m{number}>{names})\.?{SPACE})?"
        return rf"{part}(?P<y{number}>(?:19|20)\d\d)"

    return re.compile(
        rf"(?<![\w$€£¥.,/-])(?:(?P<lead>[Bb]etween|[Ff]rom){SPACE})?{end(1)}"
        rf"(?:{SPACE}?(?P<joint>[-–—/]|{SPACE}(?:to|through|until|till|and){SPACE}){SPACE}?)"
        rf"(?:{end(2)}|(?P<short>\d\d))(?![\w%]|[-–/.,]\d)"
    )
