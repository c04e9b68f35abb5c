from decimal import Decimal

import pytest

from makegood.reading.numbers import find_numerals


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("They built 100 of them.", "100", "100"),
        ("1,000 of them", "1,000", "1000"),
        ("12,34,567.89 in all", "12,34,567.89", "1234567.89"),
        ("1 500 000 in all", "1 500 000", "1500000"),
        ("1.5bn in all", "1.5bn", "1500000000"),
        ("2.7 mln in all", "2.7 mln", "2700000"),
        ("2 lakh crore", "2 lakh crore", "2000000000000"),
        ("50 thousand crore", "50 thousand crore", "500000000000"),
        ("half a trillion", "half a trillion", "500000000000"),
        ("a quarter of a million", "a quarter of a million", "250000"),
        ("three quarters of a billion", "three quarters of a billion", "750000000"),
        ("two and a half million", "two and a half million", "2500000"),
        ("2 and a half million", "2 and a half million", "2500000"),
        ("a million and a half", "a million and a half", "1500000"),
        ("2½ million", "2½ million", "2500000"),
        ("one hundred and twenty-five thousand", "one hundred and twenty-five thousand", "125000"),
        ("one point three billion", "one point three billion", "1300000000"),
        ("a hundred of them", "a hundred", "100"),
        ("half a dozen", "half a dozen", "6"),
        ("12.8\u00a0 billion", "12.8\u00a0 billion", "12800000000"),
        ("worth $97\n        billion", "97\n        billion", "97000000000"),
        ("$.5 billion", ".5 billion", "500000000"),
        ("$l.8 billion as scanned", "l.8 billion", "1800000000"),
        ("500+ billion", "500+ billion", "500000000000"),
    ],
)
def test_reads_one_number(text: str, quote: str, value: str) -> None:
    (found,) = find_numerals(text)
    assert (text[found.start : found.end], found.value) == (quote, Decimal(value))


@pytest.mark.parametrize(
    "text",
    ["hundreds of millions", "a few of them", "several hundred million", "version 1.2.3", "billions", "a first", ""],
)
def test_a_vague_or_broken_number_is_none(text: str) -> None:
    assert find_numerals(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("between one hundred and two hundred", [100, 200]),
        ("one million and two million", [1_000_000, 2_000_000]),
        ("two and three", [2, 3]),
        ("1, 2 and 3", [1, 2, 3]),
    ],
)
def test_two_numbers_stay_two(text: str, values: list[int]) -> None:
    assert [numeral.value for numeral in find_numerals(text)] == values


def test_a_single_letter_is_no_magnitude_yet() -> None:
    (found,) = find_numerals("5 m")
    assert (found.value, found.scaled_value, found.end, found.full_end) == (5, 5_000_000, 1, 3)


def test_a_figure_knows_what_it_is_glued_to() -> None:
    assert [numeral.glued for numeral in find_numerals("F-35 and 35")] == [True, False]


def test_four_digits_may_be_a_year() -> None:
    assert [numeral.year_like for numeral in find_numerals("2030 or 2,030 or 3030")] == [True, False, False]
