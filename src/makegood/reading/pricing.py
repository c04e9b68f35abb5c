"""Figures and the currency beside them: which belong together, and what they come to."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from makegood.reading import currencies
from makegood.reading.currencies import CENT, Currency
from makegood.reading.gaps import BLANKS
from makegood.reading.lexicon import words
from makegood.reading.number_words import abbreviations, magnitudes
from makegood.reading.numbers import Numeral
from makegood.reading.ranges import Measure

_DOLLARS = frozenset(
    {"dollar", "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "CLP", "COP", "ARS", "JMD", "TTD", "NAD"}
)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_MAGNITUDE = re.compile(rf"[{BLANKS}]{{1,2}}(million|billion|trillion|thousand|bn|mln)\b", re.I)
_GROUPED = re.compile(r"\d[, \u00a0]\d{3}")
_NUMBER = re.compile(r"\s?\d")
_CLAUSE_END = re.compile(r"\s*(?:\Z|[.,;!?)](?!\d))")
_WEIGHED = re.compile(r"pounds of|\bweigh|\blbs?\b|\bfentanyl\b|\bmeth", re.I)
_OF = re.compile(r"[\s-]+(?:(?P<of>of)\s+(?P<first>\w+)(?:\s+(?P<second>\w+))?|per\b|force)", re.I)


def priced(text: str, numerals: Iterable[Numeral]) -> Iterator[Measure]:
    """A measure for every numeral: marked, with the currency in its span, where one belongs to it."""
    limit = 0
    for numeral in numerals:
        if numeral.start < limit:
            continue
        measure = _price(text, numeral, limit)
        if measure.marked:
            limit = measure.end
        yield measure


def _price(text: str, numeral: Numeral, limit: int) -> Measure:
    left = None if numeral.words else currencies.before(text, numeral.start, limit)
    if left and _stands_before(text, left, numeral):
        return _left_marked(text, left, numeral)
    if not numeral.glued or _dash_before(text, numeral):
        for value, end in _readings(numeral):
            right = currencies.behind(text, end)
            if right and _stands_behind(text, right, numeral, value):
                return _right_marked(text, right, numeral, value)
    start, scale = numeral.start, numeral.scale * numeral.suffix_scale
    value, year_like = numeral.scaled_value, numeral.year_like
    return Measure(start, numeral.full_end, value, scale, False, core=start, year_like=year_like)


def _readings(numeral: Numeral) -> list[tuple[Decimal, int]]:
    """Value and end with the suffix taken as a magnitude, then without."""
    plain = (numeral.value, numeral.end)
    return [(numeral.scaled_value, numeral.suffix_end), plain] if numeral.suffix_end else [plain]


def _left_marked(text: str, left: Currency, numeral: Numeral) -> Measure:
    code, end = left.code, numeral.full_end
    right = currencies.behind(text, end)
    if right and _repeats(text, left, right):
        code, end = right.code, right.end
    value = numeral.scaled_value * left.scale
    grouped = _THOUSANDS.fullmatch(text, numeral.start, numeral.end) and not numeral.suffix_end
    if grouped and currencies.decimal_comma(code):
        value *= 1000
    scale = numeral.scale * numeral.suffix_scale * left.scale
    return Measure(left.start, end, value, scale, True, True, code or "", core=left.start)


def _repeats(text: str, left: Currency, right: Currency) -> bool:
    """Whether the words behind say the same currency again, or which dollar it is ('$5 million CAD')."""
    if right.sign or right.scale != 1 or _NUMBER.match(text, right.end):
        return False
    return right.code == left.code or (left.plain_dollar and right.code in _DOLLARS and not right.large_only)


def _right_marked(text: str, right: Currency, numeral: Numeral, value: Decimal) -> Measure:
    scale = numeral.scale if value == numeral.value else numeral.suffix_scale
    scale, value, end = scale * max(right.scale, Decimal(1)), value * right.scale, right.end
    behind = _MAGNITUDE.match(text, end)
    if behind and scale == 1 and not right.named:
        word = behind[1].lower()
        scale = magnitudes().get(word) or abbreviations()[word]
        value, end = value * scale, behind.end()
    return Measure(numeral.start, end, value, scale, True, False, right.code or "", core=numeral.start)


def _dash_before(text: str, numeral: Numeral) -> bool:
    return numeral.start > 1 and text[numeral.start - 1] in "-/" and text[numeral.start - 2].isdigit()


def _large(text: str, numeral: Numeral) -> bool:
    return numeral.scaled or bool(numeral.suffix_end) or bool(_GROUPED.search(text, numeral.start, numeral.end))


def _stands_before(text: str, left: Currency, numeral: Numeral) -> bool:
    """Whether the currency before really belongs to the figure."""
    if left.start > 0 and not left.sign and text[left.start - 1].isalnum():
        return False
    if left.large_only:
        attached = left.end == numeral.start or left.end - left.start > 1 or text[left.start] == "R"
        return attached and _large(text, numeral)
    return not left.named or _large(text, numeral) or bool(_CLAUSE_END.match(text, numeral.full_end))


def _stands_behind(text: str, right: Currency, numeral: Numeral, value: Decimal) -> bool:
    """Whether the currency behind really belongs to the figure."""
    unit = text[right.start : right.end].lower()
    if right.scale == CENT and unit in ("c", "sen", "sens"):
        return False
    if right.large_only and value < 1000:
        return False
    if unit in ("pound", "pounds"):
        return not _weight_behind(text, right.end) and (value >= 1_000_000 or not _WEIGHED.search(text))
    return right.named or not numeral.year_like or not _NUMBER.match(text, right.end)


def _weight_behind(text: str, end: int) -> bool:
    """'pounds of beef' is a weight, 'pounds of public investment' is money."""
    match = _OF.match(text, end)
    if not match or not match["of"]:
        return match is not None
    spent = words("spending")["of_pounds"]
    return match["first"].lower() not in spent and (match["second"] or "").lower() not in spent
