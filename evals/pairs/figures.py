"""How well identity puts labelled tellings together: precision and recall of pairs, and B-cubed over statements.

Pairs are of one family: promisors of one house, or of names that are easily taken for each other. All pairs of families
that chance put in the tuning part fit the weights; the others are the test.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from evals.pairs.tellings import Telling
from makegood.model.frozen import Frozen
from makegood.model.statement import PledgeStatement
from makegood.resolution.identity import Identity

Part = Literal["tuning", "test"]
Kind = Literal["same", "raise", "cut", "part", "distinct"]
ONE: frozenset[Kind] = frozenset({"same", "raise", "cut"})
"""What two tellings of one undertaking are to each other."""


class Pair(NamedTuple):
    """Two tellings, the earlier first, and what they are to each other."""

    one: Telling
    other: Telling
    kind: Kind


class PairFigures(Frozen):
    """Pairs judged right and wrong, by kind, and B-cubed; `digest` is of all labels."""

    digest: str
    statements: int
    undertakings: int
    right: int
    false: int
    missed: int
    kinds: dict[str, tuple[int, int]]
    b_precision: float
    b_recall: float

    @property
    def precision(self) -> float:
        """Of pairs put together, how many are of one undertaking."""
        return self.right / (self.right + self.false) if self.right + self.false else 0.0

    @property
    def recall(self) -> float:
        """Of pairs of one undertaking, how many were put together."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def b_cubed(self) -> float:
        """Harmonic mean of B-cubed precision and recall."""
        both = self.b_precision + self.b_recall
        return 2 * self.b_precision * self.b_recall / both if both else 0.0


def part_of(family: str) -> Part:
    """Which part a family is in: chance, and the same for ever."""
    return "test" if hashlib.sha256(family.encode()).digest()[0] % 2 else "tuning"


def of_part(tellings: Iterable[Telling], part: Part) -> list[Telling]:
    """The tellings of one part."""
    return [one for one in tellings if part_of(one.family) == part]


def pairs(tellings: Sequence[Telling]) -> Iterator[Pair]:
    """All pairs within families."""
    whole = {one.of: one.part for one in tellings if one.part is not None}
    families: defaultdict[str, list[Telling]] = defaultdict(list)
    for one in sorted(tellings, key=lambda one: one.told.order):
        families[one.family].append(one)
    for family in sorted(families):
        for one, other in combinations(families[family], 2):
            yield Pair(one, other, _kind(one, other, whole))


def put_together(tellings: Sequence[Telling]) -> dict[str, str]:
    """Statement → pledge, by identity as it is."""
    return {statement: pledge.id for pledge in identity_of(tellings).pledges() for statement in pledge.statements}


def identity_of(tellings: Iterable[Telling]) -> Identity:
    """All tellings, put together."""
    identity = Identity()
    told = defaultdict(list)
    for one in tellings:
        told[one.told.document_id].append(one.told)
    identity.follow((), told)
    return identity


def figures(tellings: Sequence[Telling], found: Mapping[str, str], digest: str) -> PairFigures:
    """How well the pledges found fit the labels."""
    judged = [(pair, found[pair.one.id] == found[pair.other.id]) for pair in pairs(tellings)]
    kinds = Counter((pair.kind, said == (pair.kind in ONE)) for pair, said in judged)
    precision, recall = _b_cubed([(found[one.id], one.of) for one in tellings])
    return PairFigures(
        digest=digest,
        statements=len(tellings),
        undertakings=len({one.of for one in tellings}),
        right=sum(said and pair.kind in ONE for pair, said in judged),
        false=sum(said and pair.kind not in ONE for pair, said in judged),
        missed=sum(not said and pair.kind in ONE for pair, said in judged),
        kinds={k: (kinds[k, True], kinds[k, True] + kinds[k, False]) for k in sorted({k for k, _ in kinds})},
        b_precision=precision,
        b_recall=recall,
    )


def _kind(one: Telling, other: Telling, whole: Mapping[str, str]) -> Kind:
    if one.of != other.of:
        return "part" if whole.get(one.of) == other.of or whole.get(other.of) == one.of else "distinct"
    before, after = _sum(one), _sum(other)
    return "same" if before is None or after is None or before == after else "raise" if after > before else "cut"


def _sum(telling: Telling) -> float | None:
    statement = telling.told.statement
    amount = statement.amount if isinstance(statement, PledgeStatement) else None
    return None if amount is None else amount.high if amount.high is not None else amount.low


def _b_cubed(placed: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Precision and recall over (found, true) of each statement."""
    both, ours, theirs = Counter(placed), Counter(found for found, _ in placed), Counter(true for _, true in placed)
    precision = sum(n * n / ours[found] for (found, _), n in both.items()) / len(placed)
    return precision, sum(n * n / theirs[true] for (_, true), n in both.items()) / len(placed)
