"""Which pairs of statements are worth comparing: those of one house that share something that can tell.

A promisor with few statements has all of them compared; one with many only those that share an amount,
a place, a purpose or a number of jobs: without one of these no pair is likely to reach the score.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from makegood.resolution.terms import Terms

_ALL = 40
"""Up to so many statements of one house are compared all with all."""
_COMMON = 120
"""A word that more statements of one house share tells nothing."""
_STEP = math.log(1.01)


def pairs(statements: Iterable[Terms]) -> Iterator[tuple[Terms, Terms]]:
    """Pairs to compare, each once, the smaller id first, in the order of their ids."""
    houses: defaultdict[str, list[Terms]] = defaultdict(list)
    for terms in statements:
        for house in terms.houses:
            houses[house].append(terms)
    found: dict[tuple[str, str], tuple[Terms, Terms]] = {}
    for members in houses.values():
        for a, b in _within(members):
            one, other = (a, b) if a.id < b.id else (b, a)
            found[one.id, other.id] = (one, other)
    return (found[key] for key in sorted(found))


def _within(members: Sequence[Terms]) -> Iterator[tuple[Terms, Terms]]:
    if len(members) <= _ALL:
        yield from combinations(members, 2)
        return
    blocks: defaultdict[str, list[Terms]] = defaultdict(list)
    for terms in members:
        for key in _keys(terms):
            blocks[key].append(terms)
    for key in sorted(blocks):
        if len(blocks[key]) <= _COMMON or key.startswith("amount"):
            yield from combinations(blocks[key], 2)


def _keys(terms: Terms) -> Iterator[str]:
    yield from (f"place {word}" for word in terms.spots | terms.regions)
    yield from (f"aim {word}" for word in terms.aims)
    if terms.jobs is not None:
        yield f"jobs {terms.jobs}"
    if terms.sum is not None and terms.sum[1] > 0:
        step = round(math.log(terms.sum[1]) / _STEP)
        yield from (f"amount {terms.unit} {step + near}" for near in (0, 1))
