from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from makegood.assessment.timeline import Lane, Moment
from makegood.model.values import PartialDate
from makegood.publication.chart import Chart, chart
from makegood.publication.scale import scale

LANES: list[Lane] = ["promise", "other_promise", "meeting", "measure", "progress", "background", "deadline"]


def moment(iso: str, lane: Lane = "promise") -> Moment:
    precision = {4: "year", 7: "month", 10: "day"}[len(iso)]
    return Moment(PartialDate.model_validate({"date": iso, "precision": precision}), lane, None)


def drawn(moments: list[Moment], width: int = 960, labels: list[str] | None = None) -> Chart:
    found = chart(moments, labels if labels is not None else ["label"] * len(moments), width, date(2026, 3, 1))
    assert found is not None
    return found


def test_a_vague_date_is_as_wide_as_what_it_may_mean() -> None:
    year, day = drawn([moment("2024"), moment("2025-06-01", "meeting")]).marks
    assert year.to - year.bar > 200
    assert day.to == day.bar == day.x


def test_long_empty_stretches_are_broken_and_short_ones_are_not() -> None:
    broken = scale([moment("1995"), moment("2024"), moment("2028")], None, 0, 900)
    assert [(b.first, b.end) for b in broken.blocks] == [(1995, 1996), (2024, 2025), (2028, 2029)]
    whole = scale([moment("2024"), moment("2027")], None, 0, 900)
    assert [(b.first, b.end) for b in whole.blocks] == [(2024, 2028)]


def test_a_label_at_the_right_edge_stands_left_of_its_mark() -> None:
    marks = drawn([moment("2020"), moment("2021-12-31", "deadline")], labels=["a", "The promised term ends"]).marks
    late = next(m for m in marks if m.lane == "deadline")
    assert late.label_ends
    assert late.label_x < late.x


def test_fewer_than_two_dates_make_no_picture() -> None:
    assert chart([moment("2024")], ["a"], 960, None) is None
    assert chart([moment("2024"), moment("2023-02-30")], ["a", "b"], 960, None) is None


def test_marks_keep_the_numbers_of_the_list_when_a_date_is_unknown() -> None:
    assert [m.number for m in drawn([moment("2023-02-30"), moment("2024"), moment("2025")]).marks] == [2, 3]


@given(
    st.lists(st.tuples(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.sampled_from(LANES)), min_size=2, max_size=14),
    st.sampled_from([342, 960]),
)
def test_no_two_marks_touch_and_all_stay_inside(dated: list[tuple[date, Lane]], width: int) -> None:
    labels = ["A meeting of two people"] * len(dated) if width == 960 else []
    marks = drawn([moment(day.isoformat(), lane) for day, lane in dated], width, labels).marks
    assert len(marks) == len(dated)
    for number, mark in enumerate(marks):
        assert 0 < mark.x < width
        assert all(abs(mark.x - other.x) > 20 or abs(mark.y - other.y) > 20 for other in marks[number + 1 :])
