"""Publication dates as carriers and page tops give them (R18: each keeps its precision)."""

import re
from datetime import date
from email.utils import parsedate_to_datetime

from makegood.model.values import Basis, PartialDate, Precision

_NAMES = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ISO = r"(?P<year>(?:19|20)\d\d)(?:-(?P<m>\d\d)(?:-(?P<day>\d\d))?)?(?![\d-])"
_ISO_WITHIN = r"(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)(?:-(?P<day>\d\d))?(?![\d-])"
_WORDED = (rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}", rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}", rf"{_MONTH},?\s+{_YEAR}")
_WITHIN = tuple(re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE) for pattern in (*_WORDED, _ISO_WITHIN))
"""Dates within text, the most telling form first: 'December 12, 2024', '12 December 2024', 'December 2024', ISO."""
_ISO_START = re.compile(_ISO)


def partial_date(value: object, basis: Basis) -> PartialDate | None:
    """The calendar date in `value` (a date, or text in ISO, mail or worded form), None if there is none."""
    if isinstance(value, date):
        return _checked(value.year, value.month, value.day, basis)
    if isinstance(value, int) and not isinstance(value, bool) and 1900 <= value < 2100:
        return _checked(value, None, None, basis)
    if not isinstance(value, str):
        return None
    text = value.strip()
    if iso := _ISO_START.match(text):
        return _of(iso.groupdict(), basis)
    found = date_within(text, basis)
    return found[0] if found else _mail_date(text, basis)


def date_within(text: str, basis: Basis) -> tuple[PartialDate, str] | None:
    """The first date in `text`, the most precise form first, and the text with two blanks in its place."""
    for pattern in _WITHIN:
        if (found := pattern.search(text)) and (day := _of(found.groupdict(), basis)):
            return day, f"{text[: found.start()].rstrip()}  {text[found.end() :].lstrip()}"
    return None


def _mail_date(text: str, basis: Basis) -> PartialDate | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    return partial_date(moment.date(), basis)


def _of(groups: dict[str, str | None], basis: Basis) -> PartialDate | None:
    name, number, day = groups.get("month"), groups.get("m"), groups.get("day")
    month = MONTHS[name.lower()] if name else int(number) if number else None
    return _checked(int(groups["year"] or 0), month, int(day) if day else None, basis)


def _checked(year: int, month: int | None, day: int | None, basis: Basis) -> PartialDate | None:
    """A partial date, None where the calendar has no such day."""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    shown = f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")
    precision: Precision = "day" if day else "month" if month else "year"
    return PartialDate(date=shown, precision=precision, basis=basis)
