"""Rows of a reference ledger of our own: a foundry, a bridge that is a part of it, and what came of them."""

from makegood.reference.pledges import OUTCOME_COLUMNS, PLEDGE_COLUMNS

Row = dict[str, str]


def pledge_row(slug: str, **cells: str) -> Row:
    """A row of pledges.csv: Tarn Foundries promise 2 billion dollars and 900 jobs to Norway."""
    usual = {
        "slug": slug, "promisor": "Tarn Foundries", "promisor_kind": "company", "promisor_country": "SE",
        "recipient_country": "NO", "sector": "steel_metals", "amount_low": "2000000000", "amount_high": "2000000000",
        "currency": "USD", "amount_qualifier": "exact", "jobs_promised": "900", "announced_on": "2015-03-02",
        "source_url": "https://example.org/foundry", "source_title": "A foundry for the fjord",
        "source_date": "2015-03-03",
    }  # fmt: skip
    return dict.fromkeys(PLEDGE_COLUMNS, "") | usual | cells


def outcome_row(slug: str, as_of: str, stage: str, **cells: str) -> Row:
    """A row of outcomes.csv."""
    usual = {
        "slug": slug, "as_of": as_of, "stage": stage, "note": "So the mayor",
        "source_url": f"https://example.org/{as_of}", "source_title": "The foundry now", "source_date": as_of,
    }  # fmt: skip
    return dict.fromkeys(OUTCOME_COLUMNS, "") | usual | cells


PLEDGES = [
    pledge_row("tarn-norway-2015"),
    pledge_row("tarn-norway-2019", announced_on="2019", revises="tarn-norway-2015"),
    pledge_row("tarn-bridge-2015", part_of="tarn-norway-2015", amount_low="", amount_qualifier="up_to"),
]
OUTCOMES = [
    outcome_row("tarn-norway-2015", "2017-05-01", "under_construction"),
    outcome_row("tarn-norway-2015", "2018-06", "partly_delivered", amount_to_date="500000000", currency="USD"),
    outcome_row("tarn-norway-2015", "2018-06", "stalled", grade="weak"),
    outcome_row("tarn-bridge-2015", "2016", "cancelled"),
]
