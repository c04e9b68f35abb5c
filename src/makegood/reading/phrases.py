"""Phrases of a lexicon, of one word or several, among the pieces of a sentence."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from makegood.reading.story import Passage


def phrase_at(lowers: Sequence[str], index: int, phrases: Iterable[str]) -> int | None:
    """The piece after the longest of `phrases` that stands at `index`, None when none does."""
    for parts in _by_first_word(frozenset(phrases)).get(lowers[index], ()):
        if len(parts) == 1 or tuple(lowers[index : index + len(parts)]) == parts:
            return index + len(parts)
    return None


@cache
def _by_first_word(phrases: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases as words, by their first word, the longest first."""
    split = sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True)
    return {first: tuple(parts for parts in split if parts[0] == first) for first in {parts[0] for parts in split}}


def phrases_in(passage: Passage, first: int, stop: int, phrases: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where in the pieces [first, stop) one of `phrases` stands: its first piece and the one after it."""
    lowers, known = passage.surfaces, frozenset(phrases)
    openings = _by_first_word(known)
    for index in range(max(first, 0), min(stop, len(lowers))):
        after = phrase_at(lowers, index, known) if lowers[index] in openings else None
        if after is not None and after <= stop:
            yield index, after


def find_phrase(passage: Passage, first: int, stop: int, phrases: Iterable[str]) -> tuple[int, int] | None:
    """The first interval of code points within the pieces [first, stop) that is one of `phrases`."""
    found = next(phrases_in(passage, first, stop, phrases), None)
    return (passage.pieces[found[0]].start, passage.pieces[found[1] - 1].end) if found else None
