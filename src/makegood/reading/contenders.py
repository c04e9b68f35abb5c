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
from makegood.reading.money_roles import Role
from makegood.reading.story import Passage
from makegood.reading.subjects import Doer

_LEAST = 0.005
_JOINING = frozenset({"and", "&", "with", "alongside"})
_BRACKET = 5
_BODIES = frozenset({"company", "unit", "subsidiary", "brand", "business", "firm"})


class _Mention(NamedTuple):
    weight: float
    share: float
    passage: Passage
    at: int


def contenders(passage: Passage, role: Role, cast: Cast, opinion: Opinion, by_rules: Sequence[Doer]) -> list[Doer]:
    """All who may promise, the likeliest first; those below the least weight are left out."""
    _seat_unnamed(passage, cast, opinion)
    mentions = _mentions(passage, cast, opinion)
    table = weights("opinions")
    weighed = [
        (max((mentions[r].weight for r in doer.referents if r in mentions), default=_odds(0)) + _bonus(rank), doer)
        for rank, doer in enumerate(by_rules)
    ]
    weighed += [(m.weight, Doer((r,), m.at, m.passage.number)) for r, m in mentions.items()]
    weighed.sort(key=lambda one: -one[0])
    least = table["least"] if role.promised else table["least_unsaid"]
    return [_with_joint(doer, mentions) for weight, doer in weighed if weight >= least]


def _with_joint(doer: Doer, mentions: dict[Referent, _Mention]) -> Doer:
    """The promisors with those whom the encoder is quite sure of beside them in the same sentence."""
    own = {mentions[r].passage.number for r in doer.referents if r in mentions}
    sure = weights("opinions")["joint"]
    seats = {mentions[r].at for r in doer.referents if r in mentions}
    beside = [
        r
        for r, m in mentions.items()
        if m.share >= sure
        and m.passage.number in own
        and r.body
        and any(_coordinated(m.passage, m.at, at) for at in seats)
    ]
    return Doer(tuple(dict.fromkeys((*doer.referents, *beside))), doer.piece, doer.passage)


def _seat_unnamed(passage: Passage, cast: Cast, opinion: Opinion) -> None:
    """Bring in a promisor of the sum's sentence whom the encoder sees in capitals that were taken for no name."""
    text = cast.story.text
    for start, end, share in opinion.words("promisor"):
        if share < weights("opinions")["unnamed"] or not passage.start <= start < passage.end:
            continue
        touched = [i for i, p in enumerate(passage.pieces) if p.start < end and start < p.end]
        free = all(passage.pieces[i].kind == "word" and cast.who(passage, i) is None for i in touched)
        words = passage.pieces[touched[0]].start, passage.pieces[touched[-1]].end
        name = text[words[0] : words[1]]
        if free and all(part[0].isupper() or part[0].isdigit() for part in name.split()):
            known = next((r for r in cast.referents if r.name == name), None)
            found = known or cast.seating.add(Referent(name, None, None, *words))
            cast.seating.take(found, passage.number, touched[0])


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
            if referent is None or _in_apposition(other, index):
                continue
            share = opinion.role("promisor", piece.start, piece.end)
            found = _Mention(_odds(share) + near * (other is passage), share, other, index)
            if referent not in best or found.weight > best[referent].weight:
                best[referent] = found
    return best


def _in_apposition(passage: Passage, index: int) -> bool:
    """'GE, a Haier company', 'Acme (NYSE: ACM)': the name describes another, or stands in brackets."""
    if passage.lower(index - 1) in {"a", "an"} and passage.lower(index + 1) in _BODIES:
        return True
    before = passage.lowers(index - _BRACKET, index)
    return "(" in before and ")" not in before[before.index("(") :]


def _coordinated(passage: Passage, one: int, other: int) -> bool:
    """Whether 'and' or 'with' stands between two pieces, and no bracket that would make one the other's short name."""
    between = passage.lowers(min(one, other) + 1, max(one, other))
    return bool(_JOINING & set(between)) and not {"(", ")"} & set(between)


def surest(cast: Cast, opinion: Opinion) -> Iterator[Doer]:
    """Whom the encoder by itself takes for the promisor, the surest first."""
    passage = next(p for p in cast.story.passages if p.end > opinion.start)
    mentions = _mentions(passage, cast, opinion)
    found = sorted(mentions.items(), key=lambda one: -one[1].share)
    for referent, mention in found:
        if mention.share >= weights("opinions")["promisor"]:
            yield _with_joint(Doer((referent,), mention.at, mention.passage.number), mentions)
