"""The clusters of all statements, kept up to date: only what a change is connected to is clustered again.

Joining depends on nothing outside a set of statements that likeness, revisions and verdicts connect, so each such set
is settled by itself.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from makegood.model.judgement import Judgement
from makegood.resolution.clusters import Pair, cluster, last_words
from makegood.resolution.compare import SAME
from makegood.resolution.likeness import Likeness
from makegood.resolution.pledges import pledge_id
from makegood.resolution.terms import Terms

Order = Callable[[str], tuple[str, str]]
"""Statement id → its place in the order of publication."""


@dataclass(frozen=True, slots=True)
class Group:
    """Statements of one pledge in the order of publication, and the pairs that joined them."""

    id: str
    statements: tuple[str, ...]
    joined: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Regrouped:
    """The groups there were, and all statements that were clustered again or are no more."""

    before: Mapping[str, Group]
    statements: Set[str]


class Groups:
    """Statements by the pledge that they speak of."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._likeness = Likeness()
        self._groups: dict[str, Group] = {}
        self._pledge: dict[str, str] = {}
        self._anchors: dict[str, str] = {}
        self._said: list[tuple[Pair, str]] = []
        self._same: defaultdict[str, set[str]] = defaultdict(set)

    @property
    def terms(self) -> Mapping[str, Terms]:
        """The statements' terms, by id."""
        return self._likeness.terms

    @property
    def ids(self) -> Set[str]:
        """Ids of all pledges."""
        return self._groups.keys()

    def group(self, pledge: str) -> Group | None:
        """The group of a pledge."""
        return self._groups.get(pledge)

    def pledge_of(self, statement: str) -> str | None:
        """The pledge that a statement speaks of."""
        return self._pledge.get(statement)

    def like(self, statement: str) -> Mapping[str, float]:
        """Statement → score, of those that this one is at least doubtfully like."""
        return self._likeness.of(statement)

    def doubtful(self, pledge: str) -> Iterator[Pair]:
        """Pairs of a statement of the pledge, first, and one of another pledge that is like it."""
        for one in self._groups[pledge].statements:
            yield from ((one, other) for other in self._likeness.of(one) if self._pledge[other] != pledge)

    def change(self, gone: Sequence[str], come: Sequence[Terms], judgements: Sequence[Judgement]) -> Regrouped:
        """Take statements out and in, and judge by the verdicts as they now are.

        Args:
            gone: ids that no longer count, or whose terms are among `come` anew.
        """
        for identity in gone:
            self._anchors.pop(pledge_id(identity), None)
        self._anchors |= {pledge_id(terms.id): terms.id for terms in come}
        changed = self._likeness.change(gone, come)
        return self._group_again(changed | self._hear(judgements))

    def _hear(self, judgements: Sequence[Judgement]) -> set[str]:
        """Take the verdicts in; returns the statements they are on, if they are others than before."""
        words = last_words(judgements, self._anchors)
        said = [(pair, verdict) for pair, verdict in words.items() if pair[0] in self.terms and pair[1] in self.terms]
        if said == self._said:
            return set()
        concerned = {one for pair, _ in (*self._said, *said) for one in pair}
        self._said, self._same = said, defaultdict(set)
        for (one, other), verdict in said:
            if verdict == "same":
                self._same[one].add(other)
                self._same[other].add(one)
        return concerned

    def _group_again(self, changed: set[str]) -> Regrouped:
        pledges = {self._pledge[one] for one in changed if one in self._pledge}
        mates = {mate for pledge in pledges for mate in self._groups[pledge].statements}
        reached = self._connected(one for one in changed | mates if one in self.terms)
        old = pledges | {self._pledge[one] for one in reached if one in self._pledge}
        before = {pledge: self._groups.pop(pledge) for pledge in old}
        for group in before.values():
            for statement in group.statements:
                del self._pledge[statement]
        settled: set[str] = set()
        for identity in sorted(reached):
            if identity not in settled:
                component = self._connected([identity])
                settled |= component
                self._settle(component)
        return Regrouped(before, reached | changed)

    def _connected(self, start: Iterable[str]) -> set[str]:
        """All statements that likeness, revisions and verdicts connect to these, and these."""
        found = set(start)
        waiting = list(found)
        while waiting:
            identity = waiting.pop()
            like = {other for other, score in self._likeness.of(identity).items() if score >= SAME}
            near = (like | self._likeness.revisions(identity) | self._same.get(identity, set())) - found
            found |= near
            waiting += near
        return found

    def _settle(self, component: Set[str]) -> None:
        """Make the groups of statements that nothing connects to others."""
        scores = {
            (one, other): score
            for one in component
            for other, score in self._likeness.of(one).items()
            if one < other and other in component
        }
        said = [(pair, verdict) for pair, verdict in self._said if pair[0] in component and pair[1] in component]
        made = cluster({identity: self.terms[identity] for identity in component}, said, scores)
        joined: defaultdict[str, list[Pair]] = defaultdict(list)
        for members in made.clusters:
            ordered = tuple(sorted(members, key=self._order))
            self._pledge |= dict.fromkeys(ordered, pledge_id(ordered[0]))
            self._groups[pledge_id(ordered[0])] = Group(pledge_id(ordered[0]), ordered, ())
        for pair in made.joined:
            joined[self._pledge[pair[0]]].append(pair)
        for pledge, pairs in joined.items():
            self._groups[pledge] = Group(pledge, self._groups[pledge].statements, tuple(sorted(pairs)))
