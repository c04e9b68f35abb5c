import pytest

from makegood.assessment.base_rates import fate, rates, size, wilson
from makegood.reference.pledges import history, shipped
from tests.rows import OUTCOMES, PLEDGES, outcome_row, pledge_row


def test_the_last_finding_that_is_not_weak_is_the_fate() -> None:
    held = history(PLEDGES, OUTCOMES)
    assert fate(held.of("tarn-norway-2015")) == "partly_delivered"
    assert fate(held.of("tarn-norway-2019")) is None


def test_parts_young_pledges_and_those_nobody_looked_at_are_not_counted() -> None:
    rows = [*PLEDGES, pledge_row("young", announced_on="2023")]
    held = history(rows, [*OUTCOMES, outcome_row("young", "2024", "delivered")])
    (group,) = rates(held, "all")
    assert (group.size, group.fates["partly_delivered"].count) == (1, 1)


def test_small_groups_are_put_together_at_the_end() -> None:
    rows = [pledge_row(f"steel-{n}") for n in range(5)] + [pledge_row("a", sector="aid"), pledge_row("b", sector="")]
    held = history(rows, [outcome_row(row["slug"], "2017", "delivered") for row in rows])
    assert [(group.name, group.size) for group in rates(held, "sector")] == [("steel and metals", 5), ("all others", 2)]


def test_sizes_are_of_the_least_sum_in_dollars() -> None:
    sums = ["900000000", "1000000000", "10000000000", "100000000000"]
    rows = [pledge_row(f"p{n}", amount_low=low, amount_high=low) for n, low in enumerate(sums)]
    rows += [pledge_row("krone", currency="NOK"), pledge_row("jobs", amount_low="", amount_high="", currency="")]
    assert [size(pledge) for pledge in history(rows, []).pledges] == [
        "under 1 billion USD",
        "1 to 10 billion USD",
        "10 to 100 billion USD",
        "100 billion USD and more",
        "no sum, or not in USD",
        "no sum, or not in USD",
    ]


@pytest.mark.parametrize(
    ("count", "of", "low", "high"), [(0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763), (10, 10, 0.722, 1)]
)
def test_wilson_s_interval(count: int, of: int, low: float, high: float) -> None:
    share = wilson(count, of)
    assert (round(share.low, 3), round(share.high, 3)) == (low, high)


def test_shares_of_a_group_are_whole() -> None:
    for by in ("all", "kind", "size", "sector"):
        for group in rates(shipped(), by):  # type: ignore[arg-type]
            assert sum(share.count for share in group.fates.values()) == group.size
