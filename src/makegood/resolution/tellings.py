"""What each statement did to its pledge: repeat, raise or cut its figure, extend or reframe it (R5, R9, R10)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from makegood.model.pledge import Relation, Telling
from makegood.model.values import Amount, Number, Quantity
from makegood.resolution.compare import change
from makegood.resolution.gists import Gist
from makegood.resolution.terms import Terms

_HEARSAY = frozenset({"counterpart", "unnamed"})
"""Whose figures are told about a pledge, and never become its amount (R12)."""

Range = tuple[Number, Number | None]
_NOTHING: Range = (0, 0)


@dataclass(frozen=True, slots=True)
class Opening:
    """How a pledge's first telling stands to what was told before: a part of a pledge, or like another's statement."""

    part: bool = False
    like: str | None = None


@dataclass(frozen=True, slots=True)
class _Standing:
    """The amount in force, and the statement that put it there."""

    by: Gist
    amount: Amount | None


def tellings(
    told: Sequence[Gist], terms: Mapping[str, Terms], opening: Opening
) -> tuple[tuple[Telling, ...], Amount | None]:
    """What each statement did, in their order, and the amount that stands after all of them."""
    own = [one for one in told if one.role not in _HEARSAY and one.amount is not None]
    counts = {one.id for one in own or told}
    first = told[0]
    standing = _Standing(first, first.amount if first.id in counts else None)
    kind: Relation = "part_of" if opening.part else "distinct" if opening.like else "first"
    found = [_telling(first, kind, opening.like, None, _range(standing.amount))]
    for one in told[1:]:
        telling, standing = _next(one, standing, terms, one.id in counts)
        found.append(telling)
    return tuple(found), standing.amount


def _next(one: Gist, standing: _Standing, terms: Mapping[str, Terms], counts: bool) -> tuple[Telling, _Standing]:
    """What a later statement did, and what stands after it."""
    earlier, later, old = terms[standing.by.id], terms[one.id], standing.amount
    kind = change(earlier, later)
    if one.amount is None or not counts:
        kind = "reframed" if kind in ("raise", "cut") else kind
        return _telling(one, kind, standing.by.id, old, _NOTHING), standing
    if old is None:
        return _telling(one, "reframed", standing.by.id, None, _range(one.amount)), _Standing(one, one.amount)
    if (old.currency, old.per) != (one.amount.currency, one.amount.per):
        return _telling(one, "reframed", standing.by.id, old, None), standing
    if kind not in ("raise", "cut"):
        return _telling(one, kind, standing.by.id, old, _NOTHING), standing
    if later.added and not later.whole:
        return _telling(one, "raise", standing.by.id, old, _range(one.amount)), _Standing(one, _sum(old, one.amount))
    return _telling(one, kind, standing.by.id, old, _moved(old, one.amount, later.whole)), _Standing(one, one.amount)


def _telling(one: Gist, kind: Relation, against: str | None, old: Amount | None, new: Range | None) -> Telling:
    low, high = new if new is not None else (None, None)
    return Telling(
        statement=one.id, relation=kind, against=against, amount=one.amount, old=old, new_low=low, new_high=high
    )


def _range(amount: Quantity | None) -> Range | None:
    """Low and high as they count in totals (R6)."""
    if amount is None:
        return None
    return (0 if amount.low is None or amount.bound in ("up_to", "less_than") else amount.low), amount.high


def _moved(old: Amount, new: Amount, whole: bool) -> Range:
    """The money between two figures of one pledge (R10).

    It is known where the later one says that it takes in the earlier; else it may be as much as all of the later one.
    """
    (old_low, old_high), (new_low, new_high) = _range(old) or _NOTHING, _range(new) or _NOTHING
    low = new_low - (old_high if old_high is not None else old_low)
    if new_high is None:
        return max(0, low), None
    if new_high < old_low:
        return low, new_high - old_low
    return max(0, low), new_high - old_low if whole else new_high


def _sum(one: Amount, other: Amount) -> Amount:
    """Two amounts in one unit taken together; an end that either leaves open is open."""
    low = None if one.low is None or other.low is None else one.low + other.low
    high = None if one.high is None or other.high is None else one.high + other.high
    if low is None and high is None:
        return one
    return Amount(low=low, high=high, bound=one.bound, currency=one.currency, per=one.per)
