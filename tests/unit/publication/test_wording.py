import pytest

from makegood.model.values import Amount, Figure, Horizon, Jobs, PartialDate, Rate
from makegood.publication import wording

BILLION = 1_000_000_000


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"low": 100 * BILLION, "high": 100 * BILLION, "currency": "USD"}, "$100 billion"),
        ({"low": 5000 * BILLION, "high": 5000 * BILLION, "currency": "JPY"}, "¥5 trillion"),
        ({"low": 300_000_000, "high": 300_000_000, "currency": "EUR", "per": "year"}, "€300 million a year"),
        ({"high": 5 * BILLION, "bound": "up_to", "currency": "CAD"}, "up to C$5 billion"),
        ({"low": 5 * BILLION, "bound": "at_least", "currency": "GBP"}, "at least £5 billion"),
        ({"low": BILLION, "bound": "more_than", "currency": "USD"}, "more than $1 billion"),
        (
            {"low": 10 * BILLION, "high": 12 * BILLION, "bound": "between", "currency": "USD"},
            "between $10 billion and $12 billion",
        ),
        ({"low": 1.4 * BILLION, "high": 1.4 * BILLION, "bound": "about", "currency": "SEK"}, "about SEK 1.4 billion"),
        ({"low": BILLION, "high": BILLION}, "1 billion (currency not stated)"),
        ({"low": 672_800_512, "high": 672_800_512, "currency": "USD"}, "$672,800,512"),
    ],
)
def test_money_is_worded_with_its_bound_currency_and_period_and_never_rounded(
    fields: dict[str, object], words: str
) -> None:
    assert wording.money(Amount.model_validate(fields)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Jobs(low=100_000, high=100_000, bound="about"), "about 100,000 jobs"),
        (Jobs(high=300, bound="up_to", kind="construction"), "up to 300 construction jobs"),
        (Jobs(low=1, high=1), "1 job"),
        (Jobs(low=40, high=40, kind="supported"), "40 jobs “supported”"),
    ],
)
def test_jobs_keep_their_kind(value: Jobs, words: str) -> None:
    assert wording.jobs(value) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2024", "2024"),
        ("2024-12", "December 2024"),
        ("2024-12-05", "5 December 2024"),
        ("2026-Q3", "the third quarter of 2026"),
        ("2026-H1", "the first half of 2026"),
        ("2026-SU", "summer 2026"),
        ("2030s", "the 2030s"),
        ("203", "the 2030s"),
        ("2024-13", "2024-13"),
    ],
)
def test_a_date_is_said_at_its_own_precision(iso: str, words: str) -> None:
    assert wording.iso_date(iso) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Horizon(years=4), "over 4 years"),
        (Horizon(years=1), "over 1 year"),
        (Horizon(end="2030"), "by 2030"),
        (Horizon(start="2025", end="2029"), "from 2025 to 2029"),
        (Horizon(years=2.5, end="2027-06"), "over 2.5 years, by June 2027"),
        (Horizon(end="2030s"), "by the 2030s"),
    ],
)
def test_a_horizon_says_length_and_ends(value: Horizon, words: str) -> None:
    assert wording.horizon(value) == words


def test_figures_stand_in_their_unit() -> None:
    assert wording.figure(Figure(low=88, high=88, unit="companies")) == "88 companies"
    assert wording.figure(Figure(low=BILLION, high=BILLION, unit="USD")) == "$1 billion"
    assert wording.figure(Figure(low=3.5, high=3.5, unit="percent")) == "3.5%"
    assert wording.percent(Rate(low=10, high=25)) == "10% to 25%"


def test_only_an_unstated_basis_of_a_date_is_spelt_out() -> None:
    assert wording.date_basis(PartialDate(date="2024", precision="year")) == ""
    assert wording.date_basis(PartialDate(date="2024", precision="year", basis="inferred")) == "date inferred"
