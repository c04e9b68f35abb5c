import pytest

from makegood.reading.durations import find_durations


@pytest.mark.parametrize(
    ("text", "quote", "years", "timex"),
    [
        ("over the next four years", "four years", 4, "P4Y"),
        ("a four-year plan", "four-year", 4, "P4Y"),
        ("18 months", "18 months", 1.5, "P18M"),
        ("two and a half years", "two and a half years", 2.5, "P2.5Y"),
        ("a year and a half", "a year and a half", 1.5, "P1.5Y"),
        ("over the next decade", "the next decade", 10, "P10Y"),
        ("half a century", "half a century", 50, "P50Y"),
        ("two decades", "two decades", 20, "P20Y"),
        ("within a year", "a year", 1, "P1Y"),
        ("within 90 days", "90 days", 0.2466, "P90D"),
        ("six quarters", "six quarters", 1.5, "P6Q"),
        ("three to five years", "three to five years", 5, "P5Y"),
        ("over 10-15 years", "10-15 years", 15, "P15Y"),
        ("for four\n    years", "four\n    years", 4, "P4Y"),
    ],
)
def test_reads_one_length_of_time(text: str, quote: str, years: float, timex: str) -> None:
    (found,) = find_durations(text)
    assert (text[found.start : found.end], float(found.years), found.timex) == (quote, years, timex)


@pytest.mark.parametrize(
    "text",
    ["a 50-year-old plant", "two years ago", "10 years later", "$5 a year", "for years", "24 hours", "4 years old"],
)
def test_ages_the_past_and_a_bare_year_are_none(text: str) -> None:
    assert find_durations(text) == []
