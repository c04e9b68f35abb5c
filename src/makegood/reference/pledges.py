"""Pledges of the past and what came of them: the reference ledger, each row a fact with its source.

The rows were chosen, not sampled (`BIAS`). `pledges.csv` and `outcomes.csv` are edited by hand and checked by
`checking.problems`; what a row says in the ledger is in `retelling`. docs/method/reference-ledger.md tells more.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from makegood.model.actor import ActorKind
from makegood.reference import tables

EDITION = "1"
"""Raised when the shipped rows change; an edition loaded before is replaced row by row."""
BIAS = (
    "These pledges were chosen, not sampled: famous failures and American, car and chip pledges are over-represented,"
    " so the shares describe this collection and estimate nothing about pledges at large."
)

Found = Literal[
    "announced", "site_named", "contracted", "permitted", "groundbreaking", "under_construction",
    "partly_delivered", "delivered", "delayed", "scaled_back", "stalled", "cancelled",
]  # fmt: skip
"""What a page finds a pledge to have come to, as the compilers of the collection read it."""
FOUND: tuple[Found, ...] = get_args(Found)
Qualifier = Literal["", "exact", "about", "up_to", "at_least", "more_than"]

SECTORS = {
    "aerospace": "aircraft and space", "ai_datacentres": "data centres and AI", "aid": "aid",
    "appliances": "appliances",
    "automotive": "vehicles", "batteries": "batteries", "climate_finance": "climate finance", "defence": "arms",
    "diversified": "several sectors", "ecommerce": "online trade", "electronics": "electronics", "energy": "energy",
    "finance": "finance", "infrastructure": "infrastructure", "mining": "mining", "nuclear": "nuclear power",
    "oil_gas_petrochemicals": "oil, gas and petrochemicals", "pharma": "medicines", "real_estate": "real estate",
    "semiconductors": "semiconductors", "shipbuilding": "ships", "solar": "solar panels",
    "steel_metals": "steel and metals", "technology": "technology", "telecom": "telecommunications",
    "trade_purchases": "purchases of goods",
}  # fmt: skip
"""The sectors of the rows → their words."""

PLEDGE_COLUMNS = (
    "slug", "promisor", "promisor_kind", "promisor_country", "announced_by", "recipient_country", "recipient_place",
    "sector", "amount_low", "amount_high", "currency", "amount_qualifier", "amount_per", "jobs_promised",
    "announced_on", "horizon_start", "horizon_end", "counterparty", "condition", "part_of", "renews", "revises",
    "source_url", "source_title", "source_date", "grade",
)  # fmt: skip
OUTCOME_COLUMNS = (
    "slug", "as_of", "stage", "amount_to_date", "currency", "jobs_to_date", "note", "source_url", "source_title",
    "source_date", "grade",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """Where a row's fact stands. `weak`: a re-publisher, blog or content mill, which alone moves no stage (R20)."""

    url: str
    title: str
    date: str
    weak: bool


@dataclass(frozen=True, slots=True)
class PastPledge:
    """One row of pledges.csv; what its page does not state is '' or None. `yearly` sums are per year.

    `renews` names an earlier promise that this one follows; `revises` one that it gives another figure (R5).
    """

    slug: str
    promisor: str
    kind: ActorKind
    home: str
    announced_by: tuple[str, ...]
    countries: tuple[str, ...]
    place: str
    sector: str
    low: int | None
    high: int | None
    currency: str
    qualifier: Qualifier
    yearly: bool
    jobs: int | None
    announced: str
    start: str
    end: str
    counterparty: str
    condition: str
    part_of: str
    renews: str
    revises: str
    page: Page


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row of outcomes.csv: what a page finds on a date. `number` tells rows of one pledge and date apart."""

    slug: str
    number: int
    as_of: str
    found: Found
    amount: int | None
    currency: str
    jobs: int | None
    note: str
    page: Page


@dataclass(frozen=True, slots=True)
class History:
    """The reference ledger: pledges, and their outcomes in the order of their dates."""

    pledges: tuple[PastPledge, ...]
    outcomes: tuple[Outcome, ...]

    def of(self, slug: str) -> tuple[Outcome, ...]:
        """The outcomes of one pledge."""
        return tuple(outcome for outcome in self.outcomes if outcome.slug == slug)


@cache
def shipped() -> History:
    """The rows that come with Makegood."""
    return history(tables.rows("pledges"), tables.rows("outcomes"))


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows of a CSV text by column."""
    return [{name: cell or "" for name, cell in row.items() if name} for row in csv.DictReader(text.splitlines())]


def history(pledges: Iterable[Mapping[str, str]], outcomes: Iterable[Mapping[str, str]]) -> History:
    """Rows as values; they must have passed `checking.problems`."""
    numbers: Counter[tuple[str, str]] = Counter()
    found = []
    for row in outcomes:
        numbers[row["slug"], row["as_of"]] += 1
        found.append(_outcome(row, numbers[row["slug"], row["as_of"]]))
    return History(tuple(map(_pledge, pledges)), tuple(found))


def _pledge(row: Mapping[str, str]) -> PastPledge:
    return PastPledge(
        slug=row["slug"],
        promisor=row["promisor"],
        kind=cast(ActorKind, row["promisor_kind"]),
        home=row["promisor_country"],
        announced_by=_several(row["announced_by"]),
        countries=_several(row["recipient_country"]),
        place=row["recipient_place"],
        sector=row["sector"],
        low=_whole(row["amount_low"]),
        high=_whole(row["amount_high"]),
        currency=row["currency"],
        qualifier=cast(Qualifier, row["amount_qualifier"]),
        yearly=row["amount_per"] == "year",
        jobs=_whole(row["jobs_promised"]),
        announced=row["announced_on"],
        start=row["horizon_start"],
        end=row["horizon_end"],
        counterparty=row["counterparty"],
        condition=row["condition"],
        part_of=row["part_of"],
        renews=row["renews"],
        revises=row["revises"],
        page=_page(row),
    )


def _outcome(row: Mapping[str, str], number: int) -> Outcome:
    return Outcome(
        slug=row["slug"],
        number=number,
        as_of=row["as_of"],
        found=cast(Found, row["stage"]),
        amount=_whole(row["amount_to_date"]),
        currency=row["currency"],
        jobs=_whole(row["jobs_to_date"]),
        note=row["note"],
        page=_page(row),
    )


def _page(row: Mapping[str, str]) -> Page:
    return Page(row["source_url"], row["source_title"], row["source_date"], row.get("grade", "") == "weak")


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _whole(cell: str) -> int | None:
    return round(float(cell)) if cell else None
