"""When a text without a date was written, as far as the offices that it gives people tell (R18).

'President-elect Donald Trump' beside 'Prime Minister Ishiba' can only stand in a text of one winter.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from makegood.model.mention import DateMention
from makegood.reference.offices import Term, terms

_MONTHS = tuple(calendar.month_name[1:])
_BARE_MONTH = re.compile(rf"\b(?:in|since|last|this|next|during)\s+(?P<month>{'|'.join(_MONTHS)})\b(?!\s*,?\s*\d)")
_FORMER = re.compile(r"\b(?:former|ex|then|late|vice|deputy)[ -](?:[\w.]+\s+){0,2}$", re.IGNORECASE)
_BEFORE = 24


@dataclass(frozen=True, slots=True)
class Era:
    """The days between which a text can have been written; `until` None when that is open."""

    since: date
    until: date | None

    def year_of(self, month: int) -> int | None:
        """The one year in which the era holds this month, None when several do or none does."""
        if self.until is None:
            return None
        years = [
            year
            for year in range(self.since.year, self.until.year + 1)
            if (self.since.year, self.since.month) <= (year, month) <= (self.until.year, self.until.month)
        ]
        return years[0] if len(years) == 1 else None


def era(text: str) -> Era | None:
    """The time in which everybody whom `text` names by an office held it; None without such names or a common time."""
    named = {(role, name) for role, pattern in _patterns() for name in _named(text, pattern)}
    since, until = date.min, date.max
    for _ in range(2):  # a name with several terms counts once the others have narrowed the time to one of them
        for key in sorted(named):
            fitting = [t for t in _by_office()[key] if t.since <= until and (t.until or date.max) >= since]
            if not fitting:
                return None
            if len(fitting) == 1:
                since, until = max(since, fitting[0].since), min(until, fitting[0].until or date.max)
    return None if since == date.min else Era(since, None if until == date.max else until)


def _named(text: str, pattern: re.Pattern[str]) -> set[str]:
    held = (m for m in pattern.finditer(text) if not _FORMER.search(text[max(m.start() - _BEFORE, 0) : m.start()]))
    return {m["surname"] for m in held}


@cache
def _by_office() -> dict[tuple[str, str], tuple[Term, ...]]:
    keys = {(term.role, term.surname) for term in terms()}
    return {key: tuple(t for t in terms() if (t.role, t.surname) == key) for key in keys}


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For each office a pattern of its words and the names of those who held it."""
    surnames: dict[str, set[str]] = {}
    for term in terms():
        surnames.setdefault(term.role, set()).add(term.surname)
    return tuple((role, _pattern(role, names)) for role, names in sorted(surnames.items()))


def _pattern(role: str, names: set[str]) -> re.Pattern[str]:
    written = "|".join({re.escape(role), re.escape(role.title()), re.escape(role.capitalize())})
    holders = "|".join(map(re.escape, sorted(names)))
    return re.compile(rf"\b(?:{written})\s+(?:[A-Z][\w.-]+\s+){{0,2}}?(?P<surname>{holders})\b")


def month_mentions(text: str, when: Era) -> list[DateMention]:
    """Bare months ('in December') whose year the era alone decides; basis `inferred`, since no date is stated."""
    found = []
    for match in _BARE_MONTH.finditer(text):
        month = _MONTHS.index(match["month"]) + 1
        year = when.year_of(month)
        if year is not None:
            iso = f"{year}-{month:02}"
            found.append(DateMention(match.start("month"), match.end("month"), iso, "month", "inferred", iso, by=False))
    return found
