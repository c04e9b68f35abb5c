"""Statements put together that speak of one pledge; the same clusters from any order of statements.

Persons' verdicts come first, the later before the earlier. Then pairs join in the order of their score,
and of their ids where scores are equal, unless a verdict, or two statements of the clusters that can't
be of one pledge, stand against it. A rule never undoes what a person said.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from makegood.model.judgement import Judgement
from makegood.resolution.compare import CONTRADICTION, SAME, score, vetoed
from makegood.resolution.terms import Terms

Pair = tuple[str, str]
"""Two statements, the smaller id first."""


@dataclass(frozen=True, slots=True)
class Clustering:
    """Clusters as sorted ids, and the compared pairs that joined them."""

    clusters: tuple[tuple[str, ...], ...]
    joined: tuple[Pair, ...]


def last_words(judgements: Sequence[Judgement], anchors: Mapping[str, str]) -> dict[Pair, str]:
    """The verdict that counts on each pair: a person's before a machine's, then the later, in that order.

    Args:
        judgements: in the order they were given; those that are not on pairs are passed over.
        anchors: pledge id → the statement that it is minted from, since a verdict may name either.
    """
    said: dict[Pair, str] = {}
    latest = sorted(enumerate(judgements), key=lambda numbered: (not numbered[1].by_person, -numbered[0]))
    for _, judgement in latest:
        pair = _pair(judgement, anchors)
        if pair is not None:
            said.setdefault(pair, judgement.verdict)
    return said


def _pair(judgement: Judgement, anchors: Mapping[str, str]) -> Pair | None:
    if judgement.other is None or judgement.verdict not in ("same", "different", "unsure"):
        return None
    one, other = sorted(anchors.get(subject, subject) for subject in (judgement.subject, judgement.other))
    return (one, other) if one != other else None


def cluster(terms: Mapping[str, Terms], said: Iterable[tuple[Pair, str]], scores: Mapping[Pair, float]) -> Clustering:
    """Clusters of pledge statements.

    Args:
        terms: all that verdicts, revisions or scores connect, by id.
        said: verdicts on pairs of them, the weightiest first.
        scores: of the pairs that are alike and not vetoed; those too low to join may be left out.
    """
    forest = _Forest(terms, scores)
    unsure = _follow_persons(forest, said)
    _revisions(forest, terms)
    likely = sorted((pair for pair in scores if scores[pair] >= SAME), key=lambda pair: (-scores[pair], pair))
    joined = [pair for pair in likely if pair not in unsure and forest.join_if_sound(*pair)]
    return Clustering(forest.clusters(), tuple(joined))


def _follow_persons(forest: "_Forest", said: Iterable[tuple[Pair, str]]) -> set[Pair]:
    """Apply verdicts; returns the pairs that somebody looked at and left open."""
    unsure: set[Pair] = set()
    for pair, verdict in said:
        if verdict == "same":
            forest.join_unless_parted(*pair)
        elif verdict == "different":
            forest.part(*pair)
        else:
            unsure.add(pair)
    return unsure


def _revisions(forest: "_Forest", terms: Mapping[str, Terms]) -> None:
    """A document that revises its own figure speaks of one pledge in two versions (R5)."""
    for identity in sorted(terms):
        revised = terms[identity].revises
        if revised is not None and revised in terms:
            forest.join_unless_parted(*sorted((identity, revised)))


class _Forest:
    """Disjoint sets of statements with pairs that must stay apart."""

    def __init__(self, terms: Mapping[str, Terms], scores: Mapping[Pair, float]) -> None:
        self._terms = terms
        self._root = {identity: identity for identity in terms}
        self._members = {identity: [identity] for identity in terms}
        self._parted: set[Pair] = set()
        self._contradicting: dict[Pair, bool] = dict.fromkeys(scores, False)

    def together(self, a: str, b: str) -> bool:
        return self._root[a] == self._root[b]

    def part(self, a: str, b: str) -> None:
        if not self.together(a, b):
            self._parted |= {(a, b), (b, a)}

    def join_unless_parted(self, a: str, b: str) -> None:
        if not self.together(a, b) and not any(pair in self._parted for pair in self._across(a, b)):
            self._join(a, b)

    def join_if_sound(self, a: str, b: str) -> bool:
        """Join unless a verdict or a contradiction anywhere between the two clusters forbids it."""
        if self.together(a, b):
            return False
        if any(pair in self._parted or self._contradict(*pair) for pair in self._across(a, b)):
            return False
        self._join(a, b)
        return True

    def clusters(self) -> tuple[tuple[str, ...], ...]:
        return tuple(sorted(tuple(sorted(members)) for members in self._members.values()))

    def _contradict(self, a: str, b: str) -> bool:
        pair = (a, b) if a < b else (b, a)
        if pair not in self._contradicting:
            one, other = self._terms[a], self._terms[b]
            self._contradicting[pair] = vetoed(one, other) or score(one, other, CONTRADICTION) < CONTRADICTION
        return self._contradicting[pair]

    def _across(self, a: str, b: str) -> Iterator[Pair]:
        return ((x, y) for x in self._members[self._root[a]] for y in self._members[self._root[b]])

    def _join(self, a: str, b: str) -> None:
        keep, drop = sorted((self._root[a], self._root[b]))
        moved = self._members.pop(drop)
        self._members[keep] += moved
        for member in moved:
            self._root[member] = keep
