"""What is wrong with rows of the reference ledger, before they are used: a list of sentences, empty when all is well.

Each sentence names the file, the line and the way out, for somebody who edits the rows in a spreadsheet.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import get_args
from urllib.parse import urlsplit

from makegood.model.actor import ActorKind
from makegood.reference.places import country_name
from makegood.reference.pledges import FOUND, OUTCOME_COLUMNS, PLEDGE_COLUMNS, SECTORS

Row = Mapping[str, str]

_SLUG = re.compile(r"[a-z0-9][a-z0-9.-]*")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_NUMBER = re.compile(r"\d+(\.\d+)?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_QUALIFIERS = ("exact", "about", "up_to", "at_least", "more_than")
_LONGEST_NOTE = 25

Test = tuple[str, Callable[[Row], bool], str]


def problems(pledges: Sequence[Row], outcomes: Sequence[Row]) -> list[str]:
    """Everything that is wrong with the rows of the two tables, in their order."""
    found = [*_columns("pledges.csv", pledges, PLEDGE_COLUMNS), *_columns("outcomes.csv", outcomes, OUTCOME_COLUMNS)]
    if found:
        return found
    slugs = Counter(row["slug"] for row in pledges)
    for number, row in enumerate(pledges, start=2):
        told = [*_failing(row, (*_BOTH, *_PLEDGE)), *_references(row, slugs)]
        found += [f"pledges.csv line {number} ({row['slug']}): {problem}" for problem in told]
    announced = {row["slug"]: row["announced_on"] for row in pledges}
    for number, row in enumerate(outcomes, start=2):
        told = [*_failing(row, (*_BOTH, *_OUTCOME)), *_order(row, announced)]
        found += [f"outcomes.csv line {number} ({row['slug']}): {problem}" for problem in told]
    return found + _circles(pledges) + _twice(outcomes)


def _columns(name: str, rows: Sequence[Row], wanted: Sequence[str]) -> Iterator[str]:
    if not rows:
        yield f"{name}: no rows"
    elif tuple(rows[0]) != tuple(wanted):
        yield f"{name}: its columns must be {', '.join(wanted)}"


def _failing(row: Row, tests: Sequence[Test]) -> list[str]:
    return [f"{column} {row[column]!r}: {way_out}" for column, holds, way_out in tests if not holds(row)]


def _optional(column: str, holds: Callable[[str], bool]) -> Callable[[Row], bool]:
    return lambda row: not row[column] or holds(row[column])


def _needed(column: str, holds: Callable[[str], bool] = bool) -> Callable[[Row], bool]:
    return lambda row: bool(row[column].strip()) and holds(row[column])


def is_date(text: str) -> bool:
    """Whether it is a day, a month or a year of the calendar in ISO form."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


def _is_address(text: str) -> bool:
    return urlsplit(text).scheme in ("http", "https") and bool(urlsplit(text).hostname) and " " not in text


def _is_country(code: str) -> bool:
    return code == "EU" or country_name(code) is not None


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def _has_sum(row: Row) -> bool:
    return bool(row["amount_low"] or row["amount_high"])


