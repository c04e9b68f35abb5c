"""Ties, outlooks, figures and totals, each by sentences of ours."""

import pytest

from makegood.model.document import Document
from makegood.reading.cast import Cast
from makegood.reading.holdings import read_figures
from makegood.reading.outlooks import read_outlooks
from makegood.reading.story import Story, tell
from makegood.reading.sums import read_totals
from makegood.reading.ties import read_ties


def told(text: str) -> tuple[Story, Cast]:
    story = tell(Document(ref="test", text=text))
    return story, Cast(story)


def ties(text: str) -> set[tuple[str, str, str]]:
    return {(t.subject, t.relation, t.object) for t in read_ties(*told(text))}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ferrolux chief executive Anna Roth spoke first.", ("Anna Roth", "leads", "Ferrolux")),
        ("Anna Roth, chairwoman of Ferrolux, declined to comment.", ("Anna Roth", "chair_of", "Ferrolux")),
        ("Canadian Prime Minister Mark Carney agreed.", ("Mark Carney", "head_of_government_of", "Canada")),
        (
            "Key Carney advisers including Anna Roth were there. Mark Carney was not.",
            ("Anna Roth", "adviser_to", "Mark Carney"),
        ),
    ],
)
def test_an_office_is_a_tie(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "Former Ferrolux chief executive Anna Roth spoke first.",
        "Anna Roth visited Ferrolux in Lleida.",
        "Vice President Kamala Harris spoke in the United States Capitol.",
    ],
)
def test_no_office_held_is_no_tie(text: str) -> None:
    assert ties(text) == set()


def test_an_outlook_has_condition_consequence_and_direction() -> None:
    text = "If Ferrolux walks away, trade relations between Spain and Chile could suffer for years."
    (outlook,) = read_outlooks(told(text)[0])
    assert (outlook.if_, outlook.direction) == ("If Ferrolux walks away", "worse")
    assert outlook.then == "trade relations between Spain and Chile could suffer for years"


@pytest.mark.parametrize(
    "text",
    [
        "If it rains, the match could be a casualty.",
        "Trade relations suffered last year.",
        "If Ferrolux walks away, nobody knows what happens to relations.",
    ],
)
def test_no_hedge_no_direction_or_no_subject_is_no_outlook(text: str) -> None:
    assert read_outlooks(told(text)[0]) == []


def test_a_fund_is_a_figure_with_what_became_of_it() -> None:
    text = (
        "Its €4 billion Meridian Growth Fund, set up in 2012, bought widely. "
        "The fund invested in 31 companies, but the bets have not paid off so far."
    )
    size, companies = read_figures(*told(text), [])
    assert (size.subject, size.metric, size.assessment) == (
        "Meridian Growth Fund",
        "fund size",
        "have not paid off so far",
    )
    assert size.value is not None
    assert (size.value.low, size.value.unit) == (4_000_000_000, "EUR")
    assert companies.value is not None
    assert (companies.metric, companies.value.low) == ("companies invested in", 31)


def test_a_metric_without_a_number_keeps_its_weight() -> None:
    (figure,) = read_figures(*told("Analysts point to Ferrolux's mounting debt."), [])
    assert (figure.subject, figure.metric, figure.value, figure.assessment) == ("Ferrolux", "debt", None, "mounting")


def test_a_sum_over_many_promisors_is_a_total() -> None:
    (total,) = read_totals(*told("Prime Minister Mark Carney announced more than $40 billion in new commercial deals."))
    assert (total.amount.low, total.amount.bound) == (40_000_000_000, "more_than")


@pytest.mark.parametrize(
    "text",
    ["Ferrolux announced a $40 billion investment in Spain.", "Ferrolux promised $3 billion in investments in Chile."],
)
def test_one_promisor_makes_no_total(text: str) -> None:
    assert read_totals(*told(text)) == []
