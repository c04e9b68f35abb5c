"""Opinions: what the encoder thinks of a sum or count in its text. Rules decide what is made of them."""

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from makegood.reading.encoder import session
from makegood.reading.encoder.labels import OUTLETS, RANK, ROLES
from makegood.reading.encoder.opinion import Opinion
from makegood.reading.encoder.session import Matrix, Sides
from makegood.reading.encoder.windows import Pieces, around, pieces, window

Interval = tuple[int, int]
_FIRST = dict(zip(OUTLETS, np.cumsum([0, *map(len, OUTLETS.values())]).tolist(), strict=False))


class EncoderOpinion:
    """Opinion of the shipped encoder, for the anchor of pieces [first, past) of a window."""

    def __init__(self, pieces: Pieces, sides: Sides, first: int, past: int) -> None:
        self.start = min(start for start in pieces.starts if start >= 0)
        self.end = max(pieces.ends)
        self._pieces = pieces
        self._answers: Matrix = sides.answers[first:past].mean(0)
        anchor = sides.anchors[first:past].mean(0)
        scores = np.einsum("rd,trd->tr", anchor, sides.words) / RANK**0.5
        self._roles: Matrix = _shares(scores)

    def answers(self, question: str) -> dict[str, float]:
        """Every answer to a question with its probability."""
        at, choices = _FIRST[question], OUTLETS[question]
        shares = _shares(self._answers[at : at + len(choices)])
        return {choice: round(float(share), 4) for choice, share in zip(choices, shares, strict=True)}

    @cached_property
    def promised(self) -> float:
        """The probability that the anchor is of a pledge, or of what became of one."""
        kinds = self.answers("kind")
        return kinds["pledge"] + kinds["progress"]

    def role(self, name: str, start: int, end: int) -> float:
        """The probability that the words [start, end) of the text play a role; 0 outside the window."""
        first, past = self._pieces.within(start, end)
        return round(float(self._roles[first:past, ROLES.index(name)].mean()), 4) if past > first else 0.0

    def words(self, name: str) -> list[tuple[int, int, float]]:
        """Runs of pieces that play a role more likely than any other: start, end, mean probability."""
        column, best = ROLES.index(name), self._roles.argmax(-1)
        runs: list[list[int]] = []
        for k, start in enumerate(self._pieces.starts):
            if start < 0 or best[k] != column:
                continue
            if runs and runs[-1][-1] == k - 1:
                runs[-1].append(k)
            else:
                runs.append([k])
        return [
            (self._pieces.starts[r[0]], self._pieces.ends[r[-1]], round(float(self._roles[r, column].mean()), 4))
            for r in runs
        ]


def _shares(scores: Matrix) -> Matrix:
    """Softmax over the last axis."""
    grown: Matrix = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Matrix = grown / grown.sum(-1, keepdims=True)
    return shares


def opinions(text: str, sentences: Sequence[Interval], anchors: Iterable[Interval]) -> dict[int, Opinion]:
    """Ask the encoder about anchors (intervals of the text), each with the sentences around its own.

    Returns:
        the opinions by the first code point of their anchors.
    """
    wanted: dict[int, list[Interval]] = {}
    for anchor in anchors:
        at = next((k for k, (start, end) in enumerate(sentences) if start <= anchor[0] < end), None)
        if at is not None:
            wanted.setdefault(at, []).append(anchor)
    made = [pieces(text, start, end) for start, end in sentences]
    found: dict[int, Opinion] = {}
    for first, past, asked in around([len(m) for m in made], sorted(wanted)):
        whole = window(made[first:past])
        sides = session.run(whole)
        for start, end in (anchor for k in asked for anchor in wanted[k]):
            a, b = whole.within(start, end)
            if b > a:
                found[start] = EncoderOpinion(whole, sides, a, b)
    return found