_BOTH: tuple[Test, ...] = (
    ("slug", _needed("slug", lambda slug: _SLUG.fullmatch(slug) is not None), "small letters, digits, - and ."),
    ("source_url", _needed("source_url", _is_address), "the address of the page that states it, http or https"),
    ("source_title", _needed("source_title"), "the title of that page"),
    ("source_date", _optional("source_date", is_date), "write it as 2025, 2025-06 or 2025-06-30"),
    ("currency", _optional("currency", lambda code: _CURRENCY.fullmatch(code) is not None), "an ISO 4217 code"),
    ("grade", _optional("grade", lambda grade: grade == "weak"), "weak or nothing"),
)
_PLEDGE: tuple[Test, ...] = (
    ("promisor", _needed("promisor"), "who promised"),
    ("promisor_kind", _needed("promisor_kind", get_args(ActorKind).__contains__), ", ".join(get_args(ActorKind))),
    ("promisor_country", _optional("promisor_country", _is_country), "an ISO 3166-1 alpha-2 code"),
    ("recipient_country",
     lambda row: all(map(_is_country, filter(None, row["recipient_country"].split(";")))), "codes, separated by ;"),
    ("recipient_place", lambda row: bool(row["recipient_country"] or row["recipient_place"]), "a country or a place"),
    ("sector", _optional("sector", SECTORS.__contains__), ", ".join(SECTORS)),
    ("amount_low", _optional("amount_low", _is_number), "a plain number in full units"),
    ("amount_high", _optional("amount_high", _is_number), "a plain number in full units"),
    ("amount_high", lambda row: _ordered(row["amount_low"], row["amount_high"]), "not below amount_low"),
    ("currency", lambda row: bool(row["currency"]) == _has_sum(row), "one beside each sum, none without"),
    ("amount_qualifier",
     lambda row: row["amount_qualifier"] in _QUALIFIERS if _has_sum(row) else not row["amount_qualifier"],
     "beside a sum: " + ", ".join(_QUALIFIERS)),
    ("amount_per", lambda row: row["amount_per"] in ("", "year"), "year or nothing"),
    ("jobs_promised", _optional("jobs_promised", str.isdecimal), "a whole number"),
    *((column, _optional(column, is_date), "write it as 2025, 2025-06 or 2025-06-30")
      for column in ("announced_on", "horizon_start", "horizon_end")),
    ("horizon_end", lambda row: _ordered_dates(row["horizon_start"], row["horizon_end"]), "not before horizon_start"),
)  # fmt: skip
_OUTCOME: tuple[Test, ...] = (
    ("as_of", _needed("as_of", is_date), "when it was found so: 2025, 2025-06 or 2025-06-30"),
    ("stage", _needed("stage", FOUND.__contains__), ", ".join(FOUND)),
    ("amount_to_date", _optional("amount_to_date", _is_number), "a plain number in full units"),
    ("currency", lambda row: bool(row["currency"]) == bool(row["amount_to_date"]), "one beside each sum, none without"),
    ("jobs_to_date", _optional("jobs_to_date", str.isdecimal), "a whole number"),
    ("note", lambda row: len(row["note"].split()) <= _LONGEST_NOTE, f"at most {_LONGEST_NOTE} words of your own"),
)
"""Column, what must hold, and what to write instead."""


def _ordered(low: str, high: str) -> bool:
    return not (_is_number(low) and _is_number(high)) or float(low) <= float(high)


def _ordered_dates(first: str, last: str) -> bool:
    """Whether the first date does not lie after the last, as far as both are known."""
    return not (first and last) or first[: len(last)] <= last[: len(first)]


def _references(row: Row, slugs: Counter[str]) -> Iterator[str]:
    if slugs[row["slug"]] > 1:
        yield "the slug stands in more than one row"
    for column in ("part_of", "renews", "revises"):
        if row[column] and (row[column] not in slugs or row[column] == row["slug"]):
            yield f"{column} {row[column]!r}: the slug of another row"


def _order(row: Row, announced: Mapping[str, str]) -> Iterator[str]:
    if row["slug"] not in announced:
        yield "no pledge has this slug"
    elif not _ordered_dates(announced[row["slug"]], row["as_of"]):
        yield f"as_of {row['as_of']!r}: not before the announcement ({announced[row['slug']]})"


def _circles(pledges: Sequence[Row]) -> list[str]:
    above = {row["slug"]: row["part_of"] for row in pledges}
    found = []
    for slug in above:
        seen, at = {slug}, above[slug]
        while at and at not in seen:
            seen.add(at)
            at = above.get(at, "")
        if at == slug:
            found.append(f"pledges.csv ({slug}): it is a part of itself")
    return found


def _twice(outcomes: Sequence[Row]) -> list[str]:
    rows = Counter((row["slug"], row["as_of"], row["stage"], row["source_url"]) for row in outcomes)
    return [
        f"outcomes.csv ({slug}): the finding of {as_of} stands twice" for (slug, as_of, *_), n in rows.items() if n > 1
    ]
