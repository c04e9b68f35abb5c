"""Figures with a unit, and two of them that make one range: '10-15', 'between 10 and 12 billion'. A change is none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from makegood.model.values import Bound
from makegood.reading.bounds import Bounded, bounded, is_change, opens_from, opens_range
from makegood.reading.gaps import JOIN, SPACE


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure with its unit in [start, end). `marked`: a unit stands beside it; `left`: before it.

    `low` differs from `value` (the high end) once two figures were joined into a range. `core`
    is where the figure or its unit begins when `start` was widened by 'between' or 'from'.
    """

    start: int
    end: int
    value: Decimal
    scale: Decimal
    marked: bool
    left: bool = False
    unit: str | None = None
    low: Decimal | None = None
    core: int = 0
    year_like: bool = False

    @property
    def scaled(self) -> bool:
        """Whether a magnitude takes part."""
        return self.scale > 1

    @property
    def range(self) -> bool:
        """Whether two figures make it."""
        return self.low is not None

    def ends(self, bound: Bound) -> tuple[Decimal | None, Decimal | None]:
        """Low and high end under a bound (R6): an upper bound leaves the low end open, a lower one the high end."""
        low = self.value if self.low is None else self.low
        return None if bound in ("up_to", "less_than") else low, None if bound in (
            "at_least",
            "more_than",
        ) else self.value


def bounded_measures(text: str, measures: Sequence[Measure]) -> Iterator[tuple[Measure, Bounded]]:
    """The marked ones of ordered `measures` with their bounds, two joined into one where they make a range."""
    limit, place = 0, 0
    while place < len(measures):
        measure = measures[place]
        both = joined(text, measure, measures[place + 1], limit) if place + 1 < len(measures) else None
        place += 2 if both else 1
        measure = both or measure
        if measure.marked:
            frame = bounded(text, measure.start, measure.end, limit)
            if measure.range and frame.bound in ("exact", "about"):
                frame = replace(frame, bound="between")
            yield measure, frame
            limit = frame.end


_JOINT = re.compile(
    rf"(?:{JOIN})?(?:(?<!-)(?P<dash>[-–—‑]|--)|(?<![^\W\d_])(?P<word>to|and|or|through)(?!\w))(?:{JOIN})?",
    re.I,
)
_LONGEST_GAP = 24
_TO_BEFORE = re.compile(rf"\b(?:to|by|at|of|is|be|in|for|with|spend|invest|worth|cost|costing){SPACE}\Z", re.I)


def joined(text: str, first: Measure, second: Measure, limit: int = 0) -> Measure | None:
    """One measure for both, or None. `limit`: the end of the mention before, which no word of a bound may reach.

    The first figure takes the second's magnitude where that keeps it the smaller one ('$10 and $12 billion').
    """
    if second.start - first.end > _LONGEST_GAP or not _compatible(first, second):
        return None
    joint = _JOINT.fullmatch(text, first.end, second.start)
    if not joint:
        return None
    between = opens_range(text, first.start, limit)
    start = _start(text, first, joint["word"], between, limit)
    if start is None or (between is None and not _open_end(first, second, bool(joint["dash"]))):
        return None
    low = _scaled_low(first, second)
    if low is None:
        return None
    return replace(second, start=start, low=low, core=first.start, unit=second.unit or first.unit, marked=True)


def _compatible(first: Measure, second: Measure) -> bool:
    if not (first.marked or second.marked) or first.range:
        return False
    if first.marked and second.marked:
        return first.unit == second.unit
    return first.marked or not second.left


def _start(text: str, first: Measure, word: str | None, between: int | None, limit: int) -> int | None:
    """Where the range begins, None where the two figures are no range."""
    if between is not None:
        return between
    if word is None:
        return first.start
    if word.lower() == "and" or (word.lower() == "or" and first.marked):
        return None
    origin = opens_from(text, first.start, limit)
    if origin is not None:
        return None if is_change(text, origin) else origin
    if is_change(text, first.start) and not _TO_BEFORE.search(text, max(limit, first.start - 12), first.start):
        return None
    return first.start


def _open_end(first: Measure, second: Measure, dash: bool) -> bool:
    """Whether the figure without a unit of its own may share the other's."""
    if first.marked and second.marked:
        return True
    if second.marked:
        return not first.year_like
    return second.scaled or (dash and not first.scaled and not second.year_like)


def _scaled_low(first: Measure, second: Measure) -> Decimal | None:
    """The low end; None where the second figure is not the larger one."""
    if not first.scaled and first.value * second.scale < second.value:
        return first.value * second.scale
    return first.value if first.value < second.value else None
