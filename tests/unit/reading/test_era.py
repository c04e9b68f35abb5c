"""A text without a date is dated by the offices that it names."""

from datetime import date

import pytest

from makegood.reading.era import Era, era, month_mentions


def test_two_offices_narrow_each_other() -> None:
    found = era("President-elect Donald Trump kept Prime Minister Keir Starmer waiting.")
    assert found == Era(date(2024, 11, 6), date(2025, 1, 19))


def test_an_office_still_held_leaves_the_end_open() -> None:
    assert era("Prime Minister Mark Carney spoke first.") == Era(date(2025, 3, 14), None)


@pytest.mark.parametrize(
    "text",
    [
        "A minister met a president.",
        "Former President Barack Obama opened the library.",
        "Prime Minister Tony Blair met Prime Minister Keir Starmer.",
    ],
)
def test_no_common_time_is_no_era(text: str) -> None:
    assert era(text) is None


def test_a_given_name_may_stand_between_office_and_surname() -> None:
    assert era("Canadian Prime Minister Justin Trudeau") == Era(date(2015, 11, 4), date(2025, 3, 14))


def test_a_month_is_dated_only_where_the_era_holds_it_once() -> None:
    winter = Era(date(2024, 11, 6), date(2025, 1, 19))
    text = "They met in December and will meet in January; the bill came in June. In December 2016 nobody met."
    found = month_mentions(text, winter)
    assert [(text[m.start : m.end], m.date, m.basis) for m in found] == [
        ("December", "2024-12", "inferred"),
        ("January", "2025-01", "inferred"),
    ]
    assert month_mentions(text, Era(date(2020, 1, 1), date(2024, 1, 1))) == []
