import pytest

from makegood.reading.periods import find_periods


@pytest.mark.parametrize(
    ("text", "quote", "start", "end"),
    [
        ("in 2025-2029", "2025-2029", "2025", "2029"),
        ("in 2025–30", "2025–30", "2025", "2030"),
        ("between 2025 and 2029", "between 2025 and 2029", "2025", "2029"),
        ("from 2026 to 2030", "from 2026 to 2030", "2026", "2030"),
        ("2026 through 2030", "2026 through 2030", "2026", "2030"),
        ("from March 2026 to April 2027", "from March 2026 to April 2027", "2026-03", "2027-04"),
        ("from early 2026 until late 2027", "from early 2026 until late 2027", "2026", "2027"),
    ],
)
def test_reads_one_period(text: str, quote: str, start: str, end: str) -> None:
    (found,) = find_periods(text)
    assert (text[found.start : found.end], found.date_from, found.date_to) == (quote, start, end)


@pytest.mark.parametrize("text", ["2025 and 2029", "2024-12-05", "2029-2025", "$2025-2029", "1,925-2,029", "1900-2099"])
def test_what_is_no_period(text: str) -> None:
    assert find_periods(text) == []
