"""Values: bounds that fit, dates cut to what is known, horizons that say something."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from makegood.model.values import Amount, Horizon, PartialDate, Quantity, plain


def test_a_quantity_needs_a_number() -> None:
    with pytest.raises(ValidationError, match="without a number"):
        Quantity(bound="about")


def test_low_is_not_above_high() -> None:
    with pytest.raises(ValidationError, match="above high"):
        Quantity(low=12, high=10, bound="between")


def test_large_sums_stay_whole() -> None:
    amount = Amount.model_validate({"low": 10**24, "high": 10**24, "currency": "KRW"})
    assert amount.low == 10**24
    assert isinstance(amount.low, int)


@pytest.mark.parametrize("currency", ["usd", "US$", "DOLLAR", ""])
def test_a_currency_is_a_code(currency: str) -> None:
    with pytest.raises(ValidationError):
        Amount(low=1, high=1, currency=currency)


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="extra"):
        Amount.model_validate({"low": 1, "high": 1, "amount": 1})


def test_values_do_not_change() -> None:
    amount = Amount(low=1, high=1)
    with pytest.raises(ValidationError, match="frozen"):
        amount.low = 2


@pytest.mark.parametrize("date", ["2024", "2024-12", "2024-12-05", "2024-Q4", "2027-H2", "2026-SP", "2030s"])
def test_dates_keep_their_precision(date: str) -> None:
    assert PartialDate(date=date, precision="year").date == date


@pytest.mark.parametrize("date", ["24", "2024-1", "12/05/2024", "2024-Q5", "2024-12-05T10:00", "next year"])
def test_what_is_no_partial_date_is_refused(date: str) -> None:
    with pytest.raises(ValidationError):
        PartialDate(date=date, precision="day")


def test_a_horizon_says_something() -> None:
    with pytest.raises(ValidationError, match="without years"):
        Horizon()
    assert Horizon(end="2030").years is None


def test_whole_values_are_plain_integers() -> None:
    assert repr(plain(Decimal("5.5E+9"))) == "5500000000"
    assert repr(plain(Decimal("2.50"))) == "2.5"
