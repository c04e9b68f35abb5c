"""Tokens of a sentence, and the usual part of speech of a word form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from makegood.reading.lexicon import lines

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|['’]s\b|['’](?=\s|$)|\w+(?:(?:[-‑&+]|['’](?!s\b)|[.,](?=\d)|\.(?=[A-Za-z]{2}))\w+)*|\.\.\.|\S"
)
_COMPOUND = re.compile(r"[-‑](?=(?:based|led|owned|backed|listed|headquartered|born|made|controlled|elect)$)")


@dataclass(slots=True)
class Token:
    """Code points [start, end) of the document's text.

    Nothing changes one; not frozen, because a frozen one takes six times as long to make, and these are the words of
    whole documents.
    """

    start: int
    end: int
    text: str
    lower: str


def tokenize(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens between two code points: words, numbers, possessive marks, single signs."""
    for match in _TOKEN.finditer(text, start, end):
        first, form = match.start(), match.group()
        cut = _COMPOUND.search(form) if form[0].isupper() else None
        if cut and not form.endswith("elect"):
            yield Token(first, first + cut.start(), form[: cut.start()], form[: cut.start()].lower())
            first, form = first + cut.end(), form[cut.end() :]
        yield Token(first, first + len(form), form, form.lower())


@cache
def _forms() -> dict[str, str]:
    return {form: part for part, *forms in map(str.split, lines("forms")) for form in forms}


def usual_part(lower: str) -> str | None:
    """The Universal POS tag that a lower-case form mostly has, None for a rare form or a name.

    Counts from UD_English-EWT and UD_English-GUM (docs/method/reading.md).
    """
    return _forms().get(lower)
