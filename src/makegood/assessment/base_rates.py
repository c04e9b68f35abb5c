"""What usually came of pledges like this one: shares in the reference ledger, each with its interval.

Counted are pledges that are no part of a larger one, were announced early enough to judge, and of which a page that
is not weak says more than that they were announced. They were chosen, not sampled: see `BIAS` beside the rows.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from makegood.reference.pledges import SECTORS, Found, History, Outcome, PastPledge

Fate = Literal["delivered", "partly_delivered", "late_or_cut", "stalled", "cancelled", "going_on"]
By = Literal["all", "kind", "size", "sector"]

FATES: dict[Found, Fate] = {
    "delivered": "delivered", "partly_delivered": "partly_delivered", "delayed": "late_or_cut",
    "scaled_back": "late_or_cut", "stalled": "stalled", "cancelled": "cancelled", "site_named": "going_on",
    "contracted": "going_on", "permitted": "going_on", "groundbreaking": "going_on", "under_construction": "going_on",
}  # fmt: skip
"""What the last finding makes of a pledge; 'announced' says nothing of it."""

JUDGED_BEFORE = "2022"
"""Pledges from this year on are too young to judge."""
_SIZES = ((1e9, "under 1 billion USD"), (1e10, "1 to 10 billion USD"), (1e11, "10 to 100 billion USD"))
_LARGEST, _UNSIZED = "100 billion USD and more", "no sum, or not in USD"
_FEW = 5
_Z = 1.959964


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a group came to a fate: the share with its 95 % interval (Wilson)."""

    count: int
    of: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The share itself."""
        return self.count / self.of


@dataclass(frozen=True, slots=True)
class Group:
    """Pledges of one kind and what came of them; `size` is how many."""

    name: str
    size: int
    fates: dict[Fate, Share]


def rates(history: History, by: By, before: str = JUDGED_BEFORE) -> tuple[Group, ...]:
    """Groups of pledges with their fates, the largest first; groups of fewer than five are put together."""
    judged = [(pledge, found) for pledge in history.pledges if (found := fate(history.of(pledge.slug))) is not None]
    counted = [(pledge, found) for pledge, found in judged if not pledge.part_of and "" < pledge.announced < before]
    groups: dict[str, list[Fate]] = {}
    for pledge, found in counted:
        groups.setdefault(_GROUPS[by](pledge), []).append(found)
    few = [name for name, fates in groups.items() if len(fates) < _FEW and len(groups) > 1]
    rest = [found for name in few for found in groups.pop(name)]
    made = sorted((_group(*held) for held in groups.items()), key=lambda group: (-group.size, group.name))
    return (*made, *([_group("all others", rest)] if rest else []))


def fate(outcomes: Iterable[Outcome]) -> Fate | None:
    """What the last outcome that does not stand on a weak page makes of a pledge; None where none says."""
    found = [FATES[one.found] for one in outcomes if one.found in FATES and not one.page.weak]
    return found[-1] if found else None


def wilson(count: int, of: int) -> Share:
    """The share with Wilson's score interval, which holds for small groups and at nought and one."""
    share, over = count / of, 1 + _Z**2 / of
    middle = (share + _Z**2 / (2 * of)) / over
    half = _Z * math.sqrt(share * (1 - share) / of + _Z**2 / (4 * of**2)) / over
    return Share(count, of, max(0.0, middle - half), min(1.0, middle + half))


def _group(name: str, fates: Sequence[Fate]) -> Group:
    counts = Counter(fates)
    order: tuple[Fate, ...] = tuple(dict.fromkeys(FATES.values()))
    return Group(name, len(fates), {one: wilson(counts[one], len(fates)) for one in order})


def size(pledge: PastPledge) -> str:
    """The size class of a pledge's least sum; nothing is converted."""
    least = pledge.low if pledge.low is not None else pledge.high
    if least is None or pledge.currency != "USD":
        return _UNSIZED
    return next((name for top, name in _SIZES if least < top), _LARGEST)


_GROUPS: dict[By, Callable[[PastPledge], str]] = {
    "all": lambda _: "all pledges",
    "kind": lambda pledge: pledge.kind,
    "size": size,
    "sector": lambda pledge: SECTORS.get(pledge.sector, "not stated"),
}
