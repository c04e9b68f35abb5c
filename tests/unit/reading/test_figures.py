from decimal import Decimal

import pytest

from makegood.reading.figures import figure_value


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("1000", "1000"),
        ("1,000", "1000"),
        ("1,234.56", "1234.56"),
        ("12,34,567", "1234567"),
        ("1.500.000", "1500000"),
        ("1.500,00", "1500.00"),
        ("1.5", "1.5"),
        ("2,5", "2.5"),
        ("1'049", "1049"),
        ("1\u202f500\u202f000", "1500000"),
    ],
)
def test_grouping_and_decimals(figure: str, value: str) -> None:
    assert figure_value(figure) == Decimal(value)


@pytest.mark.parametrize("figure", ["1.2.3", "10.5.2024", "1,2,3", "1" * 30])
def test_lists_dates_versions_and_endless_digits_have_no_value(figure: str) -> None:
    assert figure_value(figure) is None
