"""Normalised values: plain numbers in base units, with the bound the text gives them (R6)."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer, model_validator

from makegood.model.frozen import Frozen

Number = int | float
"""A plain number in base units; an `int` wherever the value is whole."""

Bound = Literal["exact", "at_least", "more_than", "less_than", "up_to", "about", "between"]
Per = Literal["total", "year", "month", "week", "day", "hour", "unit"]
Precision = Literal["day", "month", "quarter", "half", "season", "year", "decade"]
Basis = Literal["stated", "relative", "metadata", "inferred"]


def plain(value: Decimal | float) -> Number:
    """A number as JSON shows it: whole values as `int`, others as `float`."""
    return int(value) if value == int(value) else float(value)


Exact = Annotated[Decimal, PlainSerializer(plain, return_type=Number, when_used="json")]
"""A decimal that adds up to the cent; a plain number in JSON."""


class Quantity(Frozen):
    """A number or a range of numbers with its bound.

    `up_to` has only `high`; `at_least` and `more_than` have only `low`; all others have both (R6).
    """

    low: Number | None = None
    high: Number | None = None
    bound: Bound = "exact"

    @model_validator(mode="after")
    def _bound_fits(self) -> "Quantity":
        if self.low is None and self.high is None:
            raise ValueError("a quantity without a number")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} above high {self.high}")
        return self


class Amount(Quantity):
    """Money. `currency` is ISO 4217, or None where the text leaves it open."""

    currency: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    per: Per = "total"


class Jobs(Quantity):
    """Promised or counted jobs (R15). 'supported' is not 'created'."""

    kind: Literal["permanent", "construction", "indirect", "retained", "supported"] | None = None


class Rate(Frozen):
    """Percent: 25 means 25 %."""

    low: Number
    high: Number


class Figure(Quantity):
    """The value of a figure; `unit` is a currency code, 'percent' or a counted noun."""

    unit: str | None = None


class PartialDate(Frozen):
    """An ISO 8601 date cut to what is known: 2024, 2024-12, 2024-12-05 or 2024-Q4 (R18)."""

    date: str = Field(pattern=r"^\d{3,4}s?(-(\d{2}(-\d{2})?|Q[1-4]|H[12]|SP|SU|FA|WI))?$")
    precision: Precision
    basis: Basis = "stated"


class Horizon(Frozen):
    """Over what time: a length in years, and start or end as partial ISO dates (R7)."""

    years: Number | None = None
    start: str | None = None
    end: str | None = None

    @model_validator(mode="after")
    def _not_empty(self) -> "Horizon":
        if self.years is None and self.start is None and self.end is None:
            raise ValueError("a horizon without years, start or end")
        return self
