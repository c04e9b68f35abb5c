"""Mentions: typed, normalised spans inside a reading. Slotted, not validated: thousands per document.

A mention never leaves the reading unchecked: what of it reaches a statement goes through the
validated models of values.py, and the quote is always `text[start:end]`.
"""

from dataclasses import dataclass
from decimal import Decimal

from makegood.model.values import Basis, Bound, Per, Precision


@dataclass(frozen=True, slots=True)
class Mention:
    """Code points [start, end) of the document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NumberMention(Mention):
    """A number with its bound, in base units; the span includes the words that make the bound."""

    low: Decimal | None
    high: Decimal | None
    bound: Bound


@dataclass(frozen=True, slots=True)
class MoneyMention(NumberMention):
    """`currency` ISO 4217, None where the text leaves it open; `core` starts at the figure itself."""

    currency: str | None
    per: Per
    core: int


@dataclass(frozen=True, slots=True)
class CountMention(NumberMention):
    """So many of something: `of` is the counted noun in the singular's lexicon form ('jobs')."""

    of: str


@dataclass(frozen=True, slots=True)
class PercentMention(NumberMention):
    """Percent: 25 means 25 %. `points` marks percentage points and basis points (as points)."""

    points: bool


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """A date at its own precision; `by` marks a deadline ('by 2030', 'by the end of 2027')."""

    date: str
    precision: Precision
    basis: Basis
    timex: str
    by: bool


@dataclass(frozen=True, slots=True)
class DurationMention(Mention):
    """A length of time: `years` may be a fraction; timex is TIMEX3 ('P4Y')."""

    years: Decimal
    timex: str


@dataclass(frozen=True, slots=True)
class PeriodMention(Mention):
    """From a start to an end, partial ISO dates ('2025' to '2029')."""

    date_from: str
    date_to: str
