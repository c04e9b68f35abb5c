from decimal import Decimal

import pytest

from makegood.publication.brief import brief, share


@pytest.mark.parametrize(
    ("value", "currency", "words"),
    [
        ("7435519990000", "USD", "$7.44 trillion"),
        ("-195000000", "USD", "−$195 million"),
        ("999500", "USD", "$1 million"),
        ("999499.99", "EUR", "€999,000"),
        ("4200000000", "SEK", "SEK 4.2 billion"),
        ("10000000000", "USD", "$10 billion"),
        ("0", "USD", "$0"),
        ("12", None, "12"),
        ("0.55", "USD", "$0.55"),
    ],
)
def test_three_digits_count(value: str, currency: str | None, words: str) -> None:
    assert brief(Decimal(value), currency) == words


def test_a_share_is_a_whole_percent_and_never_nothing_of_something() -> None:
    assert [share(Decimal(part), Decimal(200)) for part in (0, 1, 25, -50, 200)] == [
        "0%", "under 1%", "12%", "25%", "100%",
    ]  # fmt: skip
    assert share(Decimal(1), Decimal(0)) == ""
