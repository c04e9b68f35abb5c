"""Whether two statements speak of one undertaking: a table of signs and their weights (R10).

Every sign looks at both statements alike, so the verdict does not depend on which comes first. The
weights are the project's own; `SAME` is reached by: the same promisor, amount and country with nothing
against it, or the same promisor, site and purpose whatever the amount.
"""

from collections.abc import Callable
from datetime import date
from typing import Literal, NamedTuple

from makegood.resolution.terms import Terms

SAME = 6
"""From this score on two statements speak of one pledge."""
UNSURE = 4
"""From this score on a person should look."""
CONTRADICTION = -2
"""Two statements below this score are never in one cluster by a third that resembles both."""

Change = Literal["repeat", "raise", "cut", "extends", "reframed"]
Sign = Callable[[Terms, Terms], bool]

_EQUAL, _NEAR = 0.01, 0.15
_SOON, _LATE, _YEAR = 45, 3 * 365, 365
_HALF = 0.5
_FIRM = frozenset({"exact", "between"})


class Feature(NamedTuple):
    """One row of the method."""

    name: str
    holds: Sign
    weight: int
    rule: str


def _same_promisor(a: Terms, b: Terms) -> bool:
    return bool(a.promisors & b.promisors)


def _same_house_only(a: Terms, b: Terms) -> bool:
    return not a.promisors & b.promisors


def _close(a: tuple[float, float], b: tuple[float, float], share: float) -> bool:
    """Whether both ends differ by no more than a share of the larger."""
    return abs(a[0] - b[0]) <= share * max(a[0], b[0]) and abs(a[1] - b[1]) <= share * max(a[1], b[1])


def _same_amount(a: Terms, b: Terms) -> bool:
    return a.sum is not None and b.sum is not None and a.unit == b.unit and _close(a.sum, b.sum, _EQUAL)


def _fitting_amount(a: Terms, b: Terms) -> bool:
    """Near, and one is no exact figure: 'nearly $4 billion' and '$3.8 billion'."""
    if a.sum is None or b.sum is None or a.unit != b.unit or (a.bound in _FIRM and b.bound in _FIRM):
        return False
    return _close(a.sum, b.sum, _NEAR) and not _close(a.sum, b.sum, _EQUAL)


def _differing(a: Terms, b: Terms) -> bool:
    if a.sum is None or b.sum is None or a.unit != b.unit or _close(a.sum, b.sum, _EQUAL):
        return False
    return not _fitting_amount(a, b)


def _later(a: Terms, b: Terms) -> Terms:
    days = (a.announced or a.published or date.min), (b.announced or b.published or date.min)
    return a if (days[0], a.id) > (days[1], b.id) else b


def _other_amount(a: Terms, b: Terms) -> bool:
    return _differing(a, b) and not _grown_amount(a, b)


def _grown_amount(a: Terms, b: Terms) -> bool:
    return _differing(a, b) and _later(a, b).whole


def _amount_on_top(a: Terms, b: Terms) -> bool:
    return _differing(a, b) and _later(a, b).added and not _later(a, b).whole


def _same_country(a: Terms, b: Terms) -> bool:
    return bool(a.countries & b.countries)


def _other_country(a: Terms, b: Terms) -> bool:
    return bool(a.countries and b.countries) and not a.countries & b.countries


def _same_spot(a: Terms, b: Terms) -> bool:
    return bool(a.spots & b.spots)


def _same_region(a: Terms, b: Terms) -> bool:
    return bool(a.regions & b.regions) and not (a.spots and b.spots)


def _other_place(a: Terms, b: Terms) -> bool:
    if a.spots and b.spots:
        return not a.spots & b.spots
    return bool(a.regions and b.regions) and not a.regions & b.regions


def _shared_aims(a: Terms, b: Terms) -> float:
    return len(a.aims & b.aims) / min(len(a.aims), len(b.aims)) if a.aims and b.aims else 0.0


def _same_purpose(a: Terms, b: Terms) -> bool:
    return _shared_aims(a, b) >= _HALF


def _kindred_purpose(a: Terms, b: Terms) -> bool:
    return 0 < _shared_aims(a, b) < _HALF


def _other_purpose(a: Terms, b: Terms) -> bool:
    return bool(a.aims and b.aims) and not a.aims & b.aims


def _apart(one: date | None, other: date | None) -> int | None:
    return abs((one - other).days) if one is not None and other is not None else None


def _same_horizon(a: Terms, b: Terms) -> bool:
    apart = _apart(a.end, b.end)
    return (a.years is not None and a.years == b.years) or (apart is not None and apart < _YEAR)


def _other_horizon(a: Terms, b: Terms) -> bool:
    apart = _apart(a.end, b.end)
    return apart is not None and apart > _YEAR and not _same_horizon(a, b)


