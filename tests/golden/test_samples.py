"""The documents of samples/ say what docs/samples.md claims that they show."""

from collections.abc import Iterator

import pytest

from makegood import workflow
from makegood.model.document import Document
from makegood.model.statement import (
    MeasureStatement,
    MeetingStatement,
    PledgeStatement,
    ProgressStatement,
    Statement,
)
from makegood.sources import locate
from tests.conftest import ROOT

Told = dict[str, tuple[Document, tuple[Statement, ...]]]


def _read() -> Iterator[tuple[str, tuple[Document, tuple[Statement, ...]]]]:
    for step in workflow.read(locate([str(ROOT / "samples")]), "hybrid"):
        assert isinstance(step, workflow.Read)
        name = step.document.ref.rsplit("/", 1)[-1]
        yield name, (step.document, step.reading.statements)


@pytest.fixture(scope="module")
def told() -> Told:
    """What each document says, by its file's name or its own id."""
    return dict(_read())


def _pledges(told: Told, name: str, low: int | None) -> list[PledgeStatement]:
    return [
        s
        for s in told[name][1]
        if isinstance(s, PledgeStatement) and (s.amount.low or s.amount.high if s.amount else None) == low
    ]


def _only(told: Told, name: str, low: int | None) -> PledgeStatement:
    found = _pledges(told, name, low)
    assert len(found) == 1
    return found[0]


def test_every_document_was_read(told: Told) -> None:
    assert len(told) == 15


@pytest.mark.parametrize("name", ["11-earnings-pellworth.txt", "12-takeover-and-funding-round.html", "oil"])
def test_money_without_a_promise_is_no_pledge(told: Told, name: str) -> None:
    assert not [s for s in told[name][1] if isinstance(s, PledgeStatement)]


def test_the_agency_story_gives_amount_horizon_and_jobs(told: Told) -> None:
    pledge = _only(told, "01-wire-daehan-battery-plant.txt", 5_500_000_000)
    assert pledge.promisor.name == "Daehan Cellworks"
    assert pledge.amount
    assert (pledge.amount.currency, pledge.amount.bound) == ("USD", "exact")
    assert pledge.horizon
    assert pledge.horizon.years == 4
    assert pledge.jobs
    assert (pledge.jobs.low, pledge.jobs.bound) == (2400, "about")
    assert pledge.recipient
    assert pledge.recipient.countries == ("US",)


def test_a_dropped_plan_told_as_background_is_a_pledge_of_its_own(told: Told) -> None:
    pledge = _only(told, "01-wire-daehan-battery-plant.txt", 700_000_000)
    assert pledge.stage == "cancelled"


def test_parts_in_a_list_stand_beside_the_whole(told: Told) -> None:
    whole = _only(told, "02-press-release-daehan.html", 5_500_000_000)
    parts = [_only(told, "02-press-release-daehan.html", low) for low in (3_100_000_000, 900_000_000, 1_500_000_000)]
    assert {part.part_of for part in parts} == {whole.id}


def test_a_sum_over_several_promisors_is_a_total(told: Told) -> None:
    statements = told["03-fact-sheet-jobs-at-home.md"][1]
    assert [s.amount.low for s in statements if s.kind == "total"] == [21_000_000_000]
    assert not _pledges(told, "03-fact-sheet-jobs-at-home.md", 21_000_000_000)


def test_more_than_has_an_open_end(told: Told) -> None:
    amount = _only(told, "03-fact-sheet-jobs-at-home.md", 7_000_000_000).amount
    assert amount
    assert (amount.bound, amount.high) == ("more_than", None)


def test_the_fund_of_the_same_size_is_not_the_pledge(told: Told) -> None:
    pledge = _only(told, "04-opinion-mizuhara-method.txt", 40_000_000_000)
    assert pledge.promisor.name == "Mizuhara Group"
    assert pledge.horizon
    assert pledge.horizon.years == 5


def test_meetings_are_held_and_declined(told: Told) -> None:
    meetings = [s for s in told["04-opinion-mizuhara-method.txt"][1] if isinstance(s, MeetingStatement)]
    outcomes = {frozenset(p.name.split()[-1] for p in s.participants): s.outcome for s in meetings}
    assert outcomes == {
        frozenset({"Mizuhara", "Beaumont"}): "held",
        frozenset({"Tanabe", "Beaumont"}): "declined",
        frozenset({"Dong-wook", "Beaumont"}): "held",
    }


def test_a_threat_has_its_condition(told: Told) -> None:
    tariffs = [s for s in told["04-opinion-mizuhara-method.txt"][1] if isinstance(s, MeasureStatement) and s.rate]
    assert [(s.rate.low, s.status, set(s.target)) for s in tariffs if s.rate] == [(20, "threatened", {"JP", "KR"})]
    assert tariffs[0].condition


def test_nothing_is_read_from_captions_menus_and_related_headlines(told: Told) -> None:
    strange = ("$22 million", "$84 million", "$250 million", "$12 billion", "$9 billion", "$640 million", "$4 a month")
    for name in ("02-press-release-daehan.html", "04-opinion-mizuhara-method.txt", "05-local-news-brightwater.html"):
        quotes = [span.quote for s in told[name][1] for spans in s.evidence.values() for span in spans]
        assert not [quote for quote in quotes if any(figure in quote for figure in strange)]


def test_a_host_leaders_figure_is_not_the_promisors(told: Told) -> None:
    own = [s for s in told["06-transcript-columbus.txt"][1] if isinstance(s, PledgeStatement)]
    assert not [s for s in own if s.amount and s.amount.low == 10_000_000_000 and s.speaker.role == "promisor"]
    assert _pledges(told, "06-transcript-columbus.txt", 7_500_000_000) or _pledges(
        told, "06-transcript-columbus.txt", 2_000_000_000
    )


def test_a_list_gives_a_pledge_a_line(told: Told) -> None:
    wanted = (7_500, 12_000, 10_000, 850, 680, 1_200, 2_400, 95, 3_500)
    assert all(len(_pledges(told, "07-list-of-investments.md", million * 1_000_000)) == 1 for million in wanted)
    assert not _pledges(told, "07-list-of-investments.md", 38_000_000_000)


def test_a_follow_up_tells_what_became_of_it(told: Told) -> None:
    progress = [s for s in told["08-follow-up-daehan.html"][1] if isinstance(s, ProgressStatement)]
    assert {"scale_back", "delay", "cancel", "spent", "hired"} <= {s.what for s in progress}
    assert [s.amount.low for s in progress if s.what == "spent" and s.amount] == [1_200_000_000]
    assert [s.jobs.low for s in progress if s.what == "hired" and s.jobs] == [310]


@pytest.mark.parametrize(
    ("name", "low", "currency"),
    [
        ("sundara-gujarat", 180_000_000_000, "INR"),
        ("takase-dresden", 3_200_000_000, "EUR"),
        ("takase-dresden", 1_200_000_000_000, "JPY"),
        ("samhara-data-centres", 10_000_000_000, "USD"),
        ("lindqvist-kenya", 45_000_000_000, "KES"),
    ],
)
def test_money_as_the_world_writes_it(told: Told, name: str, low: int, currency: str) -> None:
    amount = _only(told, name, low).amount
    assert amount
    assert amount.currency == currency
