from datetime import date
from itertools import pairwise

from makegood.assessment.course import Count, Course
from makegood.model.values import Amount, PartialDate
from makegood.publication.course import Picture, picture
from tests.mill import mill, spent
from tests.reports import report


def _count(when: str, low: float, high: float | None = None) -> Count:
    value = Amount(low=low * 1e9, high=(high or low) * 1e9, bound="between" if high else "exact", currency="USD")
    return Count(PartialDate(date=when, precision="day"), value, mill)


def _drawn(promised: list[Count], delivered: list[Count], width: int = 960) -> Picture:
    course = Course("amount", tuple(promised), tuple(delivered))
    return picture(course, PartialDate(date="2027", precision="year"), date(2026, 1, 1), width)


def _points(line: str) -> list[tuple[float, float]]:
    return [tuple(map(float, pair.split(","))) for pair in line.split()]  # type: ignore[misc]


def test_a_promise_steps_at_its_change_and_runs_to_the_end() -> None:
    drawn = _drawn([_count("2024-01-01", 2), _count("2025-01-01", 4)], [_count("2025-06-01", 1)])
    (x, y), (to, same), (at, raised), (end, last) = _points(drawn.promise)
    assert x < to == at < end
    assert raised == last < y == same, "higher up is a smaller y"


def test_counts_step_from_the_foot_and_are_never_joined_by_a_slope() -> None:
    drawn = _drawn([_count("2024-01-01", 4)], [_count("2025-01-01", 1), _count("2026-01-01", 2)])
    points = _points(drawn.came)
    assert points[0][1] == drawn.base
    assert all(one[0] == other[0] or one[1] == other[1] for one, other in pairwise(points))


def test_heights_are_in_proportion() -> None:
    drawn = _drawn([_count("2024-01-01", 4)], [_count("2025-01-01", 1)])
    promised, counted = _points(drawn.promise)[0][1], drawn.dots[0].y
    assert round((drawn.base - counted) / (drawn.base - promised), 2) == 0.25


def test_a_promise_with_two_ends_is_a_band() -> None:
    assert not _drawn([_count("2024-01-01", 4)], [_count("2025-01-01", 1)]).band
    assert len(_points(_drawn([_count("2024-01-01", 1, 5)], [_count("2025-01-01", 1)]).band)) == 4


def test_words_that_would_touch_are_left_to_the_list_and_none_leaves_the_picture() -> None:
    counts = [_count(f"2025-{month:02d}-01", 1) for month in range(1, 12)]
    drawn = _drawn([_count("2024-01-01", 4)], counts, 342)
    worded = [dot for dot in drawn.dots if dot.words]
    assert 0 < len(worded) < len(counts)
    assert all(0 <= dot.x <= 342 for dot in drawn.dots)
    assert worded[-1].words == "$1 billion, 2025"


def test_a_count_of_a_weak_page_is_marked_and_the_term_s_end_is_told() -> None:
    weak = report("audit", "2025", amount=1000, confidence=0.4)
    told = Count(PartialDate(date="2025", precision="year"), Amount(low=1e9, high=1e9, currency="USD"), weak)
    drawn = _drawn([_count("2024-01-01", 4)], [told])
    assert drawn.dots[0].weak
    assert drawn.due is not None
    assert drawn.due[1] == "term ends 2027"


def test_who_does_not_see_it_is_told_all_of_it() -> None:
    summary = _drawn(
        [_count("2024-01-01", 4)], [Count(spent.document.published, _count("2024", 1).value, spent)]
    ).summary  # type: ignore[arg-type]
    assert summary == "Promised: $4 billion, 1 January 2024. Counted as delivered: $1 billion, 1 June 2025."
