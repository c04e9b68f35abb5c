"""What each sign that two statements show weighs (R10), and from which sum on they speak of one pledge."""

from collections.abc import Mapping

SAME = 6.0
"""From this score on two statements speak of one pledge."""
UNSURE = 4.0
"""From this score on a person should look."""
CONTRADICTION = -2.0
"""Two statements below this score are never in one cluster by a third that resembles both."""

WEIGHTS: Mapping[str, float] = {
    "the same promisor": 1,
    "promisors of one house": -1,
    "the same odd amount": 4,
    "the same round amount": 4,
    "amounts that fit each other": 2,
    "a figure that takes in the earlier one": 2,
    "a figure on top of the earlier one": -5,
    "another amount": -2,
    "an amount of another order": -2,
    "an amount and none": 0,
    "the same country": 1,
    "another country": -6,
    "the same site": 4,
    "the same region": 3,
    "another place": -5,
    "a place and none": 0,
    "the same purpose": 2,
    "a kindred purpose": 1,
    "another purpose": -2,
    "both of no one project": 0,
    "one told as a part, the other not": 0,
    "the same horizon": 1,
    "another horizon": -1,
    "the same number of jobs": 2,
    "another number of jobs": -1,
    "the same counterparty": 1,
    "another kind of money": -1,
    "told within weeks": 1,
    "told years apart": -2,
    "announced at one time": 1,
    "announced at another time": -4,
}
