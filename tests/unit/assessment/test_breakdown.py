from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makegood.assessment.breakdown import KEYS, By, breakdown
from makegood.assessment.totals import Basis, totals
from makegood.model.pledge import Pledge
from makegood.model.values import PartialDate
from makegood.reference.rates import Rate
from tests.unit.assessment.test_totals import pledge

NAMES = {"a": "Acme", "b": "Bolt"}


def _keys(pledges: list[Pledge], by: By) -> dict[str, Decimal]:
    found = breakdown(totals(pledges), pledges, by, NAMES, {})
    return {group.key: sum((one.low for one in group.sums), Decimal(0)) for group in found}


def test_a_joint_pledge_is_in_one_group_of_both_names() -> None:
    both = [pledge("x", 5, 5), pledge("y", 7, 7, promisors=("a", "b")), pledge("z", 1, 1, promisors=("b",))]
    assert _keys(both, "promisor") == {"Acme + Bolt": 7, "Acme": 5, "Bolt": 1}


def test_years_come_in_their_order_and_what_is_not_stated_last() -> None:
    dated = [
        pledge("x", 9, 9),
        pledge("y", 1, 1, announced=PartialDate(date="2026-02", precision="month")),
        pledge("z", 2, 2, announced=PartialDate(date="2024", precision="year")),
    ]
    assert list(_keys(dated, "year")) == ["2024", "2026", "not stated"]
    reported = {"x": PartialDate(date="2025-01-01", precision="day")}
    assert [group.key for group in breakdown(totals(dated), dated, "year", NAMES, reported)] == ["2024", "2025", "2026"]


def _rate(currency: str, _: str, first: date, last: date) -> Rate | str:
    return Rate(Decimal("0.12345678"), first, last, 1, "bank") if currency == "EUR" else "none"


CENTS = st.integers(0, 10**15).map(lambda cents: cents / 100)
PLEDGES = st.lists(
    st.builds(
        lambda low, more, currency, stage, money, country, above: {
            "low": low, "high": low + more, "currency": currency, "stage": stage, "money": money,
            "countries": country, "part_of": above, "bound": "between",
        },
        CENTS, CENTS, st.sampled_from(["USD", "EUR", "SAR"]), st.sampled_from(["pledged", "committed", "cancelled"]),
        st.sampled_from([None, "capex", "loan", "purchase"]), st.sampled_from([(), ("US",), ("US", "JP")]),
        st.sampled_from([None, "p0", "p1"]),
    ),
    max_size=6,
)  # fmt: skip


@pytest.mark.parametrize("by", KEYS)
@settings(max_examples=40)
@given(drawn=PLEDGES)
def test_groups_and_lines_reconcile_with_the_total_to_the_cent(by: By, drawn: list[dict[str, object]]) -> None:
    when = PartialDate(date="2025-03-03", precision="day")
    pledges = [pledge(f"p{n}", fields.pop("low"), fields.pop("high"), announced=when, **fields)  # type: ignore[arg-type]
               for n, fields in enumerate(map(dict, drawn))]  # fmt: skip
    whole = totals(pledges, Basis(into="USD", rate_of=_rate))
    groups = breakdown(whole, pledges, by, NAMES, {})
    assert sorted(line.pledge for group in groups for line in group.lines) == sorted(
        line.pledge for line in whole.lines
    )
    for column in ("committed", "pledged"):
        for end in ("low", "high"):
            parts = [getattr(one, end) for group in groups for one in group.converted if one.column == column]
            lines = [getattr(line.converted, end) for line in whole.lines if line.converted and line.column == column]
            total = [getattr(one, end) for one in whole.converted if one.column == column]
            assert sum(parts, Decimal(0)) == sum(lines, Decimal(0)) == sum(total, Decimal(0))
            assert sum(parts, Decimal(0)) * 100 % 1 == 0
    assert {line.pledge for line in whole.lines} | {one.pledge for one in whole.excluded} == {p.id for p in pledges}
