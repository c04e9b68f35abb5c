"""Whether two statements speak of one undertaking: a table of signs and their weights (R10).

Each question looks at both statements alike and finds at most one sign, so that the verdict does not depend on which
comes first. The weights (weights.py) are fitted on labelled pairs; docs/method/identity.md says how.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from math import inf
from typing import Literal, NamedTuple

from makegood.resolution.terms import Given, Terms
from makegood.resolution.weights import CONTRADICTION, SAME, UNSURE, WEIGHTS

__all__ = ["CONTRADICTION", "QUESTIONS", "SAME", "UNSURE", "VETOES", "change", "reasons", "relation", "score", "signs"]

Change = Literal["repeat", "raise", "cut", "extends", "reframed"]
Sign = str
"""What was found, in words; `WEIGHTS` holds its weight."""

_EQUAL, _NEAR, _FAR = 0.01, 0.15, 3.0
_ODD_DIGITS = 3
_AT_ONCE, _SOON, _LATE, _YEAR = 3, 45, 3 * 365, 365
_HALF = 0.5
_FIRM = frozenset({"exact", "between"})


def _promisor(a: Terms, b: Terms) -> Sign | None:
    return "the same promisor" if a.promisors & b.promisors else "promisors of one house or name"


def _close(a: tuple[float, float], b: tuple[float, float], share: float) -> bool:
    """Whether both ends differ by no more than a share of the larger."""
    return abs(a[0] - b[0]) <= share * max(a[0], b[0]) and abs(a[1] - b[1]) <= share * max(a[1], b[1])


def _amount(a: Terms, b: Terms) -> Sign | None:
    if a.sum is None or b.sum is None:
        return "an amount and none" if a.sum is not b.sum else None
    if a.unit != b.unit:
        return None
    if _close(a.sum, b.sum, _EQUAL):
        return "the same odd amount" if _is_odd(a.sum[1]) or _is_odd(b.sum[1]) else "the same round amount"
    if _fits(a, b):
        return "amounts that fit each other"
    later = _later(a, b)
    if later.whole:
        return "a figure that takes in the earlier one"
    if later.added:
        return "a figure on top of the earlier one"
    if max(a.sum[1], b.sum[1]) > _FAR * min(a.sum[1], b.sum[1]):
        return "an amount of another order"
    apart = _apart(a.published, b.published)
    return "another amount at the same time" if apart is not None and apart <= _AT_ONCE else "another amount"


def _fits(a: Terms, b: Terms) -> bool:
    """Near, and one is no exact figure; or one is a range that holds the other."""
    if a.sum is None or b.sum is None:
        return False
    if not (a.bound in _FIRM and b.bound in _FIRM) and _close(a.sum, b.sum, _NEAR):
        return True
    return _holds(a.sum, b.sum) or _holds(b.sum, a.sum)


def _holds(outer: tuple[float, float], inner: tuple[float, float]) -> bool:
    return outer[0] < outer[1] and outer[0] <= inner[0] and inner[1] <= outer[1]


def _is_odd(number: float) -> bool:
    """Three digits or more before the noughts: such figures are seldom equal by chance."""
    return len(f"{number:.0f}".rstrip("0")) >= _ODD_DIGITS


def _later(a: Terms, b: Terms) -> Terms:
    days = (a.announced or a.published or date.min), (b.announced or b.published or date.min)
    return a if (days[0], a.id) > (days[1], b.id) else b


def _country(a: Terms, b: Terms) -> Sign | None:
    if not (a.countries and b.countries):
        return None
    return "the same country" if a.countries & b.countries else "another country"


def _place(a: Terms, b: Terms) -> Sign | None:
    if a.spots and b.spots:
        return "the same site" if a.spots & b.spots else "another place"
    if a.regions and b.regions:
        return "the same region" if a.regions & b.regions else "another place"
    return "a place and none" if bool(a.spots or a.regions) != bool(b.spots or b.regions) else None


def _purpose(a: Terms, b: Terms) -> Sign | None:
    if not (a.aims and b.aims):
        return None
    shared = len(a.aims & b.aims)
    if not shared:
        return "another purpose"
    return "the same purpose" if shared >= _HALF * min(len(a.aims), len(b.aims)) else "a kindred purpose"


def _scope(a: Terms, b: Terms) -> Sign | None:
    """Two tellings of all that a promisor will do in a country, whatever the figure was at the time."""
    return "both of no one project" if _is_whole(a) and _is_whole(b) else None


def _is_whole(terms: Terms) -> bool:
    return bool(terms.shows & Given.WHOLE)


def _part(a: Terms, b: Terms) -> Sign | None:
    return "one told as a part, the other not" if (a.part_of is None) != (b.part_of is None) else None


def _apart(one: date | None, other: date | None) -> int | None:
    return abs((one - other).days) if one is not None and other is not None else None


def _horizon(a: Terms, b: Terms) -> Sign | None:
    apart = _apart(a.end, b.end)
    if (a.years is not None and a.years == b.years) or (apart is not None and apart < _YEAR):
        return "the same horizon"
    return "another horizon" if apart is not None and apart > _YEAR else None


def _jobs(a: Terms, b: Terms) -> Sign | None:
    if a.jobs is None or b.jobs is None:
        return None
    if _close(a.jobs, b.jobs, _EQUAL):
        return "the same number of jobs"
    return None if _close(a.jobs, b.jobs, _NEAR) else "another number of jobs"


def _counterparty(a: Terms, b: Terms) -> Sign | None:
    return "the same counterparty" if a.counterparties & b.counterparties else None


def _money(a: Terms, b: Terms) -> Sign | None:
    if a.money is None or b.money is None or a.money == b.money or "mixed" in (a.money, b.money):
        return None
    return "another kind of money"


def _told(a: Terms, b: Terms) -> Sign | None:
    apart = _apart(a.published, b.published)
    if apart is None:
        return None
    if apart <= _SOON:
        return None if _amount(a, b) in _OTHER_FIGURE else "told within weeks"
    return "told years apart" if apart > _LATE else None


def _announced(a: Terms, b: Terms) -> Sign | None:
    apart = _apart(a.announced, b.announced)
    if apart is None:
        return None
    if apart <= _SOON:
        return "announced at one time"
    return "announced at another time" if apart > _YEAR else None


class Question(NamedTuple):
    """One row of the method: what is asked of two statements, by which counting rule, and the signs it may find.

    `needs` is what both must give for a sign that speaks for one undertaking (a bit of `Terms.shows`).
    """

    ask: Callable[[Terms, Terms], Sign | None]
    rule: str
    needs: int
    signs: tuple[Sign, ...]


_OTHER_FIGURE = (
    "a figure that takes in the earlier one", "a figure on top of the earlier one", "another amount",
    "another amount at the same time", "an amount of another order",
)  # fmt: skip
_FIGURE = ("the same odd amount", "the same round amount", "amounts that fit each other", "an amount and none")
QUESTIONS: tuple[Question, ...] = (
    Question(_place, "R10", Given.PLACE, ("the same site", "the same region", "another place", "a place and none")),
    Question(_amount, "R10", Given.SUM, (*_FIGURE, *_OTHER_FIGURE)),
    Question(_purpose, "R10", Given.AIMS, ("the same purpose", "a kindred purpose", "another purpose")),
    Question(_scope, "R10", Given.WHOLE, ("both of no one project",)),
    Question(_jobs, "R15", Given.JOBS, ("the same number of jobs", "another number of jobs")),
    Question(_told, "R10", Given.PUBLISHED, ("told within weeks", "told years apart")),
    Question(_country, "R10", Given.COUNTRY, ("the same country", "another country")),
    Question(_promisor, "R10", 0, ("the same promisor", "promisors of one house or name")),
    Question(_part, "R9", 0, ("one told as a part, the other not",)),
    Question(_horizon, "R7", Given.HORIZON, ("the same horizon", "another horizon")),
    Question(_counterparty, "R10", Given.COUNTERPARTY, ("the same counterparty",)),
    Question(_money, "R8", 0, ("another kind of money",)),
    Question(_announced, "R11", Given.ANNOUNCED, ("announced at one time", "announced at another time")),
)
"""The method, what decides most first. What each sign weighs stands in `WEIGHTS`."""


@cache
def _asked(both: int) -> tuple[tuple[Callable[[Terms, Terms], Sign | None], float], ...]:
    """Each question with the most that those after it can add to two statements that both give this much."""
    best = [max(0.0, *_best(question, both)) for question in QUESTIONS]
    return tuple((question.ask, sum(best[number + 1 :])) for number, question in enumerate(QUESTIONS))


def _best(question: Question, both: int) -> Iterator[float]:
    one_sided = (WEIGHTS[sign] for sign in question.signs if sign.endswith("none"))
    yield from (WEIGHTS[sign] for sign in question.signs) if question.needs & both == question.needs else one_sided
    yield 0.0


VETOES: Mapping[str, Callable[[Terms, Terms], bool]] = {
    "one document tells them apart (R10)": lambda a, b: a.document == b.document,
    "one is part of the other (R9)": lambda a, b: a.part_of == b.id or b.part_of == a.id,
}
"""Whatever the score, these are two pledges; only a person may say otherwise."""
_REFUSE = tuple(VETOES.values())


def signs(a: Terms, b: Terms) -> tuple[Sign, ...]:
    """The signs that two statements show."""
    return tuple(sign for question in QUESTIONS if (sign := question.ask(a, b)) is not None)


def score(a: Terms, b: Terms, least: float = -inf) -> float:
    """The sum of the weights of the signs that two statements show.

    Args:
        least: where the sum is sure to stay below this, some number below this is given instead of it.
    """
    found = 0.0
    for ask, rest in _asked(a.shows & b.shows):
        sign = ask(a, b)
        if sign is not None:
            found += WEIGHTS[sign]
        if found + rest < least:
            return -inf
    return found


def reasons(a: Terms, b: Terms) -> tuple[str, ...]:
    """The signs in words, with weight and rule."""
    asked = ((question.rule, question.ask(a, b)) for question in QUESTIONS)
    return tuple(f"{sign} ({WEIGHTS[sign]:+g}, {rule})" for rule, sign in asked if sign is not None)


def vetoed(a: Terms, b: Terms) -> bool:
    """Whether two statements can't be of one pledge, whatever they have in common."""
    return any(refuses(a, b) for refuses in _REFUSE)


def relation(a: Terms, b: Terms) -> Change:
    """How the later of two statements of one pledge stands to the earlier one (R10)."""
    later = _later(a, b)
    return change(b if later is a else a, later)


def change(earlier: Terms, later: Terms) -> Change:
    """What a later statement of one pledge changed (R5, R7, R8, R10)."""
    if earlier.sum is not None and later.sum is not None and _amount(earlier, later) in _OTHER_FIGURE:
        return "raise" if later.sum > earlier.sum else "cut"
    if _horizon(earlier, later) == "another horizon":
        return "extends"
    other = _purpose(earlier, later) == "another purpose" or _money(earlier, later) is not None
    return "reframed" if other else "repeat"
