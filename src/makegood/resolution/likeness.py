"""Which statements are like which, kept up to date: scores of the pairs that were compared, from doubtful up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from makegood.resolution.blocking import Blocks
from makegood.resolution.compare import UNSURE, score, vetoed
from makegood.resolution.terms import Terms

_NONE: Mapping[str, float] = {}


class Likeness:
    """The terms of all statements, and for each the statements that it is like."""

    def __init__(self) -> None:
        self._blocks = Blocks()
        self._scores: dict[str, dict[str, float]] = {}
        self._revised: defaultdict[str, set[str]] = defaultdict(set)

    @property
    def terms(self) -> Mapping[str, Terms]:
        """The statements' terms, by id."""
        return self._blocks.held

    def of(self, identity: str) -> Mapping[str, float]:
        """Statement → score, of those that this one is at least doubtfully like."""
        return self._scores.get(identity, _NONE)

    def revisions(self, identity: str) -> Set[str]:
        """Statements that revise this one, and the one that it revises, as far as they are held."""
        found = set(self._revised.get(identity, ()))
        revised = self.terms[identity].revises
        return found | {revised} if revised in self.terms and revised is not None else found

    def change(self, gone: Iterable[str], come: Iterable[Terms]) -> set[str]:
        """Take statements out and in; returns ids of all that are like others than before, those gone too.

        Args:
            gone: ids that no longer count, or whose terms are among `come` anew.
        """
        left = list(gone)
        changed = set(left)
        for identity in left:
            self._revise(self.terms[identity], False)
            changed |= self._forget(identity)
        arrived = list(come)
        moved = self._blocks.change(left, arrived)
        for terms in arrived:
            self._revise(terms, True)
        for identity in moved:
            changed |= self._forget(identity)
        for identity in sorted(moved):
            changed |= self._compare(self.terms[identity], moved)
        return changed | moved

    def _compare(self, terms: Terms, moved: Set[str]) -> set[str]:
        """Score a statement against its neighbours; two that both moved are scored once."""
        met: set[str] = set()
        held = self.terms
        for other in self._blocks.near(terms):
            if other in moved and other < terms.id:
                continue
            found = score(terms, held[other], UNSURE)
            if found >= UNSURE and not vetoed(terms, held[other]):
                self._scores.setdefault(terms.id, {})[other] = found
                self._scores.setdefault(other, {})[terms.id] = found
                met.add(other)
        return met

    def _forget(self, identity: str) -> set[str]:
        """Drop a statement's scores; returns those that it was like."""
        met = set(self._scores.pop(identity, ()))
        for other in met:
            self._scores[other].pop(identity, None)
        return met

    def _revise(self, terms: Terms, holds: bool) -> None:
        if terms.revises is None:
            return
        if holds:
            self._revised[terms.revises].add(terms.id)
        else:
            self._revised[terms.revises].discard(terms.id)
