"""Hundredths behind a whole amount: '20 dollars 43 cents', '$20 and 43c', 'It costs 15 dollars and 50.'"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from makegood.reading.currencies import CENT
from makegood.reading.gaps import BLANKS
from makegood.reading.ranges import Measure

_GAP = re.compile(rf"[{BLANKS}]{{1,2}}(?:and[{BLANKS}]{{1,2}})?", re.I)
_UNIT = re.compile(rf"[{BLANKS}]?(?:c|¢|cents?|pence|p|sens?|kopiykas?|paise)(?!\w)", re.I)
_END = re.compile(r"\s*(?:\Z|[.!?](?:\s|\Z))")
_UNITS = ("cent", "cents", "pence", "kopiykas", "¢")


def with_cents(text: str, measures: Iterable[Measure]) -> Iterator[Measure]:
    """The measures in order, the cents added to the whole amount before them."""
    held: Measure | None = None
    for measure in measures:
        whole = _added(text, held, measure) if held else None
        if held and not whole:
            yield held
        held = whole or measure
    if held:
        yield held


def _added(text: str, whole: Measure, part: Measure) -> Measure | None:
    if not whole.marked or whole.scaled or not _whole(whole) or not _GAP.fullmatch(text, whole.end, part.start):
        return None
    if part.marked:
        fits = part.value < 1 and not part.left and text[part.start : part.end].lower().endswith(_UNITS)
        return replace(whole, end=part.end, value=whole.value + part.value) if fits else None
    if part.value >= 100 or part.scaled or not _whole(part):
        return None
    unit = _UNIT.match(text, part.end)
    if unit or _END.match(text, part.end):
        return replace(whole, end=unit.end() if unit else part.end, value=whole.value + part.value * CENT)
    return None


def _whole(measure: Measure) -> bool:
    return measure.value == int(measure.value)
