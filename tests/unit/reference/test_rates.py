from datetime import date
from decimal import Decimal

import pytest

from makegood.reference.rates import Rate, reference_rate

FRIDAY, SATURDAY = date(2025, 3, 7), date(2025, 3, 8)


def _rate(currency: str, into: str, first: date, last: date) -> Rate:
    found = reference_rate(currency, into, first, last)
    assert isinstance(found, Rate)
    return found


def test_a_day_has_its_own_rate_and_a_weekend_that_of_the_day_before() -> None:
    friday, saturday = _rate("EUR", "USD", FRIDAY, FRIDAY), _rate("EUR", "USD", SATURDAY, SATURDAY)
    assert friday.value == saturday.value == Decimal("1.0857")
    assert (saturday.first, saturday.last, saturday.days) == (FRIDAY, FRIDAY, 1)


def test_a_month_has_the_mean_of_its_daily_rates() -> None:
    first, last = date(2025, 3, 1), date(2025, 3, 31)
    month = _rate("EUR", "USD", first, last)
    days = [date(2025, 3, n) for n in range(1, 32)]
    daily = [_rate("EUR", "USD", day, day).value for day in days if day.weekday() < 5]
    assert month.days == len(daily) == 21
    assert abs(month.value - sum(daily) / 21) < Decimal("0.0000001")


def test_two_other_currencies_go_through_the_euro() -> None:
    won, dollar = _rate("EUR", "KRW", FRIDAY, FRIDAY).value, _rate("EUR", "USD", FRIDAY, FRIDAY).value
    assert abs(_rate("KRW", "USD", FRIDAY, FRIDAY).value - dollar / won) < Decimal("0.00000001")


def test_the_source_names_the_bank_and_the_copy() -> None:
    assert _rate("EUR", "USD", FRIDAY, FRIDAY).source.startswith("European Central Bank, euro reference rates (")


@pytest.mark.parametrize(
    ("currency", "first", "last", "why"),
    [
        ("SAR", FRIDAY, FRIDAY, "publishes no reference rate for SAR"),
        ("EUR", date(1998, 6, 1), date(1998, 6, 1), "they run from 1999-01-04"),
        ("RUB", date(2023, 6, 1), date(2023, 6, 1), "to 2022-03-01"),
        ("EUR", date(2999, 1, 1), date(2999, 1, 1), "they run from 1999-01-04 to 2"),
        ("EUR", date(2010, 1, 1), date(2019, 12, 31), "no date close enough"),
    ],
)
def test_outside_the_range_it_says_so(currency: str, first: date, last: date, why: str) -> None:
    found = reference_rate(currency, "USD", first, last)
    assert isinstance(found, str)
    assert why in found
    assert "(R19)" in found
