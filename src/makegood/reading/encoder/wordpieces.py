"""Word pieces: the cut of a text into the units of BERT's uncased vocabulary, each with its place in the text.

Our own cut, since the usual library brings a network client and eleven packages for what takes two functions; it gives
the same pieces (Devlin et al. 2019: lower case, no accents, signs apart, then the longest known piece first).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

_CHUNK = re.compile(r"\S+")
_UNKNOWN = 100
_LONGEST = 100

Piece = tuple[int, int, int]
"""Id in the vocabulary and code points [start, end)."""


def word_pieces(text: str, start: int, end: int) -> Iterator[tuple[str, list[Piece]]]:
    """The words of text[start:end], signs being words of their own, each with its pieces."""
    for chunk in _CHUNK.finditer(text, start, end):
        for first, past in _words(chunk.group()):
            word = chunk.group()[first:past]
            at = chunk.start() + first
            yield word, [(i, at + a, at + b) for i, a, b in _pieces(word)]


def _words(chunk: str) -> Iterator[tuple[int, int]]:
    """The intervals of a chunk without blanks that no sign divides."""
    if chunk.isalnum() and chunk.isascii():
        yield 0, len(chunk)
        return
    first = 0
    for at, char in enumerate(chunk):
        if _apart(char):
            if at > first:
                yield first, at
            yield at, at + 1
            first = at + 1
    if len(chunk) > first:
        yield first, len(chunk)


@lru_cache(maxsize=4096)
def _apart(char: str) -> bool:
    """Whether a character is a word by itself: a mark, any ASCII sign, a Chinese character."""
    if char.isascii():
        return not char.isalnum() and char.isprintable()
    return unicodedata.category(char).startswith("P") or "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf"


@lru_cache(maxsize=65536)
def _pieces(word: str) -> tuple[Piece, ...]:
    """The pieces of one word, the longest known first; one unknown piece where that fails."""
    plain, places = _plain(word)
    if not plain:
        return ()
    vocabulary, found, at = _vocabulary(), [], 0
    while at < len(plain) and len(plain) <= _LONGEST:
        sign = "##" if at else ""
        past = next((p for p in range(len(plain), at, -1) if sign + plain[at:p] in vocabulary), None)
        if past is None:
            break
        found.append((vocabulary[sign + plain[at:past]], places[at], places[past - 1] + 1))
        at = past
    return tuple(found) if at == len(plain) else ((_UNKNOWN, places[0], places[-1] + 1),)


def _plain(word: str) -> tuple[str, list[int]]:
    """The word in lower case without accents and control characters, and where each character comes from."""
    if word.isascii() and word.isprintable():
        return word.lower(), list(range(len(word)))
    parts = [(part, at) for at, char in enumerate(word) for part in _folded(char)]
    return "".join(part for part, _ in parts), [at for _, at in parts]


def _folded(char: str) -> str:
    decomposed = unicodedata.normalize("NFD", char)
    kept = "".join(c for c in decomposed if unicodedata.category(c) not in {"Mn", "Cc", "Cf", "Co"})
    return kept.lower() if kept != "\ufffd" else ""


@cache
def _vocabulary() -> dict[str, int]:
    text = (files("makegood.reading.encoder") / "model" / "vocabulary.txt").read_text(encoding="utf-8")
    return {piece: number for number, piece in enumerate(text.split("\n"))}
