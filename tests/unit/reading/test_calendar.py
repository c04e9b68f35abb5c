from datetime import date

import pytest

from makegood.reading.calendar import Anchor, Direction, direction, year_of

DECEMBER = Anchor(date(2024, 12, 18), "day")


@pytest.mark.parametrize(
    ("published", "grain"),
    [("2024-12-18", "day"), ("2024-12-18T10:00:00Z", "day"), ("2024-12", "month"), ("2024", "year")],
)
def test_an_anchor_is_as_fine_as_the_publication_date(published: str, grain: str) -> None:
    anchor = Anchor.of(published)
    assert anchor is not None
    assert anchor.grain == grain


@pytest.mark.parametrize("published", [None, "", "soon", "2024-02-30", "2024-13"])
def test_no_date_is_no_anchor(published: str | None) -> None:
    assert Anchor.of(published) is None


@pytest.mark.parametrize(
    ("month", "pointing", "year"),
    [
        (12, "open", 2024),
        (11, "past", 2024),
        (7, "future", 2025),
        (1, "open", 2025),
        (1, "past", 2024),
        (12, "future", 2024),
    ],
)
def test_a_month_without_a_year(month: int, pointing: Direction, year: int) -> None:
    assert year_of(month, 1, DECEMBER, pointing) == year


@pytest.mark.parametrize(
    ("text", "pointing"),
    [
        ("They will meet in January", "future"),
        ("They met in January", "past"),
        ("He was late. In January", "open"),
        ("In January the two launched it", "past"),
        ("In January it will open", "future"),
        ("In January. It opened", "open"),
    ],
)
def test_the_words_around_point_ahead_or_back(text: str, pointing: str) -> None:
    start = text.index("January")
    assert direction(text, start, start + 7) == pointing
