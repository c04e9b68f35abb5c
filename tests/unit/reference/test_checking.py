import pytest

from makegood.reference.checking import is_date, problems
from tests.rows import OUTCOMES, PLEDGES, outcome_row, pledge_row


def test_sound_rows_have_no_problems() -> None:
    assert problems(PLEDGES, OUTCOMES) == []


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("promisor", ""),
        ("promisor_kind", "firm"),
        ("promisor_country", "Norway"),
        ("recipient_country", "NO;XX"),
        ("sector", "iron"),
        ("amount_low", "2bn"),
        ("amount_high", "1"),
        ("currency", ""),
        ("amount_qualifier", "roughly"),
        ("amount_per", "month"),
        ("jobs_promised", "many"),
        ("announced_on", "March 2015"),
        ("source_url", "example.org/foundry"),
        ("source_title", ""),
        ("grade", "bad"),
        ("renews", "nobody"),
        ("revises", "nobody"),
        ("part_of", "nothing"),
    ],
)
def test_a_wrong_cell_is_named_with_its_line_and_the_way_out(column: str, cell: str) -> None:
    (problem,) = problems([*PLEDGES, pledge_row("tarn-norway-2020", **{column: cell})], OUTCOMES)
    assert problem.startswith("pledges.csv line 5")
    assert column in problem
    assert repr(cell) in problem


@pytest.mark.parametrize(
    "row",
    [
        outcome_row("nobody", "2017", "stalled"),
        outcome_row("tarn-norway-2015", "2014-12", "stalled"),
        outcome_row("tarn-norway-2015", "2017", "halted"),
        outcome_row("tarn-norway-2015", "2017", "stalled", amount_to_date="5"),
        outcome_row("tarn-norway-2015", "2017", "stalled", note="word " * 26),
    ],
    ids=["slug", "before", "stage", "currency", "note"],
)
def test_a_wrong_outcome_is_named(row: dict[str, str]) -> None:
    (problem,) = problems(PLEDGES, [*OUTCOMES, row])
    assert problem.startswith("outcomes.csv line 6")


def test_a_slug_is_small_and_a_pledge_lands_somewhere() -> None:
    assert "small letters" in problems([*PLEDGES, {**PLEDGES[0], "slug": "Tarn"}], OUTCOMES)[0]
    assert "a country or a place" in problems([*PLEDGES, pledge_row("a", recipient_country="")], OUTCOMES)[0]


def test_slugs_stand_once_findings_once_and_nothing_is_part_of_itself() -> None:
    assert "more than one row" in problems([PLEDGES[0], *PLEDGES], OUTCOMES)[0]
    assert "stands twice" in problems(PLEDGES, [*OUTCOMES, OUTCOMES[0]])[0]
    ring = [pledge_row("a", part_of="b"), pledge_row("b", part_of="a")]
    assert [problem for problem in problems(ring, [outcome_row("a", "2017", "stalled")]) if "part of itself" in problem]


def test_other_columns_are_refused_before_anything_else() -> None:
    assert problems([{"slug": "a"}], OUTCOMES)[0].startswith("pledges.csv: its columns must be slug")


def test_a_date_is_of_the_calendar() -> None:
    assert [is_date(text) for text in ("2015", "2015-02", "2015-02-28", "2015-02-30", "2015-13", "15-02")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip
