"""Amounts of money as the world writes them, with currency, bound (R6) and 'a year' and its like."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from makegood.model.mention import MoneyMention
from makegood.model.values import Bound
from makegood.reading import currencies
from makegood.reading.bounds import bounded
from makegood.reading.currencies import CENT, Currency
from makegood.reading.home_currency import Homes
from makegood.reading.number_words import magnitudes
from makegood.reading.numbers import BLANKS, SPACE, Numeral, find_numerals
from makegood.reading.per import per_after
from makegood.reading.ranges import Measure, joined

_UNIT_WORD = re.compile(r"dollar|euro|pound")
_ARTICLE = re.compile(rf"\b[Aa]{SPACE}\Z")
_ALONE = re.compile(rf"\s*(?:\Z|[.,;!?)])|{SPACE}(?:and{SPACE}\d|an?{SPACE}|per\b|each\b)")
_DOLLARS = frozenset(
    {"dollar", "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "CLP", "COP", "ARS", "JMD", "TTD", "NAD"}
)


def find_money(text: str, numerals: Sequence[Numeral] | None = None) -> list[MoneyMention]:
    """All amounts in `text`, in order, not overlapping. `numerals`: those of `text`, where already found.

    Values are in whole currency units: '50 cents' is 0.5 USD. A bare '$' is USD
    unless the text is plainly at home elsewhere (home_currency.py). Vague amounts
    ('billions of dollars', 'a multi-billion-dollar plan') are no mentions.
    """
    numerals = find_numerals(text) if numerals is None else numerals
    single = list(_single_units(text))
    numerals = sorted([*numerals, *single], key=lambda n: n.start) if single else numerals
    yuan, homes = currencies.yuan_signs(text), Homes(text)
    mentions: list[MoneyMention] = []
    limit = 0
    for measure in _ranges(text, list(_with_cents(text, _priced(text, numerals)))):
        code = "CNY" if yuan and text[measure.core] in "¥￥" else homes.code(measure.unit)
        mentions.append(_mention(text, measure, code, limit))
        limit = mentions[-1].end
    return mentions


def _single_units(text: str) -> Iterator[Numeral]:
    """The article of 'a dollar a day', as a number."""
    for unit in _UNIT_WORD.finditer(text):
        article = _ARTICLE.search(text, max(0, unit.start() - 4), unit.start())
        if article and _ALONE.match(text, unit.end()):
            yield Numeral(article.start(), article.start() + 1, Decimal(1), words=True)


def _mention(text: str, measure: Measure, code: str | None, limit: int) -> MoneyMention:
    frame = bounded(text, measure.start, measure.end, limit)
    low = measure.value if measure.low is None else measure.low
    bound: Bound = "between" if measure.range and frame.bound in ("exact", "about") else frame.bound
    per, end = per_after(text, frame.start, frame.end)
    frame = replace(frame, bound=bound)
    return MoneyMention(frame.start, end, frame.low(low), frame.high(measure.value), bound, code, per, measure.core)


def _ranges(text: str, measures: Sequence[Measure]) -> Iterator[Measure]:
    """The measures that have a currency, two joined into one where they make a range."""
    limit, place = 0, 0
    while place < len(measures):
        measure = measures[place]
        following = measures[place + 1] if place + 1 < len(measures) else None
        both = joined(text, measure, following, limit) if following else None
        place += 2 if both else 1
        if both or measure.marked:
            yield both or measure
            limit = (both or measure).end


def _priced(text: str, numerals: Iterable[Numeral]) -> Iterator[Measure]:
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
    if left and _stands(text, left, numeral):
        return _left_marked(text, left, numeral)
    if not numeral.glued or _dash_before(text, numeral):
        for value, end in _readings(numeral):
            right = currencies.behind(text, end)
            if right and _stands_behind(text, right, numeral, value):
                return _right_marked(text, right, numeral, value)
    return Measure(
        numeral.start, numeral.full_end, numeral.scaled_value, numeral.scale * numeral.suffix_scale, False, core=numeral.start,
        year_like=_year_like(numeral),
    )  # fmt: skip


def _readings(numeral: Numeral) -> list[tuple[Decimal, int]]:
    """Value and end with the suffix taken as a magnitude, then without."""
    plain = (numeral.value, numeral.end)
    return [(numeral.scaled_value, numeral.suffix_end), plain] if numeral.suffix_end else [plain]


def _left_marked(text: str, left: Currency, numeral: Numeral) -> Measure:
    code, end = left.code, numeral.full_end
    right = currencies.behind(text, end)
    if right and not right.sign and right.scale == 1 and not re.match(r"\s?\d", text[right.end : right.end + 2]):
        if right.code == code or (left.plain_dollar and right.code in _DOLLARS and not right.large_only):
            code, end = right.code, right.end
    value = numeral.scaled_value * left.scale
    if (
        currencies.decimal_comma(code)
        and _THOUSANDS.fullmatch(text, numeral.start, numeral.end)
        and not numeral.suffix_end
    ):
        value *= 1000
    scale = numeral.scale * numeral.suffix_scale * left.scale
    return Measure(left.start, end, value, scale, True, True, code or "", core=left.start, year_like=False)


_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_MAGNITUDE_BEHIND = re.compile(rf"[{BLANKS}]{{1,2}}({'million|billion|trillion|thousand|bn|mn'})\b", re.I)


def _right_marked(text: str, right: Currency, numeral: Numeral, value: Decimal) -> Measure:
    scale = numeral.scale if value == numeral.value else numeral.suffix_scale
    scale, value, end = scale * max(right.scale, Decimal(1)), value * right.scale, right.end
    behind = _MAGNITUDE_BEHIND.match(text, end)
    if behind and scale == 1 and not right.named:
        factor = magnitudes().get(behind[1].lower()) or Decimal("1e9" if behind[1].lower() == "bn" else "1e6")
        scale, value, end = factor, value * factor, behind.end()
    return Measure(numeral.start, end, value, scale, True, False, right.code or "", core=numeral.start)


def _year_like(numeral: Numeral) -> bool:
    return not numeral.words and numeral.end - numeral.start == 4 and 1900 <= numeral.value <= 2100


def _dash_before(text: str, numeral: Numeral) -> bool:
    return numeral.start > 1 and text[numeral.start - 1] in "-/" and text[numeral.start - 2].isdigit()


def _large(text: str, numeral: Numeral) -> bool:
    return numeral.scaled or bool(numeral.suffix_end) or "," in text[numeral.start : numeral.end]


_CLAUSE_END = re.compile(r"\s*(?:\Z|[.,;!?)](?!\d))")


def _stands(text: str, left: Currency, numeral: Numeral) -> bool:
    """Whether the currency before really belongs to the figure."""
    if left.start > 0 and not left.sign and text[left.start - 1].isalnum():
        return False
    if left.large_only:
        attached = left.end == numeral.start or left.end - left.start > 1 or text[left.start] == "R"
        return attached and _large(text, numeral)
    if left.named:
        return _large(text, numeral) or bool(_CLAUSE_END.match(text, numeral.full_end))
    return left.sign or left.end < numeral.start or not left.code or len(text[left.start : left.end]) > 1


_WEIGHED = re.compile(r"pounds of|\bweigh|\blbs?\b|\bfentanyl\b|\bmeth", re.I)
_POUND_OF = re.compile(r"[\s-]+(?:of(?!\s+(?:\w+\s+)?(?:investment|funding|spending|aid|support|government|public|private|capital|savings|debt|damage|cuts|money|cash|"
                       r"taxpayers?|revenue|sales|exports|trade|loans?|new|extra|additional))|per\b|force)", re.I)  # fmt: skip


def _stands_behind(text: str, right: Currency, numeral: Numeral, value: Decimal) -> bool:
    """Whether the currency behind really belongs to the figure."""
    unit = text[right.start : right.end].lower()
    if right.scale == CENT and unit in ("c", "sen", "sens"):
        return False
    if right.large_only and value < 1000:
        return False
    if unit in ("pound", "pounds"):
        return not _POUND_OF.match(text, right.end) and (value >= 1_000_000 or not _WEIGHED.search(text))
    if not right.named and _year_like(numeral):
        return not re.match(r"\s?\d", text[right.end : right.end + 2])
    return True


def _with_cents(text: str, measures: Iterable[Measure]) -> Iterator[Measure]:
    """Measures with the cents behind a whole amount added: '20 dollars 43 cents', '$20 and 43'."""
    held: Measure | None = None
    for measure in measures:
        whole = _plus_cents(text, held, measure) if held else None
        if held and not whole:
            yield held
        held = whole or measure
    if held:
        yield held


_CENT_GAP = re.compile(rf"[{BLANKS}]{{1,2}}(?:and[{BLANKS}]{{1,2}})?", re.I)
_CENT_UNIT = re.compile(rf"[{BLANKS}]?(?:c|¢|cents?|pence|p|sens?|kopiykas?|paise)(?!\w)", re.I)
_END = re.compile(r"\s*(?:\Z|[.!?](?:\s|\Z))")


def _plus_cents(text: str, whole: Measure, part: Measure) -> Measure | None:
    if (
        not whole.marked
        or whole.scaled
        or whole.value != int(whole.value)
        or not _CENT_GAP.fullmatch(text, whole.end, part.start)
    ):
        return None
    if part.marked:
        fits = (
            part.value < 1
            and not part.left
            and text[part.start : part.end].lower().endswith(("cent", "cents", "pence", "kopiykas", "¢"))
        )
        return replace(whole, end=part.end, value=whole.value + part.value) if fits else None
    if part.value >= 100 or part.scaled or part.value != int(part.value):
        return None
    unit = _CENT_UNIT.match(text, part.end)
    if unit or _END.match(text, part.end):
        return replace(whole, end=unit.end() if unit else part.end, value=whole.value + part.value * CENT)
    return None
