"""Weights of the signs, fitted on labelled pairs: logistic regression with a prior, in plain Python.

Every sign has a direction (what speaks for one undertaking, what against); its prior is one step that way, and the fit
moves it from there as far as pairs give cause, never past nought. Pairs of a family that show the same signs count as
one and a little for each more, so that a promise told fifty times does not outweigh fifty promises.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from evals.pairs.figures import ONE, identity_of, pairs
from evals.pairs.tellings import Telling
from makegood.resolution.compare import signs, vetoed
from makegood.resolution.weights import WEIGHTS

STEPS, RATE = 4000, 0.5
PRIOR_WEIGHT = 1.0
"""How many pairs' worth of trust a prior has."""
SAME_MARGIN, UNSURE_MARGIN, CONTRADICTION_MARGIN = 1, -1, -3
"""From even odds, in log-odds; the B-cubed of the tuning part was best with these among half steps and whole steps."""
FOR = frozenset({
    "the same promisor", "the same odd amount", "the same round amount", "amounts that fit each other",
    "a figure that takes in the earlier one", "the same country", "the same site", "the same region",
    "the same purpose", "a kindred purpose", "the same horizon", "the same number of jobs", "the same counterparty",
    "told within weeks", "announced at one time",
})  # fmt: skip
"""Signs that can only speak for one undertaking."""
OPEN = frozenset({"an amount and none", "a place and none", "both of no one project"})
"""Signs that may speak either way; all others can only speak against."""

_MODULE = '''"""What each sign that two statements show weighs (R10), and from which sum on they speak of one pledge.

Log-odds, fitted on the tuning part of our labelled pairs; written by `python -m evals.pairs fit`, not by hand.
"""

from collections.abc import Mapping

SAME = {}
"""From this score on two statements speak of one pledge."""
UNSURE = {}
"""From this score on a person should look."""
CONTRADICTION = {}
"""Two statements below this score are never in one cluster by a third that resembles both."""

WEIGHTS: Mapping[str, float] = {{
{weights}
}}'''


class Fitted(NamedTuple):
    """Weights by sign, and the sum at which the odds are even."""

    weights: dict[str, float]
    even: float


class _Row(NamedTuple):
    signs: tuple[str, ...]
    same: bool
    weight: float


def fit(tellings: Sequence[Telling]) -> Fitted:
    """The weights that make the labels of these tellings' pairs likeliest."""
    rows = _rows(tellings)
    total = sum(row.weight for row in rows)
    priors = {sign: 0.0 if sign in OPEN else 1.0 if sign in FOR else -1.0 for sign in WEIGHTS}
    weights, bias = dict(priors), -4.0
    for _ in range(STEPS):
        slopes: defaultdict[str, float] = defaultdict(float)
        slope = 0.0
        for row in rows:
            miss = row.weight * (row.same - _chance(bias + sum(weights[sign] for sign in row.signs)))
            slope += miss
            for sign in row.signs:
                slopes[sign] += miss
        bias += RATE * slope / total
        for sign, prior in priors.items():
            moved = weights[sign] + RATE * (slopes[sign] - PRIOR_WEIGHT * (weights[sign] - prior)) / total
            weights[sign] = max(0.0, moved) if prior > 0 else min(0.0, moved) if prior < 0 else moved
    return Fitted({sign: round(weight, 1) + 0.0 for sign, weight in weights.items()}, round(-bias, 1))


def weights_module(fitted: Fitted) -> str:
    """The text of resolution/weights.py."""
    lines = [f'    "{sign}": {weight:g},' for sign, weight in fitted.weights.items()]
    marks = (round(fitted.even + margin, 1) for margin in (SAME_MARGIN, UNSURE_MARGIN, CONTRADICTION_MARGIN))
    return _MODULE.format(*marks, weights="\n".join(lines))


def _rows(tellings: Sequence[Telling]) -> list[_Row]:
    terms = identity_of(tellings).terms
    seen: Counter[tuple[str, tuple[str, ...], bool]] = Counter()
    for pair in pairs(tellings):
        one, other = terms[pair.one.id], terms[pair.other.id]
        if one.houses & other.houses and not vetoed(one, other):
            seen[pair.one.family, signs(one, other), pair.kind in ONE] += 1
    return [_Row(found, same, 1 + math.log(count)) for (_, found, same), count in seen.items()]


def _chance(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))
