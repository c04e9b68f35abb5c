from datetime import date

import pytest

from makegood.assessment.staleness import CLOCKS, SETTLED, months_after, silence

HEARD = [date(2019, 5, 1), date(2020, 1, 31)]


@pytest.mark.parametrize(
    ("as_of", "finds"),
    [
        (date(2022, 1, 30), None),
        (date(2022, 1, 31), "stalled"),
        (date(2024, 1, 30), "stalled"),
        (date(2024, 1, 31), "presumed_cancelled"),
    ],
)
def test_two_years_of_silence_stall_and_four_presume_cancelled(as_of: date, finds: str | None) -> None:
    found = silence("started", HEARD, None, as_of)
    assert (found.finds if found else None) == finds
    assert found is None or found.since == date(2020, 1, 31)


def test_a_year_after_the_term_ended_unheard_it_is_stalled() -> None:
    due = date(2020, 6, 30)
    assert silence("pledged", HEARD, due, date(2021, 6, 29)) is None
    found = silence("pledged", HEARD, due, date(2021, 6, 30))
    assert found is not None
    assert found.finds == "stalled"


def test_news_after_the_term_stops_its_clock() -> None:
    assert silence("pledged", [*HEARD, date(2020, 8, 1)], date(2020, 6, 30), date(2021, 12, 1)) is None


def test_news_of_later_is_not_known_yet() -> None:
    found = silence("pledged", [*HEARD, date(2023, 1, 1)], None, date(2022, 2, 1))
    assert found is not None
    assert found.since == date(2020, 1, 31)


def test_no_clock_runs_for_what_is_settled_or_was_never_heard_of() -> None:
    assert not [stage for stage in SETTLED if silence(stage, HEARD, None, date(2030, 1, 1))]
    assert silence("pledged", [], None, date(2030, 1, 1)) is None


def test_what_is_known_to_be_stalled_is_not_inferred_to_be() -> None:
    assert silence("stalled", HEARD, None, date(2022, 6, 1)) is None
    found = silence("stalled", HEARD, None, date(2024, 6, 1))
    assert found is not None
    assert found.finds == "presumed_cancelled"


def test_months_end_with_the_month() -> None:
    assert months_after(date(2020, 1, 31), 1) == date(2020, 2, 29)
    assert months_after(date(2020, 12, 15), 12) == date(2021, 12, 15)


def test_the_clocks_are_those_of_the_rule() -> None:
    assert {(clock.since, clock.months, clock.finds) for clock in CLOCKS} == {
        ("milestone", 12, "stalled"),
        ("evidence", 24, "stalled"),
        ("evidence", 48, "presumed_cancelled"),
    }
