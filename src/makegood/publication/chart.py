"""The timeline as a picture: where each mark and word goes, for a given width. The template draws it.

A mark is as wide as its date is vague: a bar over a year or a month, a point for a day (R18).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from makegood.assessment.calendar import interval
from makegood.assessment.timeline import Lane, Moment

LANES: dict[Lane, str] = {
    "promise": "The promise", "other_promise": "Other promises", "meeting": "Meetings",
    "measure": "Measures", "progress": "Progress", "background": "Background", "deadline": "Due",
}  # fmt: skip
OLDEST_YEARS = 12
"""How far before the promise the picture reaches; older moments stand in the list only."""
_ROW, _LANE_GAP, _TOP, _BOTTOM = 30, 14, 34, 12
_MARK = 22
_CHARACTER = 6.6


@dataclass(frozen=True, slots=True)
class Mark:
    """One moment: a numbered mark at x, a bar from `bar` to `bar_to` for a vague date, and its label."""

    number: int
    lane: Lane
    x: float
    y: float
    bar: float
    bar_to: float
    vague: bool
    label: str
    label_x: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing in pixels of its own; `ticks` are (x, year), `lanes` (y, height, name), `now` is x or None."""

    width: int
    height: float
    left: int
    ticks: tuple[tuple[float, str], ...]
    lanes: tuple[tuple[float, float, str], ...]
    marks: tuple[Mark, ...]
    now: float | None


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(self.left + share * (self.right - self.left), 1)


def drawn(moments: Sequence[Moment]) -> list[Moment]:
    """The moments that the picture shows: not those long before the promise."""
    promise = next((interval(m.when.date) for m in moments if m.lane == "promise"), None)
    oldest = promise[0].year - OLDEST_YEARS if promise is not None else 0
    return [m for m in moments if (span := interval(m.when.date)) is not None and span[0].year >= oldest]


def chart(moments: Sequence[Moment], labels: Sequence[str], width: int, today: date | None) -> Chart | None:
    """The picture of `moments` (numbered as given, from 1) with a label each, `width` pixels wide.

    `labels` may hold '' for marks without a word beside them. Returns None when fewer than two fit.
    """
    shown = drawn(moments)
    if len(shown) < 2:
        return None
    named = any(labels)
    scale = _scale(shown, today, 128 if named else 12, width - 16)
    numbers = {id(m): n for n, m in enumerate(moments, start=1)}
    marks: list[Mark] = []
    lanes: list[tuple[float, float, str]] = []
    y = float(_TOP)
    for lane, name in LANES.items():
        inside = [m for m in shown if m.lane == lane]
        if not inside:
            continue
        head = 0 if named else 18
        found, rows = _rows([_mark(m, numbers[id(m)], labels, scale) for m in inside], y + head, scale.right)
        marks += found
        lanes.append((y, rows * _ROW + head, name))
        y += rows * _ROW + head + _LANE_GAP
    now = scale.x(today) if today is not None and scale.first <= today <= scale.last else None
    left = 128 if named else 12
    return Chart(width, y - _LANE_GAP + _BOTTOM, left, _ticks(scale, width), tuple(lanes), tuple(marks), now)


def _scale(moments: Sequence[Moment], today: date | None, left: float, right: float) -> _Scale:
    spans = [span for m in moments if (span := interval(m.when.date)) is not None]
    years = [d.year for span in spans for d in span] + ([today.year] if today is not None else [])
    return _Scale(date(min(years), 1, 1), date(min(max(years), 9998) + 1, 1, 1), left + _MARK / 2, right - _MARK / 2)


def _mark(moment: Moment, number: int, labels: Sequence[str], scale: _Scale) -> Mark:
    span = interval(moment.when.date) or (scale.first, scale.first)
    bar, bar_to = scale.x(span[0]), scale.x(span[1])
    vague = moment.reported or moment.when.basis in ("inferred", "relative", "metadata")
    middle = round((bar + bar_to) / 2, 1)
    return Mark(number, moment.lane, middle, 0, bar, bar_to, vague, labels[number - 1], 0, f"t{number}")


def _rows(marks: Sequence[Mark], top: float, right: float) -> tuple[list[Mark], int]:
    """Each mark in the first row where it and its label do not touch what stands there already."""
    taken: list[list[tuple[float, float]]] = []
    placed = []
    for mark in marks:
        label_x, space = _label(mark, right)
        row = next((r for r, spaces in enumerate(taken) if all(_apart(space, other) for other in spaces)), len(taken))
        if row == len(taken):
            taken.append([])
        taken[row].append(space)
        placed.append(_at(mark, top + row * _ROW + _ROW / 2, label_x))
    return placed, len(taken)


def _at(mark: Mark, y: float, label_x: float) -> Mark:
    return Mark(
        mark.number, mark.lane, mark.x, y, mark.bar, mark.bar_to, mark.vague, mark.label, label_x, mark.anchor
    )  # fmt: skip


def _label(mark: Mark, right: float) -> tuple[float, tuple[float, float]]:
    """Where the label starts, right of the mark or, at the edge, left of it; and the space both take."""
    long = len(mark.label) * _CHARACTER
    left, to = min(mark.bar, mark.x - _MARK / 2), max(mark.bar_to, mark.x + _MARK / 2)
    if not long:
        return 0, (left, to)
    if to + 6 + long <= right:
        return to + 6, (left, to + 6 + long)
    return left - 6 - long, (left - 6 - long, to)


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] + 4 <= other[0] or other[1] + 4 <= one[0]


def _ticks(scale: _Scale, width: int) -> tuple[tuple[float, str], ...]:
    years = scale.last.year - scale.first.year
    step = next((s for s in (1, 2, 5, 10, 20, 50, 100) if years / s * 46 <= width - scale.left), 200)
    return tuple(
        (scale.x(date(y, 1, 1)), str(y)) for y in range(scale.first.year, scale.last.year + 1) if y % step == 0
    )
