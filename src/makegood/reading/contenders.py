"""Contenders: who may be the promisor of a sum, by the rules and by the encoder, weighed together.

A contender's weight is the log odds of its likeliest mention, with what lexicon/opinions.toml adds where the mention
stands in the sum's own sentence and where the rules look there first.
"""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from makegood.reading.cast import Cast, Referent
from makegood.reading.encoder.opinion import Opinion
from makegood.reading.lexicon import weights
from makegood.reading.story import Passage
from makegood.reading.subjects import Doer

_LEAST = 0.005


class _Mention(NamedTuple):
    weight: float
    share: float
    passage: Passage
    at: int


def contenders(passage: Passage, cast: Cast, opinion: Opinion, by_rules: Sequence[Doer]) -> list[Doer]:
    """All who may promise, the likeliest first; those below the least weight are left out."""
    mentions = _mentions(passage, cast, opinion)
    table = weights("opinions")
    weighed = [
        (max((mentions[r].weight for r in doer.referents if r in mentions), default=_odds(0)) + _bonus(rank), doer)
        for rank, doer in enumerate(by_rules)
    ]
    weighed += [(mentions[referent].weight, doer) for referent, doer in _thought(mentions)]
    weighed.sort(key=lambda one: -one[0])
    return [doer for weight, doer in weighed if weight >= table["least"]]


def _bonus(rank: int) -> float:
    return weights("opinions")["found_later" if rank else "found_first"]


def _odds(share: float) -> float:
    kept = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))


def _mentions(passage: Passage, cast: Cast, opinion: Opinion) -> dict[Referent, _Mention]:
    """The weightiest mention of everybody whom the window mentions."""
    best: dict[Referent, _Mention] = {}
    near = weights("opinions")["near"]
    for other in cast.story.passages:
        if other.end <= opinion.start or other.start >= opinion.end:
            continue
        for index, piece in enumerate(other.pieces):
            referent = cast.who(other, index)
            if referent is None:
                continue
            share = opinion.role("promisor", piece.start, piece.end)
            found = _Mention(_odds(share) + near * (other is passage), share, other, index)
            if referent not in best or found.weight > best[referent].weight:
                best[referent] = found
    return best


def _thought(mentions: dict[Referent, _Mention]) -> Iterator[tuple[Referent, Doer]]:
    """Everybody by the encoder alone, with those of the same sentence who surely promise beside them."""
    joint = {r: m for r, m in mentions.items() if m.share >= weights("opinions")["joint"]}
    for referent, mention in mentions.items():
        beside = [r for r, m in joint.items() if m.passage is mention.passage or r is referent]
        who = sorted(beside, key=lambda r: joint[r].at) if referent in joint else [referent]
        yield referent, Doer(tuple(who), mention.at, mention.passage.number)


def surest(cast: Cast, opinion: Opinion) -> Iterator[Doer]:
    """Whom the encoder by itself takes for the promisor, the surest first."""
    passage = next(p for p in cast.story.passages if p.end > opinion.start)
    mentions = _mentions(passage, cast, opinion)
    found = [(mentions[r].share, doer) for r, doer in _thought(mentions)]
    found.sort(key=lambda one: -one[0])
    yield from (doer for share, doer in found if share >= weights("opinions")["promisor"])
