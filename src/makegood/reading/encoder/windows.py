"""Sentences as the encoder takes them: word pieces with their place in the text, a few sentences at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from makegood.reading.encoder.shapes import shape
from makegood.reading.encoder.wordpieces import word_pieces

LONGEST = 192
"""Pieces in a window at most: what two or three long sentences take; cost grows with it, context hardly."""

OPENS, PARTS = 101, 102
"""Ids of the pieces that open a window and end a sentence, in the BERT vocabulary."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of one sentence or window: id, shape, and code points [start, end) of the document's text."""

    ids: tuple[int, ...] = ()
    shapes: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.ids)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """First and past-the-last piece that touch [start, end) of the text; equal if none does."""
        touched = [k for k, (a, b) in enumerate(zip(self.starts, self.ends, strict=True)) if a < end and start < b]
        return (touched[0], touched[-1] + 1) if touched else (0, 0)


def pieces(text: str, start: int, end: int) -> Pieces:
    """The word pieces of text[start:end], the sign that ends a sentence last; cut at what one window holds."""
    rows = [(i, shape(word), a, b) for word, found in word_pieces(text, start, end) for i, a, b in found]
    return Pieces(*zip(*rows[: LONGEST - 2], (PARTS, 0, -1, -1), strict=True))


def window(sentences: Sequence[Pieces]) -> Pieces:
    """The sentences one after the other behind the piece that opens a window."""
    return Pieces(
        (OPENS, *(i for s in sentences for i in s.ids)),
        (0, *(i for s in sentences for i in s.shapes)),
        (-1, *(i for s in sentences for i in s.starts)),
        (-1, *(i for s in sentences for i in s.ends)),
    )


def around(
    lengths: Sequence[int], wanted: Sequence[int], before: int = 2, after: int = 1
) -> Iterator[tuple[int, int, list[int]]]:
    """Windows [first, past) of sentences so that each wanted one is asked in one of them, with what stands around it.

    Args:
        lengths: pieces of each sentence.
        wanted: indexes of the sentences to ask, ascending.
        before, after: neighbours that a wanted sentence gets where there is room.

    Yields:
        first, past, and the wanted sentences that this window is asked for.
    """
    left = list(wanted)
    while left:
        first, past = _fitted(lengths, left[0], before, after)
        asked = [k for k in left if k == left[0] or (k < past and min(k + after, len(lengths) - 1) < past)]
        yield first, past, asked
        left = [k for k in left if k not in asked]


def _fitted(lengths: Sequence[int], wanted: int, before: int, after: int) -> tuple[int, int]:
    """The sentence with as many neighbours as there is room for, then further ones while they fit."""
    first, past, room = wanted, wanted + 1, LONGEST - 1 - lengths[wanted]
    nearest = [
        wanted - 1,
        wanted + 1,
        *range(wanted - 2, wanted - before - 1, -1),
        *range(wanted + 2, wanted + after + 1),
    ]
    for k in nearest:
        adjacent = k == first - 1 or k == past
        if 0 <= k < len(lengths) and adjacent and lengths[k] <= room:
            room -= lengths[k]
            first, past = min(first, k), max(past, k + 1)
    return first, past
