"""What each sign that two statements show weighs (R10), and from which sum on they speak of one pledge.

Log-odds, fitted on the tuning part of our labelled pairs; written by `python -m evals.pairs fit`, not by hand.
"""

from collections.abc import Mapping

SAME = 4.9
"""From this score on two statements speak of one pledge."""
UNSURE = 2.9
"""From this score on a person should look."""
CONTRADICTION = 0.9
"""Two statements below this score are never in one cluster by a third that resembles both."""

WEIGHTS: Mapping[str, float] = {
    "the same promisor": 1,
    "promisors of one house or name": -1,
    "the same odd amount": 2,
    "the same round amount": 2.4,
    "amounts that fit each other": 1.2,
    "a figure that takes in the earlier one": 0,
    "a figure on top of the earlier one": -1.4,
    "another amount": 0,
    "another amount at the same time": -1.5,
    "an amount of another order": -3.1,
    "an amount and none": -0.2,
    "the same country": 1.5,
    "another country": -1.8,
    "the same site": 1.5,
    "the same region": 1.4,
    "another place": -2.7,
    "a place and none": -0.3,
    "the same purpose": 1.7,
    "a kindred purpose": 0,
    "another purpose": -1.8,
    "both of no one project": 2.2,
    "one told as a part, the other not": -0.9,
    "the same horizon": 0.4,
    "another horizon": -0.6,
    "the same number of jobs": 1.6,
    "another number of jobs": 0,
    "the same counterparty": 1,
    "another kind of money": -1.2,
    "told within weeks": 1.6,
    "told years apart": -2.2,
    "announced at one time": 1,
    "announced at another time": -1,
}
