"""Dates as of Wednesday, 18 December 2024."""

import pytest

from makegood.reading.dates import find_dates

PUBLISHED = "2024-12-18"


@pytest.mark.parametrize(
    ("text", "quote", "date", "precision", "timex"),
    [
        ("on December 12, 2024", "December 12, 2024", "2024-12-12", "day", "2024-12-12"),
        ("on Thursday, December 12, 2024", "Thursday, December 12, 2024", "2024-12-12", "day", "2024-12-12"),
        ("on 12 December 2024", "12 December 2024", "2024-12-12", "day", "2024-12-12"),
        ("on the 12th of December, 2024", "12th of December, 2024", "2024-12-12", "day", "2024-12-12"),
        ("on 2024-12-05", "2024-12-05", "2024-12-05", "day", "2024-12-05"),
        ("on 12/31/2025", "12/31/2025", "2025-12-31", "day", "2025-12-31"),
        ("on 31/12/2025", "31/12/2025", "2025-12-31", "day", "2025-12-31"),
        ("in Dec. 2024", "Dec. 2024", "2024-12", "month", "2024-12"),
        ("in March of 2026", "March of 2026", "2026-03", "month", "2026-03"),
        ("in May 2025", "May 2025", "2025-05", "month", "2025-05"),
        ("in Q3 2026", "Q3 2026", "2026-Q3", "quarter", "2026-Q3"),
        ("in 3Q26", "3Q26", "2026-Q3", "quarter", "2026-Q3"),
        ("in the third quarter of 2026", "third quarter of 2026", "2026-Q3", "quarter", "2026-Q3"),
        ("in the first half of 2027", "first half of 2027", "2027-H1", "half", "2027-H1"),
        ("in spring 2026", "spring 2026", "2026-SP", "season", "2026-SP"),
        ("in mid-2028", "mid-2028", "2028", "year", "2028"),
        ("in fiscal 2027", "fiscal 2027", "2027", "year", "2027-FY"),
        ("in FY27", "FY27", "2027", "year", "2027-FY"),
        ("in the 2026 fiscal year", "2026 fiscal year", "2026", "year", "2026-FY"),
        ("in the 2030s", "2030s", "2030s", "decade", "203"),
        ("since 2019", "2019", "2019", "year", "2019"),
    ],
)
def test_reads_one_date_that_the_text_states(text: str, quote: str, date: str, precision: str, timex: str) -> None:
    (found,) = find_dates(text, None)
    assert text[found.start : found.end] == quote
    assert (found.date, found.precision, found.timex, found.basis, found.by) == (
        date,
        precision,
        timex,
        "stated",
        False,
    )


@pytest.mark.parametrize(
    ("text", "quote", "date"),
    [
        ("opens by 2030", "by 2030", "2030"),
        ("opens by the end of 2027", "by the end of 2027", "2027"),
        ("opens by early 2026", "by early 2026", "2026"),
        ("opens before June 2026", "before June 2026", "2026-06"),
        ("runs through 2028", "through 2028", "2028"),
        ("runs until 2035", "until 2035", "2035"),
        ("no later than June 30, 2026", "no later than June 30, 2026", "2026-06-30"),
        ("by year-end", "by year-end", "2024"),
        ("by the end of the year", "by the end of the year", "2024"),
        ("by the fourth quarter of fiscal 2026", "by the fourth quarter of fiscal 2026", "2026-Q4"),
    ],
)
def test_a_deadline_is_marked_and_its_words_belong_to_the_span(text: str, quote: str, date: str) -> None:
    (found,) = find_dates(text, PUBLISHED)
    assert (text[found.start : found.end], found.date, found.by) == (quote, date, True)


@pytest.mark.parametrize(
    ("text", "date", "basis"),
    [
        ("He said so today.", "2024-12-18", "relative"),
        ("He said so yesterday.", "2024-12-17", "relative"),
        ("He said so on Tuesday.", "2024-12-17", "relative"),
        ("He said so on Wednesday.", "2024-12-18", "relative"),
        ("They will meet on Friday.", "2024-12-20", "relative"),
        ("They meet next Friday.", "2024-12-20", "relative"),
        ("It fell last month.", "2024-11", "relative"),
        ("It fell this year.", "2024", "relative"),
        ("It opens next year.", "2025", "relative"),
        ("It opens next spring.", "2025-SP", "relative"),
        ("It opened two years ago.", "2022", "relative"),
        ("It opened a year ago.", "2023", "relative"),
        ("It opened last December.", "2023-12", "relative"),
        ("It opened in March last year.", "2023-03", "relative"),
        ("They met in December.", "2024-12", "inferred"),
        ("They met in July.", "2024-07", "inferred"),
        ("In January the two launched it.", "2024-01", "inferred"),
        ("In January the two will launch it.", "2025-01", "inferred"),
        ("They will meet in July.", "2025-07", "inferred"),
        ("He took the oath on January 20.", "2024-01-20", "inferred"),
        ("He will take the oath on January 20.", "2025-01-20", "inferred"),
        ("It grew in the second quarter.", "2024-Q2", "inferred"),
        ("It opens in the first quarter of next year.", "2025-Q1", "relative"),
    ],
)
def test_a_relative_date_is_told_from_the_day_of_publication(text: str, date: str, basis: str) -> None:
    (found,) = find_dates(text, PUBLISHED)
    assert (found.date, found.basis) == (date, basis)


@pytest.mark.parametrize(
    "text", ["on Tuesday", "last month", "next year", "in December", "December 12", "two years ago"]
)
def test_without_a_day_of_publication_a_relative_date_is_left_out(text: str) -> None:
    assert find_dates(text, None) == []


def test_what_the_publication_date_is_too_coarse_for_is_left_out() -> None:
    text = "On Tuesday, last month and last year"
    assert [found.date for found in find_dates(text, "2024-12")] == ["2024-11", "2023"]
    assert [found.date for found in find_dates(text, "2024")] == ["2023"]


def test_a_week_is_shown_as_its_month_and_kept_in_timex() -> None:
    (found,) = find_dates("It met last week.", PUBLISHED)
    assert (found.date, found.precision, found.timex) == ("2024-12", "month", "2024-W50")


@pytest.mark.parametrize(
    "text",
    [
        "May, the minister, said",
        "2030 people",
        "$2025",
        "Vision 2030",
        "flight 2030",
        "more than 2000 jobs",
        "2,030",
        "from 2026 to 2030",
        "https://example.org/2024/report",
        "they march on and may 5",
        "30 February",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text, PUBLISHED) == []
