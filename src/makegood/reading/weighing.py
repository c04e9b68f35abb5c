"""What the encoder's opinion of a sum says of the pieces around it: candidates, the likeliest first."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import get_args

from makegood.model.statement import Stage
from makegood.reading.encoder.opinion import Opinion
from makegood.reading.lexicon import threshold, weights
from makegood.reading.money_roles import Role
from makegood.reading.pieces import Piece
from makegood.reading.story import Passage, Story

_LEAST = 1e-4
STAGES: tuple[Stage, ...] = get_args(Stage)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A piece with the probability that it plays the role asked for."""

    share: float
    passage: Passage
    index: int

    @property
    def piece(self) -> Piece:
        """The piece itself."""
        return self.passage.pieces[self.index]


def taken(role: Role, opinion: Opinion | None) -> bool:
    """Whether the rules' signs and the encoder together take a sum for promised."""
    if opinion is None:
        return role.promised
    table, share = weights("opinions"), min(max(opinion.promised, _LEAST), 1 - _LEAST)
    if share >= table["convinced"] and role.score >= table["doubted"]:
        return True
    return role.score + table["promised"] * math.log(share / (1 - share)) >= threshold("money_roles")


def sure(opinion: Opinion | None) -> bool:
    """Whether the encoder is so sure of a promise that no word of promising need be there."""
    return opinion is not None and opinion.promised >= weights("opinions")["sure"]


def thought_stage(opinion: Opinion | None) -> Stage | None:
    """The stage that the encoder is sure of."""
    shares = opinion.answers("stage") if opinion else {}
    best = max(STAGES, key=lambda stage: shares.get(stage, 0.0))
    return best if shares.get(best, 0.0) >= weights("opinions")["stage"] else None


def weigh(story: Story, opinion: Opinion | None, role: str, fits: Callable[[Passage, int], bool]) -> list[Weighed]:
    """The fitting pieces of the opinion's window that are surer of a role than its threshold, the surest first."""
    if opinion is None:
        return []
    least = weights("opinions")[role]
    found = (
        Weighed(opinion.role(role, w.piece.start, w.piece.end), w.passage, w.index) for w in _seen(story, opinion, fits)
    )
    return sorted((w for w in found if w.share >= least), key=lambda w: (-w.share, w.passage.number, w.index))


def _seen(story: Story, opinion: Opinion, fits: Callable[[Passage, int], bool]) -> Iterator[Weighed]:
    for passage in story.passages:
        if passage.end > opinion.start and passage.start < opinion.end:
            for index in range(len(passage.pieces)):
                if fits(passage, index):
                    yield Weighed(0.0, passage, index)