def _same_jobs(a: Terms, b: Terms) -> bool:
    return a.jobs is not None and b.jobs is not None and _close(a.jobs, b.jobs, _EQUAL)


def _other_jobs(a: Terms, b: Terms) -> bool:
    return a.jobs is not None and b.jobs is not None and not _close(a.jobs, b.jobs, _NEAR)


def _same_counterparty(a: Terms, b: Terms) -> bool:
    return bool(a.counterparties & b.counterparties)


def _other_money(a: Terms, b: Terms) -> bool:
    return a.money is not None and b.money is not None and a.money != b.money and "mixed" not in (a.money, b.money)


def _told_soon(a: Terms, b: Terms) -> bool:
    apart = _apart(a.published, b.published)
    return apart is not None and apart <= _SOON


def _told_late(a: Terms, b: Terms) -> bool:
    apart = _apart(a.published, b.published)
    return apart is not None and apart > _LATE


def _announced_together(a: Terms, b: Terms) -> bool:
    apart = _apart(a.announced, b.announced)
    return apart is not None and apart <= _SOON


def _announced_apart(a: Terms, b: Terms) -> bool:
    apart = _apart(a.announced, b.announced)
    return apart is not None and apart > _YEAR and not _grown_amount(a, b)


FEATURES: tuple[Feature, ...] = (
    Feature("the same promisor", _same_promisor, 1, "R10"),
    Feature("promisors of one house", _same_house_only, -1, "R10"),
    Feature("the same amount", _same_amount, 4, "R10"),
    Feature("amounts that fit each other", _fitting_amount, 2, "R6"),
    Feature("another amount", _other_amount, -2, "R5"),
    Feature("a figure that takes in the earlier one", _grown_amount, 2, "R10"),
    Feature("a figure on top of the earlier one", _amount_on_top, -3, "R10"),
    Feature("the same country", _same_country, 1, "R10"),
    Feature("another country", _other_country, -6, "R10"),
    Feature("the same site", _same_spot, 4, "R10"),
    Feature("the same region", _same_region, 3, "R10"),
    Feature("another place", _other_place, -5, "R10"),
    Feature("the same purpose", _same_purpose, 2, "R10"),
    Feature("a kindred purpose", _kindred_purpose, 1, "R10"),
    Feature("another purpose", _other_purpose, -2, "R10"),
    Feature("the same horizon", _same_horizon, 1, "R7"),
    Feature("another horizon", _other_horizon, -1, "R7"),
    Feature("the same number of jobs", _same_jobs, 2, "R15"),
    Feature("another number of jobs", _other_jobs, -1, "R15"),
    Feature("the same counterparty", _same_counterparty, 1, "R10"),
    Feature("another kind of money", _other_money, -1, "R8"),
    Feature("told within weeks", _told_soon, 1, "R10"),
    Feature("told years apart", _told_late, -2, "R10"),
    Feature("announced at one time", _announced_together, 1, "R10"),
    Feature("announced at another time", _announced_apart, -4, "R11"),
)
"""The method: name, sign, weight, counting rule."""

VETOES: tuple[Feature, ...] = (
    Feature("one document tells them apart", lambda a, b: a.document == b.document, 0, "R10"),
    Feature("one is part of the other", lambda a, b: a.part_of == b.id or b.part_of == a.id, 0, "R9"),
)
"""Whatever the score, these are two pledges; only a person may say otherwise."""


def score(a: Terms, b: Terms) -> int:
    """The sum of the weights of the signs that hold between two statements."""
    return sum([feature.weight for feature in FEATURES if feature.holds(a, b)])


def reasons(a: Terms, b: Terms) -> tuple[str, ...]:
    """The signs that hold, in words, with weight and rule."""
    return tuple(f"{f.name} ({f.weight:+d}, {f.rule})" for f in FEATURES if f.holds(a, b))


def vetoed(a: Terms, b: Terms) -> bool:
    """Whether two statements can't be of one pledge, whatever they have in common."""
    return any(veto.holds(a, b) for veto in VETOES)


def relation(a: Terms, b: Terms) -> Change:
    """How the later of two statements of one pledge stands to the earlier one (R10)."""
    later = _later(a, b)
    return change(b if later is a else a, later)


def change(earlier: Terms, later: Terms) -> Change:
    """What a later statement of one pledge changed (R5, R7, R8, R10)."""
    if earlier.sum is not None and later.sum is not None and _differing(earlier, later):
        return "raise" if later.sum > earlier.sum else "cut"
    if _other_horizon(earlier, later):
        return "extends"
    return "reframed" if _other_purpose(earlier, later) or _other_money(earlier, later) else "repeat"
