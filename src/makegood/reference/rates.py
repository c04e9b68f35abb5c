"""Reference rates of exchange of the European Central Bank, as `currencyconverter` ships them: never the network (R19).

A rate is that of a day, or where the bank published none on it (a weekend, a holiday) of the last day
before; for a date known only to the month, quarter or year it is the mean of the daily rates in it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from currency_converter import CurrencyConverter

_WITHOUT = 7
"""So many days back at most for a day without a rate: the longest run of holidays is five."""
_YEAR = 366
_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Rate:
    """So much of one currency for one of another. `days` is how many daily rates it is the mean of."""

    value: Decimal
    first: date
    last: date
    days: int
    source: str


def reference_rate(currency: str, into: str, first: date, last: date) -> Rate | str:
    """The rate from one currency into another over [first, last], or why there is none.

    Args:
        currency: ISO 4217, as `into`.
        first: the first day that the date may mean; `last` is the last.
    """
    known = _converter()
    for code in (currency, into):
        if code not in known.currencies:
            return f"the European Central Bank publishes no reference rate for {code} (R19)"
    if (last - first).days >= _YEAR:
        return "no date close enough for a reference rate (R19)"
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    if first == last <= _bounds(currency, into)[1]:
        days = [day for n in range(_WITHOUT + 1) if _on(currency, into, day := first - timedelta(days=n))][:1]
    daily = {day: rate for day in days if (rate := _on(currency, into, day)) is not None}
    if not daily:
        begin, end = _bounds(currency, into)
        return f"no reference rate for {currency} on {first}: they run from {begin} to {end} (R19)"
    mean = _rounded(sum(daily.values(), Decimal(0)) / len(daily))
    return Rate(mean, min(daily), max(daily), len(daily), source())


def source() -> str:
    """Who published the rates and which copy of them is used."""
    return f"European Central Bank, euro reference rates (currencyconverter {version('currencyconverter')})"


def _on(currency: str, into: str, day: date) -> Decimal | None:
    """The rate of one day, None where the bank published none."""
    # Imported here, for the library unpacks its rates as it is made: a tenth of a second.
    from currency_converter import RateNotFoundError  # noqa: PLC0415

    try:
        rate: Decimal = _converter().convert(Decimal(1), currency, into, day)
    except RateNotFoundError:
        return None
    return rate


def _bounds(currency: str, into: str) -> tuple[date, date]:
    """The first and the last day for which both currencies have a rate."""
    bounds = [_converter().bounds[code] for code in (currency, into)]
    return max(bound.first_date for bound in bounds), min(bound.last_date for bound in bounds)


def _rounded(rate: Decimal) -> Decimal:
    """To eight digits that count."""
    return rate.quantize(Decimal(1).scaleb(rate.adjusted() - _DIGITS + 1))


@cache
def _converter() -> "CurrencyConverter":
    from currency_converter import CurrencyConverter  # noqa: PLC0415

    return CurrencyConverter(decimal=True)
