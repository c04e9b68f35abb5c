"""Values in few words, as versions and names of pledges show them."""

import pytest

from makegood.model.frozen import Frozen
from makegood.model.statement import Recipient
from makegood.model.values import Amount, Horizon, Jobs, PartialDate
from makegood.resolution.wording import worded


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Amount(low=100_000_000_000, high=100_000_000_000, currency="USD"), "$100 billion"),
        (Amount(high=5_500_000, bound="up_to", currency="EUR", per="year"), "up to €5.5 million a year"),
        (Amount(low=10**12, high=2 * 10**12, bound="between", currency="KRW"), "1 trillion to 2 trillion KRW"),
        (Amount(low=900, high=900, currency=None), "900 of no stated currency"),
        (Jobs(low=1200, high=1200, bound="about", kind="permanent"), "about 1,200 permanent jobs"),
        (Horizon(years=4), "4 years"),
        (Horizon(start="2025", end="2029"), "2025 to 2029"),
        (Horizon(years=5, end="2030"), "5 years, by 2030"),
        (Recipient(countries=("US",), place="Toledo"), "Toledo, US"),
        (Recipient(countries=("JP", "GB")), "Japan, UK"),
        (PartialDate(date="2024-12", precision="month"), "2024-12"),
    ],
)
def test_a_value_in_words(value: Frozen, words: str) -> None:
    assert worded(value) == words
