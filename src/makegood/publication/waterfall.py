"""A claim taken apart as a picture: where each bar and word goes, for a given width. The template draws it.

One row a step, from the claim down to what is left; a bar begins where the one above it ended.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from makegood.assessment.anatomy import Anatomy, Reason, Step
from makegood.publication import wording
from makegood.publication.brief import brief, share

Look = Literal["claimed", "off", "open", "whole", "told", "kept", "binding"]
_ROW, _STACKED_ROW = 48, 88
_BAR, _STACKED_TOP = 26, 24
_GUTTER, _FIGURE = 312, 190
_NAMED = 3
_LINE = 46
"""Characters of the small words under a label."""
_LEAST = 2.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: a bar from `x` to `to` whose top is at `y`, its words, and its figure with where it stands."""

    look: Look
    label: str
    below: str
    figure: str
    share: str
    x: float
    to: float
    y: float
    figure_x: float


@dataclass(frozen=True, slots=True)
class Waterfall:
    """A drawing in pixels of its own; `links` are (x, from y, to y) between one bar's end and the next bar's beginning.

    `stacked`: the words stand above and below their bar, not beside it.
    """

    width: int
    height: float
    left: float
    bar: int
    stacked: bool
    bars: tuple[Bar, ...]
    links: tuple[tuple[float, float, float], ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A bar in money: from `begin` to `end`, where the next one begins."""

    look: Look
    label: str
    below: str
    amount: Decimal
    begin: Decimal
    end: Decimal


def waterfall(anatomy: Anatomy, names: Mapping[str, str], width: int, stacked: bool = False) -> Waterfall:
    """The picture of a claim.

    Args:
        names: pledge id → who promises, as the picture is to name them.
        width: in pixels.
        stacked: for a telephone.
    """
    rows = list(_rows(anatomy, names, stacked))
    left = 0.0 if stacked else float(_GUTTER)
    most = max(max(row.begin, row.end) for row in rows) or Decimal(1)
    scale = (width - left - (2 if stacked else _FIGURE)) / float(most)
    high = _STACKED_ROW if stacked else _ROW
    top = _STACKED_TOP if stacked else (_ROW - _BAR) / 2
    bars = [_bar(row, anatomy, left, scale) for row in rows]
    placed = tuple(
        replace(bar, y=n * high + top, figure_x=float(width) if stacked else bar.to + 9) for n, bar in enumerate(bars)
    )
    links = [
        (round(left + float(row.end) * scale, 1), one.y + _BAR, other.y)
        for row, (one, other) in zip(rows, pairwise(placed), strict=False)
        if other.look != "binding"
    ]
    return Waterfall(width, len(rows) * high + 2, left, _BAR, stacked, placed, tuple(links))


def _rows(anatomy: Anatomy, names: Mapping[str, str], stacked: bool) -> Iterator[_Row]:
    """From the claim down: what comes off, what is left, and of what that consists."""
    at = anatomy.claimed
    yield _Row("claimed", "The figures add up to" if anatomy.added_up else "Claimed", "", at, Decimal(0), at)
    for step in (one for one in anatomy.steps if one.side == "off"):
        look: Look = "open" if step.reason in ("unbacked", "surplus") else "off"
        yield _Row(look, words(step, anatomy), _who(anatomy, step.reason, names), step.amount, at, at - step.amount)
        at -= step.amount
    rest = [one for one in anatomy.steps if one.side != "off"]
    pledges = len({portion.pledge for step in rest for portion in anatomy.on(step.reason)})
    counted = f"{pledges:,} {'pledge' if pledges == 1 else 'pledges'}"
    left = "Promised, counted once" if stacked else "Promised investment, counted once"
    yield _Row("whole", left, counted, at, Decimal(0), at)
    for step in rest if len(rest) > 1 else ():
        look = "told" if step.side == "told" else "kept"
        yield _Row(look, step.words, _who(anatomy, step.reason, names), step.amount, at, at - step.amount)
        at -= step.amount
    binding = "committed, started or delivered" if anatomy.binding else "nothing is known to be signed or financed"
    yield _Row("binding", "Of it binding", binding, anatomy.binding, Decimal(0), anatomy.binding)


def words(step: Step, anatomy: Anatomy) -> str:
    """What a step is called; of what was announced before, since when."""
    if step.reason == "pre_existing" and anatomy.since is not None:
        return f"Announced before {wording.iso_date(anatomy.since.isoformat())}"
    return step.words


def _who(anatomy: Anatomy, reason: Reason, names: Mapping[str, str]) -> str:
    """The largest behind a step, as many as fit on a line, and how many more."""
    found = list(dict.fromkeys(names.get(p.pledge, p.pledge) for p in anatomy.on(reason) if p.pledge is not None))
    for shown in range(min(_NAMED, len(found)), 0, -1):
        more = len(found) - shown
        line = f"{', '.join(found[:shown])} and {more} more" if more else wording.listed(found)
        if len(line) <= _LINE:
            return line
    return _cut(found[0], _LINE) if len(found) == 1 else f"{len(found)} of them" if found else ""


def _bar(row: _Row, anatomy: Anatomy, left: float, scale: float) -> Bar:
    """The bar at its place from left to right; one too thin to see is drawn `_LEAST` wide."""
    low, high = sorted((row.begin, row.end))
    x, to = left + float(low) * scale, left + float(high) * scale
    if row.amount and to - x < _LEAST:
        x = max(left, to - _LEAST)
        to = x + _LEAST
    off = row.look in ("off", "open")
    return Bar(
        look=row.look,
        label=row.label,
        below=row.below,
        figure=brief(-row.amount if off else row.amount, anatomy.currency),
        share=share(row.amount, anatomy.claimed) if row.look != "claimed" else "",
        x=round(x, 1),
        to=round(to, 1),
        y=0,
        figure_x=0,
    )


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rpartition(" ")[0] + "…"
