"""Money in another currency, at the reference rate of the day it was promised; rate and source kept (R19)."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from makegood.assessment.calendar import interval
from makegood.assessment.ends import Ends
from makegood.model.frozen import Frozen
from makegood.model.values import Exact, PartialDate
from makegood.reference.rates import Rate, reference_rate

RateOf = Callable[[str, str, date, date], Rate | str]
CENT = Decimal("0.01")


class Conversion(Frozen):
    """How a line came into the currency of its total. `on` is a day, or a period of which `rate` is the mean."""

    currency: str
    rate: Exact
    on: str
    source: str


Ratio = tuple[Decimal, Conversion | None]
"""What to multiply by, and where it is from; None where nothing had to be converted."""


def ratio(currency: str | None, into: str, when: PartialDate | None, rate_of: RateOf = reference_rate) -> Ratio | str:
    """What turns money of one currency into another's at the date it was promised, or why nothing does.

    `rate_of` answers (currency, into, first day, last day).
    """
    if currency == into:
        return Decimal(1), None
    if currency is None:
        return "no currency stated: not converted (R19)"
    days = interval(when.date) if when is not None else None
    if days is None:
        return "no date, so no reference rate (R19)"
    rate = rate_of(currency, into, *days)
    if isinstance(rate, str):
        return rate
    on = rate.first.isoformat() if rate.days == 1 else f"{rate.first} to {rate.last}, mean of {rate.days} days"
    return rate.value, Conversion(currency=into, rate=rate.value, on=on, source=rate.source)


def times(value: Ends, by: Decimal) -> Ends:
    """Both ends in another currency, to the cent."""
    return Ends(low=to_the_cent(value.low * by), high=None if value.high is None else to_the_cent(value.high * by))


def to_the_cent(value: Decimal) -> Decimal:
    """Rounded half to even; whole numbers stay as they are."""
    return value if value == value.to_integral_value() else value.quantize(CENT)
