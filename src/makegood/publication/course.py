"""Promised and delivered over time as a small picture: where each line, mark and word goes. The template draws it.

The promise is a line that steps where the figure was changed, a band where it has two ends (R6); what was counted
is a mark at its date, on a line that steps from count to count. Nothing is interpolated.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from makegood.assessment.calendar import interval
from makegood.assessment.course import Count, Course
from makegood.assessment.evidence import CONFIDENT
from makegood.model.values import Amount, Jobs, PartialDate, Quantity
from makegood.publication import wording
from makegood.publication.scale import Block, Scale

_LEFT, _RIGHT, _TOP, _FOOT = 4.0, 14.0, 46.0, 26.0
_PLOT = 128.0
_CHARACTER = 6.9
_APART = 16.0
NAMES = {"amount": "Money", "jobs": "Jobs"}


@dataclass(frozen=True, slots=True)
class Dot:
    """A count: its place, its words and where they go; `weak` counts move no stage and are hollow."""

    x: float
    y: float
    words: str
    words_x: float
    words_y: float
    ends: bool
    weak: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing in pixels of its own. `band`, `promise` and `came` are point lists of SVG; `due` is x and words."""

    name: str
    width: int
    height: float
    base: float
    ticks: tuple[tuple[float, str], ...]
    band: str
    promise: str
    promise_words: str
    promise_x: float
    promise_y: float
    promise_ends: bool
    came: str
    dots: tuple[Dot, ...]
    due: tuple[float, str, bool] | None
    now: float | None
    summary: str


def picture(course: Course, due: PartialDate | None, today: date | None, width: int) -> Picture:
    """The picture of one course, `width` pixels wide."""
    axis = _axis(course, due, today, width)
    base = _TOP + _PLOT
    most = max(_top(count.value) for count in (*course.promised, *course.delivered)) or 1
    promised = [(axis.x(_first(count)), _y(_top(count.value), most)) for count in course.promised]
    words = f"promised {_words(course.promised[-1].value)}"
    came = [(axis.x(_day(count.when)), _y(_top(count.value), most)) for count in course.delivered]
    deadline = _day(due) if due is not None else None
    return Picture(
        name=NAMES[course.field],
        width=width,
        height=base + _FOOT,
        base=base,
        ticks=axis.ticks(),
        band=_band(course.promised[-1], axis, most),
        promise=_steps(promised, axis.right),
        promise_words=words,
        promise_x=promised[-1][0],
        promise_y=promised[-1][1],
        promise_ends=promised[-1][0] + len(words) * _CHARACTER > width,
        came=_steps(came, None, base),
        dots=_dots(course.delivered, came, width),
        due=_due(axis.x(deadline), due, width) if deadline is not None and due is not None else None,
        now=axis.x(today) if today is not None and today.year < axis.blocks[-1].end else None,
        summary=_summary(course),
    )


def _axis(course: Course, due: PartialDate | None, today: date | None, width: int) -> Scale:
    """Whole years from the promise to the last count, the end of the term or today, whichever is last."""
    days = [_day(count.when) for count in course.delivered] + [_first(count) for count in course.promised]
    days += [_day(due)] if due is not None else []
    first = min(days).year
    end = max([*days, *([today] if today is not None else [])]).year + 1
    return Scale((Block(first, end, _LEFT, width - _RIGHT),))


def _first(count: Count) -> date:
    return (interval(count.when.date) or (date.min, date.min))[0]


def _day(when: PartialDate) -> date:
    """The middle of the days that a date may mean."""
    first, last = interval(when.date) or (date.min, date.min)
    return first + (last - first) / 2


def _top(value: Quantity) -> float:
    return value.high if value.high is not None else value.low or 0


def _steps(points: Sequence[tuple[float, float]], to: float | None, start: float | None = None) -> str:
    """Points of a line that keeps its height until the next; from the foot of the picture, if `start` is given."""
    line = [(points[0][0], start)] if start is not None else []
    for n, (x, y) in enumerate(points):
        line += [(x, points[n - 1][1]), (x, y)] if n else [(x, y)]
    line += [(to, points[-1][1])] if to is not None else []
    return " ".join(f"{x:g},{y:g}" for x, y in line)


def _y(value: float, most: float) -> float:
    """The height of a value, from nought at the foot to the most at the top."""
    return round(_TOP + _PLOT - value / most * _PLOT, 1)


def _band(last: Count, axis: Scale, most: float) -> str:
    """The area between the two ends of the last promise, from its date on; '' where it has one end."""
    value = last.value
    if value.low is None or value.high is None or value.low == value.high:
        return ""
    left, high, low = axis.x(_first(last)), _y(value.high, most), _y(value.low, most)
    return f"{left:g},{high:g} {axis.right:g},{high:g} {axis.right:g},{low:g} {left:g},{low:g}"


def _dots(counts: Sequence[Count], places: Sequence[tuple[float, float]], width: int) -> tuple[Dot, ...]:
    """Marks with their words above them; words that would touch those of later counts are left to the list below."""
    dots: list[Dot] = []
    taken: list[tuple[float, float, float]] = []
    for count, (x, y) in zip(reversed(counts), reversed(places), strict=True):
        words = f"{_words(count.value)}, {count.when.date[:4]}"
        long = len(words) * _CHARACTER
        ends = x + long > width
        left, above = x - long if ends else x, max(y - 12, 14.0)
        free = all(left > to or left + long < start or abs(above - line) >= _APART for start, to, line in taken)
        taken += [(left, left + long, above)] if free else []
        weak = count.source.statement.confidence < CONFIDENT
        dots.append(Dot(x, y, words if free else "", x, above, ends, weak))
    return tuple(reversed(dots))


def _due(x: float, due: PartialDate, width: int) -> tuple[float, str, bool]:
    """Where the term ends, in words, and whether they stand left of the line."""
    words = f"term ends {wording.date(due)}"
    return x, words, x + len(words) * _CHARACTER > width


def _words(value: Quantity) -> str:
    if isinstance(value, Amount):
        return wording.money(value)
    return wording.jobs(value) if isinstance(value, Jobs) else ""


def _summary(course: Course) -> str:
    """What the picture shows, for those who do not see it."""
    promised = "; ".join(f"{_words(one.value)}, {wording.date(one.when)}" for one in course.promised)
    counted = "; ".join(f"{_words(one.value)}, {wording.date(one.when)}" for one in course.delivered)
    return f"Promised: {promised}. Counted as delivered: {counted}."
