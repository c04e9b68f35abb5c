import pytest

from makegood.reading.percents import find_percents


@pytest.mark.parametrize(
    ("text", "quote", "low", "high", "bound", "points"),
    [
        ("25 percent", "25 percent", 25, 25, "exact", False),
        ("25 per cent", "25 per cent", 25, 25, "exact", False),
        ("a 25-percent tariff", "25-percent", 25, 25, "exact", False),
        ("twenty-five percent", "twenty-five percent", 25, 25, "exact", False),
        ("10-15%", "10-15%", 10, 15, "between", False),
        ("15 to 20 percent", "15 to 20 percent", 15, 20, "between", False),
        ("between 10% and 15%", "between 10% and 15%", 10, 15, "between", False),
        ("up to 50%", "up to 50%", None, 50, "up_to", False),
        ("at least 20%", "at least 20%", 20, None, "at_least", False),
        ("about 42%", "about 42%", 42, 42, "about", False),
        ("fell (-6%)", "-6%", -6, -6, "exact", False),
        ("two percentage points", "two percentage points", 2, 2, "exact", True),
        ("50 basis points", "50 basis points", 0.5, 0.5, "exact", True),
    ],
)
def test_reads_one_share(
    text: str, quote: str, low: float | None, high: float | None, bound: str, points: bool
) -> None:
    (found,) = find_percents(text)
    ends = [None if end is None else float(end) for end in (found.low, found.high)]
    assert text[found.start : found.end] == quote
    assert (*ends, found.bound, found.points) == (low, high, bound, points)


@pytest.mark.parametrize("text", ["raised from 10% to 25%", "10% or 25%"])
def test_a_change_or_a_choice_is_two(text: str) -> None:
    assert [float(m.low or 0) for m in find_percents(text)] == [10, 25]


def test_codes_of_a_web_address_are_none() -> None:
    assert find_percents("a%20long%E2%80%9Dname") == []
