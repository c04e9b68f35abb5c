from datetime import date
from decimal import Decimal

import pytest

from makegood.assessment.calendar import interval, later, sort_key
from makegood.model.values import PartialDate


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12-05", date(2024, 12, 5), date(2024, 12, 5)),
        ("2026-Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026-SP", date(2026, 3, 1), date(2026, 5, 31)),
        ("2026-WI", date(2026, 12, 1), date(2027, 2, 28)),
        ("2030s", date(2030, 1, 1), date(2039, 12, 31)),
        ("203", date(2030, 1, 1), date(2039, 12, 31)),
    ],
)
def test_a_partial_date_covers_all_days_it_may_mean(iso: str, first: date, last: date) -> None:
    assert interval(iso) == (first, last)


@pytest.mark.parametrize("iso", ["2024-13", "2023-02-30", "0000"])
def test_a_day_that_the_calendar_lacks_is_unknown(iso: str) -> None:
    assert interval(iso) is None


def test_order_is_by_first_then_last_day_and_unknown_comes_last() -> None:
    dates = [
        PartialDate(date="2024", precision="year"),
        PartialDate(date="2024-01", precision="month"),
        PartialDate(date="2023-12-31", precision="day"),
    ]
    assert [d.date for d in sorted(dates, key=sort_key)] == ["2023-12-31", "2024-01", "2024"]
    assert sort_key(None) > sort_key(dates[0])


def test_years_are_added_at_the_precision_of_the_start_and_marked_as_inferred() -> None:
    month = later(PartialDate(date="2024-12", precision="month"), Decimal(4))
    year = later(PartialDate(date="2024", precision="year"), Decimal("2.5"))
    assert month == PartialDate(date="2028-12", precision="month", basis="inferred")
    assert year == PartialDate(date="2026", precision="year", basis="inferred")
    assert later(PartialDate(date="2024", precision="year"), Decimal(9000)) is None
