"""Where the tokens of a sentence stand, and the usual part of speech of a word form."""

import re
from collections.abc import Iterator
from functools import cache

from makegood.reading.lexicon import lines

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|['’]s\b|['’](?=\s|$)|\w+(?:(?:[-‑&+]|['’](?!s\b)|[.,](?=\d)|\.(?=[A-Za-z]{2}))\w+)*|\.\.\.|\S"
)
_COMPOUND = re.compile(r"[-‑](?=(?:based|led|owned|backed|listed|headquartered|born|made|controlled|elect)$)")


def tokens(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The code points of the tokens between two: words, numbers, possessive marks, single signs."""
    for match in _TOKEN.finditer(text, start, end):
        first, stop = match.span()
        cut = _COMPOUND.search(text, first, stop) if text[first].isupper() else None
        if cut and not text.endswith("elect", first, stop):
            yield first, cut.start()
            first = cut.end()
        yield first, stop


@cache
def _forms() -> dict[str, str]:
    return {form: part for part, *forms in map(str.split, lines("forms")) for form in forms}


def usual_part(lower: str) -> str | None:
    """The Universal POS tag that a lower-case form mostly has, None for a rare form or a name.

    Counts from UD_English-EWT and UD_English-GUM (docs/method/reading.md).
    """
    return _forms().get(lower)
