"""The worked case of the design: the article that the project was created from, read whole.

The article is not ours to ship; the test runs where it lies beside the repository.
"""

from pathlib import Path

import pytest

from makegood.model.document import Document
from makegood.model.statement import (
    FigureStatement,
    MeasureStatement,
    MeetingStatement,
    OutlookStatement,
    PledgeStatement,
    Statement,
    TieStatement,
)
from makegood.reading.hybrid import HybridReader
from makegood.sources import load, locate

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.fixture(scope="module")
def statements() -> tuple[Statement, ...]:
    """All statements of the article."""
    files = sorted(SEEDS.glob("*.txt"))
    if not files:
        pytest.skip("the seed article does not lie beside the repository (../shared/seeds)")
    document = next(d for located in locate([str(files[0])]) for d in load(located) if isinstance(d, Document))
    return HybridReader().read(document).statements


def test_the_pledge(statements: tuple[Statement, ...]) -> None:
    (pledge,) = [s for s in statements if isinstance(s, PledgeStatement)]
    assert pledge.promisor.name.casefold() == "softbank"
    assert pledge.promisor.kind == "company"
    assert pledge.amount is not None
    assert (pledge.amount.low, pledge.amount.high, pledge.amount.bound, pledge.amount.currency) == (
        100_000_000_000,
        100_000_000_000,
        "exact",
        "USD",
    )
    assert pledge.horizon is not None
    assert pledge.horizon.years == 4
    assert pledge.jobs is not None
    assert (pledge.jobs.low, pledge.jobs.bound) == (100_000, "about")
    assert pledge.recipient is not None
    assert pledge.recipient.countries == ("US",)
    assert pledge.announced_by is not None
    assert pledge.announced_by.name == "Masayoshi Son"
    assert pledge.stage == "pledged"
    assert pledge.purpose is not None
    assert "artificial intelligence" in pledge.purpose


def test_what_the_article_leaves_open(statements: tuple[Statement, ...]) -> None:
    (pledge,) = [s for s in statements if isinstance(s, PledgeStatement)]
    assert set(pledge.not_stated) == {"project", "financing", "schedule"}


def test_to_whom_and_when(statements: tuple[Statement, ...]) -> None:
    (pledge,) = [s for s in statements if isinstance(s, PledgeStatement)]
    assert pledge.counterparty is not None
    assert pledge.counterparty.name == "Donald Trump"
    assert pledge.announced is not None
    assert (pledge.announced.date, pledge.announced.precision, pledge.announced.basis) == (
        "2024-12",
        "month",
        "inferred",
    )


def test_the_meetings(statements: tuple[Statement, ...]) -> None:
    meetings = {
        (frozenset(p.name for p in s.participants), s.outcome, s.place)
        for s in statements
        if isinstance(s, MeetingStatement)
    }
    assert (frozenset({"Masayoshi Son", "Donald Trump"}), "held", "Mar-a-Lago") in meetings
    assert (frozenset({"Justin Trudeau", "Donald Trump"}), "held", "Mar-a-Lago") in meetings
    assert any("Ishiba Shigeru" in who and outcome == "declined" for who, outcome, _ in meetings)
    assert any("a Japanese government official" in who and outcome == "sought" for who, outcome, _ in meetings)
    assert len(meetings) == 4


def test_the_measures(statements: tuple[Statement, ...]) -> None:
    measures = [s for s in statements if isinstance(s, MeasureStatement) and s.certainty != "negated"]
    (tariff,) = [m for m in measures if m.rate is not None]
    assert (tariff.type, tariff.imposer, set(tariff.target), tariff.status) == (
        "tariff",
        "United States",
        {"CA", "MX"},
        "threatened",
    )
    assert tariff.rate is not None
    assert tariff.rate.low == tariff.rate.high == 25
    assert tariff.condition is not None
    assert tariff.condition.startswith("unless action is taken")
    assert all(set(m.target) == {"JP"} for m in measures if m is not tariff)


def test_the_figures(statements: tuple[Statement, ...]) -> None:
    figures = {(s.subject, s.metric): s for s in statements if isinstance(s, FigureStatement)}
    fund = figures["Vision Fund", "fund size"]
    assert fund.value is not None
    assert (fund.value.low, fund.value.unit) == (100_000_000_000, "USD")
    assert fund.as_of is not None
    assert fund.as_of.date == "2017"
    assert fund.assessment is not None
    assert "not panned out as planned" in fund.assessment
    companies = figures["Vision Fund", "companies invested in"]
    assert companies.value is not None
    assert companies.value.low == 88
    assert figures["Masayoshi Son", "personal debt"].assessment == "sizable"
    assert figures["United States", "trade deficit"].assessment == "persistent"
    assert len(figures) == 4


def test_the_ties(statements: tuple[Statement, ...]) -> None:
    ties = {(s.subject, s.relation, s.object.casefold()) for s in statements if isinstance(s, TieStatement)}
    assert ties == {
        ("Masayoshi Son", "founder_of", "softbank"),
        ("Masayoshi Son", "leads", "softbank"),
        ("Ishiba Shigeru", "head_of_government_of", "japan"),
        ("Justin Trudeau", "head_of_government_of", "canada"),
        ("Elon Musk", "adviser_to", "donald trump"),
        ("Donald Trump", "head_of_state_elect_of", "united states"),
        ("Shihoko Goto", "director_at", "wilson center"),
        ("Vision Fund", "invested_in", "wework"),
    }


def test_the_outlooks(statements: tuple[Statement, ...]) -> None:
    outlooks = {s.direction: s for s in statements if isinstance(s, OutlookStatement)}
    assert set(outlooks) == {"better", "worse"}
    assert "breakthrough in U.S. economic relations with Japan" in outlooks["better"].then
    assert "Japan-U.S. relations taking a hit" in outlooks["worse"].then
