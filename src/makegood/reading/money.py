"""Amounts of money as the world writes them, with currency, bound (R6) and 'a year' and its like."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from makegood.model.mention import MoneyMention
from makegood.reading import currencies
from makegood.reading.bounds import Bounded
from makegood.reading.cents import with_cents
from makegood.reading.currency_words import signs, written
from makegood.reading.gaps import SPACE
from makegood.reading.home_currency import Homes
from makegood.reading.numbers import Numeral, find_numerals, holds_number
from makegood.reading.per import per_after
from makegood.reading.pricing import priced
from makegood.reading.ranges import Measure, bounded_measures

_UNIT = re.compile(r"dollar|euro|pound")
_A = re.compile(rf"\b[Aa]{SPACE}\Z")
_NAME, _AFTER = 48, 6
_ALONE = re.compile(rf"\s*(?:\Z|[.,;!?)])|{SPACE}(?:and{SPACE}\d|an?{SPACE}|per\b|each\b)")


def find_money(text: str, numerals: Sequence[Numeral] | None = None) -> list[MoneyMention]:
    """All amounts in `text`, in order, not overlapping. `numerals`: those of `text`, where already found.

    Values are in whole currency units: '50 cents' is 0.5 USD. A bare '$' is USD unless the text is plainly
    at home elsewhere (home_currency.py). Vague amounts ('billions of dollars', 'a multi-billion-dollar
    plan') are no mentions.
    """
    numerals = find_numerals(text) if numerals is None else numerals
    single = list(_single_units(text))
    numerals = sorted([*numerals, *single], key=lambda n: n.start) if single else numerals
    yuan, homes = currencies.yuan_signs(text), Homes(text)
    measures = list(with_cents(text, priced(text, numerals)))
    mentions: list[MoneyMention] = []
    for measure, frame in bounded_measures(text, measures):
        code = "CNY" if yuan and text[measure.core] in "¥￥" else homes.code(measure.unit)
        mentions.append(_mention(text, measure, frame, code))
    return mentions


def may_hold_money(text: str) -> bool:
    """Whether a text has a sign of a currency, or a word of one near a number; if not, it has no money mention."""
    return signs().search(text) is not None or any(_numbered(text, start, end) for start, end in written().spans(text))


def _numbered(text: str, start: int, end: int) -> bool:
    """Whether a number stands before a currency, at most a long name of one away, or right behind it."""
    near = text[max(0, start - _NAME) : end + _AFTER]
    return holds_number(near) or _A.search(text, max(0, start - 4), start) is not None


def _single_units(text: str) -> Iterator[Numeral]:
    """The 'a' of 'a dollar a day', as a number."""
    for unit in _UNIT.finditer(text):
        opening = _A.search(text, max(0, unit.start() - 4), unit.start())
        if opening and _ALONE.match(text, unit.end()):
            yield Numeral(opening.start(), opening.start() + 1, Decimal(1), words=True)


def _mention(text: str, measure: Measure, frame: Bounded, code: str | None) -> MoneyMention:
    low, high = measure.ends(frame.bound)
    per, end = per_after(text, frame.start, frame.end)
    return MoneyMention(frame.start, end, low, high, frame.bound, code, per, measure.core)
