"""Which pairs of statements are worth comparing: those of one house that share something that can tell.

Of a house with few statements all that share anything are compared; of one with many only those that share an amount, a
site, a number of jobs, or two things of less weight (words of the purpose, region): without these no pair is likely to
reach the score.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import combinations

from makegood.resolution.terms import Terms

ALL = 40
"""Up to so many statements of one house are compared all with all."""
_STEP = math.log(1.01)
_FEW_AIMS = 2
_FITTING = 0.8


class Blocks:
    """Statements by what they can be found by, kept up to date as statements come and go."""

    def __init__(self) -> None:
        self._held: dict[str, Terms] = {}
        self._houses: defaultdict[str, set[str]] = defaultdict(set)
        self._large: dict[str, defaultdict[str, set[str]]] = {}

    @property
    def held(self) -> Mapping[str, Terms]:
        """The statements, by id."""
        return self._held

    def change(self, gone: Iterable[str], come: Iterable[Terms]) -> set[str]:
        """Take statements out and in; returns ids of all that may have other neighbours than before."""
        houses: set[str] = set()
        for identity in gone:
            houses |= self._leave(self._held.pop(identity))
        moved: set[str] = set()
        for terms in come:
            houses |= self._enter(terms)
            moved.add(terms.id)
        for house in houses:
            if (len(self._houses[house]) > ALL) != (house in self._large):
                self._turn(house)
                moved |= self._houses[house]
        return moved

    def near(self, terms: Terms) -> Set[str]:
        """Ids of the statements to compare these terms with."""
        found: set[str] = set()
        for house in terms.houses:
            blocks = self._large.get(house)
            if blocks is None:
                found.update(one for one in self._houses[house] if _share_anything(terms, self._held[one]))
            else:
                found = found.union(*(blocks[key] for key in _shared(terms)))
        return found - {terms.id}

    def _enter(self, terms: Terms) -> Set[str]:
        self._held[terms.id] = terms
        for house in terms.houses:
            self._houses[house].add(terms.id)
            if house in self._large:
                for key in _shared(terms):
                    self._large[house][key].add(terms.id)
        return terms.houses

    def _leave(self, terms: Terms) -> Set[str]:
        for house in terms.houses:
            self._houses[house].discard(terms.id)
            if house in self._large:
                for key in _shared(terms):
                    self._large[house][key].discard(terms.id)
        return terms.houses

    def _turn(self, house: str) -> None:
        """Sort a house that has become large into blocks, or give its blocks up."""
        if self._large.pop(house, None) is not None:
            return
        blocks = self._large[house] = defaultdict(set)
        for identity in self._houses[house]:
            for key in _shared(self._held[identity]):
                blocks[key].add(identity)


def _share_anything(a: Terms, b: Terms) -> bool:
    """Whether two statements of a small house have anything in common that could make them one."""
    if a.spots & b.spots or a.regions & b.regions or a.aims & b.aims:
        return True
    if a.sum is None or b.sum is None or (a.jobs is not None and a.jobs == b.jobs):
        return True
    if min(a.sum[1], b.sum[1]) >= _FITTING * max(a.sum[1], b.sum[1]) or a.sum[0] != a.sum[1] or b.sum[0] != b.sum[1]:
        return True
    return not (a.works or b.works)


def _shared(terms: Terms) -> Iterator[str]:
    """What another statement of a large house must share at least one of."""
    yield from (f"site {word}" for word in terms.spots)
    if terms.jobs is not None:
        yield f"jobs {terms.jobs[1]:.0f}"
    if terms.sum is not None and terms.sum[1] > 0:
        step = round(math.log(terms.sum[1]) / _STEP)
        yield from (f"amount {terms.unit} {step + near}" for near in (0, 1))
    minor = sorted(terms.aims | {f"in {region}" for region in terms.regions})
    yield from (f"both {one} {other}" for one, other in combinations(minor, 2))
    if not terms.spots and not terms.regions and len(terms.aims) <= _FEW_AIMS:
        yield f"whole {' '.join(sorted(terms.countries))} {terms.unit} {' '.join(sorted(terms.counterparties))}"
