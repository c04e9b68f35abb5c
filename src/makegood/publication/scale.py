"""A scale of time for a picture: years side by side, long empty stretches broken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from makegood.assessment.calendar import interval
from makegood.assessment.timeline import Moment

EMPTY_YEARS = 2
"""An empty stretch longer than this many years is drawn as a break in the axis."""
BREAK = 34.0
_NARROWEST_YEAR = 44


@dataclass(frozen=True, slots=True)
class Block:
    """Years [first, end) drawn from x to `to`."""

    first: int
    end: int
    x: float
    to: float


@dataclass(frozen=True, slots=True)
class Scale:
    """Blocks of years from left to right, `BREAK` pixels apart."""

    blocks: tuple[Block, ...]

    @property
    def right(self) -> float:
        """Where the last block ends."""
        return self.blocks[-1].to

    def x(self, day: date) -> float:
        """Pixel of a day; a day in a break stands at the end of the block before it."""
        block = next((b for b in reversed(self.blocks) if day.year >= b.first), self.blocks[0])
        start, end = date(block.first, 1, 1), date(block.end, 1, 1)
        share = min(1.0, max(0.0, (day - start).days / (end - start).days))
        return round(block.x + share * (block.to - block.x), 1)

    def breaks(self) -> tuple[float, ...]:
        """Middles of the breaks."""
        return tuple(round(block.to + BREAK / 2, 1) for block in self.blocks[:-1])

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Starts of years, as many as have room for their number."""
        years = sum(b.end - b.first for b in self.blocks)
        a_year = sum(b.to - b.x for b in self.blocks) / years
        step = next((s for s in (1, 2, 5, 10, 20, 50, 100) if a_year * s >= _NARROWEST_YEAR), 200)
        return tuple(
            (self.x(date(year, 1, 1)), str(year))
            for block in self.blocks
            for year in range(block.first, block.end)
            if year == block.first or (year % step == 0 and year - block.first >= step)
        )


def scale(moments: Sequence[Moment], today: date | None, left: float, right: float) -> Scale:
    """The scale that holds all moments and, when it falls within them, today."""
    spans = [span for m in moments if (span := interval(m.when.date)) is not None]
    years = {year for first, last in spans for year in (first.year, last.year)}
    if today is not None and min(years) <= today.year <= max(years):
        years.add(today.year)
    runs = _runs(sorted(years))
    a_year = (right - left - BREAK * (len(runs) - 1)) / sum(end - first for first, end in runs)
    blocks, x = [], left
    for first, end in runs:
        to = x + (end - first) * a_year
        blocks.append(Block(first, end, round(x, 1), round(to, 1)))
        x = to + BREAK
    return Scale(tuple(blocks))


def _runs(years: Sequence[int]) -> list[tuple[int, int]]:
    """Years as half-open runs that are cut where more than EMPTY_YEARS lie between."""
    runs = [(years[0], years[0] + 1)]
    for year in years[1:]:
        first, end = runs[-1]
        if year - end > EMPTY_YEARS:
            runs.append((year, year + 1))
        else:
            runs[-1] = (first, max(end, min(year, 9998) + 1))
    return runs
