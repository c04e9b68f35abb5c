"""The timeline as a picture: where each mark and word goes, for a given width. The template draws it.

A mark is as wide as its date is vague: a bar over a year or a month, a point for a day (R18).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from makegood.assessment.calendar import interval
from makegood.assessment.timeline import Lane, Moment
from makegood.publication.scale import Scale, scale

LANES: dict[Lane, str] = {
    "promise": "The promise", "other_promise": "Other promises", "meeting": "Meetings",
    "measure": "Measures", "progress": "Progress", "background": "Background", "deadline": "Due",
}  # fmt: skip
_ROW, _LANE_GAP, _TOP, _BOTTOM = 30, 14, 34, 10
_MARK = 22
_CHARACTER = 7.2
_GUTTER = 124
_HEAD = 20


@dataclass(frozen=True, slots=True)
class Mark:
    """One moment: a numbered mark at x, a bar from `bar` to `to` for a vague date, and its label's place.

    `label_ends` says that the label ends at `label_x` instead of starting there.
    """

    number: int
    lane: Lane
    x: float
    y: float
    bar: float
    to: float
    vague: bool
    label: str
    label_x: float = 0
    label_ends: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing in pixels of its own; `ticks` are (x, year), `lanes` (y, name), `now` is x or None."""

    width: int
    height: float
    ticks: tuple[tuple[float, str], ...]
    breaks: tuple[float, ...]
    lanes: tuple[tuple[float, str], ...]
    marks: tuple[Mark, ...]
    now: float | None
    labelled: bool


def chart(moments: Sequence[Moment], labels: Sequence[str], width: int, today: date | None) -> Chart | None:
    """The picture of `moments`, numbered as given from 1, `width` pixels wide.

    `labels` has a word for each, or is empty for a picture of numbers alone, with the lanes' names above
    them. Returns None where fewer than two moments have a date that the calendar knows.
    """
    numbered = [(n, m) for n, m in enumerate(moments, start=1) if interval(m.when.date) is not None]
    if len(numbered) < 2:
        return None
    left, head = (_GUTTER, 0) if labels else (0, _HEAD)
    axis = scale([m for _, m in numbered], today, left + _MARK / 2, width - _MARK / 2)
    marks: list[Mark] = []
    lanes: list[tuple[float, str]] = []
    y = float(_TOP)
    for lane, name in LANES.items():
        inside = [_mark(m, n, labels[n - 1] if labels else "", axis) for n, m in numbered if m.lane == lane]
        if inside:
            placed, rows = _rows(inside, y + head, (left, width))
            marks += placed
            lanes.append((y, name))
            y += rows * _ROW + head + _LANE_GAP
    now = axis.x(today) if today is not None and axis.blocks[0].first <= today.year < axis.blocks[-1].end else None
    height = y - _LANE_GAP + _BOTTOM
    return Chart(width, height, axis.ticks(), axis.breaks(), tuple(lanes), tuple(marks), now, bool(labels))


def _mark(moment: Moment, number: int, label: str, axis: Scale) -> Mark:
    first, last = interval(moment.when.date) or (date.min, date.min)
    bar, to = axis.x(first), axis.x(last)
    vague = moment.reported or moment.when.basis in ("inferred", "relative", "metadata")
    return Mark(number, moment.lane, round((bar + to) / 2, 1), 0, bar, to, vague, label)


def _rows(marks: Sequence[Mark], top: float, sides: tuple[float, float]) -> tuple[list[Mark], int]:
    """Each mark in the first row where it and its label do not touch what stands there already."""
    taken: list[list[tuple[float, float]]] = []
    placed = []
    for mark in marks:
        worded, space = _worded(mark, sides)
        row = next((r for r, spaces in enumerate(taken) if all(_apart(space, other) for other in spaces)), len(taken))
        if row == len(taken):
            taken.append([])
        taken[row].append(space)
        placed.append(replace(worded, y=top + row * _ROW + _ROW / 2))
    return placed, len(taken)


def _worded(mark: Mark, sides: tuple[float, float]) -> tuple[Mark, tuple[float, float]]:
    """The mark with its label on the roomier side, cut to the room there, and the space both take."""
    left, to = min(mark.bar, mark.x - _MARK / 2), max(mark.to, mark.x + _MARK / 2)
    if not mark.label:
        return mark, (left, to)
    needed = len(mark.label) * _CHARACTER
    ends = sides[1] - to - 6 < needed and left - sides[0] > sides[1] - to
    room = left - 6 - sides[0] if ends else sides[1] - to - 6
    label = _cut(mark.label, int(room / _CHARACTER))
    taken = len(label) * _CHARACTER + 6
    space = (left - taken, to) if ends else (left, to + taken)
    return replace(mark, label=label, label_x=left - 6 if ends else to + 6, label_ends=ends), space


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: max(1, longest - 1)].rpartition(" ")[0] + "…"


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] + 4 <= other[0] or other[1] + 4 <= one[0]
