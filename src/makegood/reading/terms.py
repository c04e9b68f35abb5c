"""The terms of a promise: a value in model form with the code points that prove it, or None."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Generic, TypeVar

from makegood.model.mention import MoneyMention
from makegood.model.values import Amount, Number, plain
from makegood.reading.lexicon import words
from makegood.reading.pieces import Piece
from makegood.reading.story import Passage

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Found(Generic[T_co]):
    """A value with the intervals that prove it."""

    value: T_co
    at: tuple[tuple[int, int], ...]


def number(value: Decimal | None) -> Number | None:
    """A mention's decimal as a plain number."""
    return None if value is None else plain(value)


def amount(piece: Piece) -> Found[Amount]:
    """The amount of a money piece (R6).

    Raises:
        TypeError: the piece is no sum of money.
    """
    if not isinstance(piece.mention, MoneyMention):
        raise TypeError(f"{piece.text!r} is no sum of money")
    return sum_of(piece.mention)


def sum_of(money: MoneyMention) -> Found[Amount]:
    """The amount that a mention states (R6)."""
    value = Amount(
        low=number(money.low), high=number(money.high), bound=money.bound, currency=money.currency, per=money.per
    )
    return Found(value, ((money.start, money.end),))


def condition(text: str, passage: Passage) -> Found[str] | None:
    """The clause that a promise or measure hangs on (R16)."""
    match = _condition().search(text, passage.start, passage.end)
    if not match:
        return None
    quote = match.group().rstrip(" ,")
    return Found(quote, ((match.start(), match.start() + len(quote)),))


@cache
def _condition() -> re.Pattern[str]:
    openers = "|".join(sorted(words("terms")["conditions"], key=lambda phrase: (-len(phrase), phrase)))
    return re.compile(rf"\b(?:{openers})\b[^.;]{{6,160}}", re.IGNORECASE)
