from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from makegood.assessment.totals import Totals, totals
from makegood.model.pledge import Pledge
from makegood.model.values import Amount, Horizon, Number

BILLION = 1_000_000_000


def pledge(name: str, low: Number | None, high: Number | None = None, **fields: object) -> Pledge:
    bound = fields.pop("bound", "exact")
    amount = None
    if low is not None or high is not None:
        amount = Amount.model_validate(
            {"low": low, "high": high, "bound": bound, "currency": fields.pop("currency", "USD"),
             "per": fields.pop("per", "total")}
        )  # fmt: skip
    return Pledge.model_validate(
        {"id": name, "name": name, "promisors": ("a",), "statements": ("st:1",), "amount": amount, **fields}
    )


def the_sum(result: Totals, column: str, currency: str | None = "USD") -> tuple[Decimal, Decimal]:
    (found,) = [s for s in result.sums if (s.column, s.currency) == (column, currency)]
    return found.low, found.high


def test_pledged_stands_beside_committed_and_is_never_added_in() -> None:
    result = totals(
        [pledge("mill", 3, 3, stage="committed"), pledge("port", 5, 5), pledge("dam", 7, 7, stage="agreed")]
    )
    assert the_sum(result, "committed") == (3, 3)
    assert the_sum(result, "pledged") == (12, 12)


def test_up_to_counts_nothing_in_the_low_total_and_at_least_leaves_the_high_one_open() -> None:
    result = totals([pledge("a", None, 8, bound="up_to"), pledge("b", 2, None, bound="at_least")])
    assert the_sum(result, "pledged") == (2, 8)
    assert result.sums[0].open_lines == 1


def test_currencies_are_kept_apart() -> None:
    result = totals([pledge("a", 1, 1), pledge("b", 2, 2, currency="EUR"), pledge("c", 4, 4, currency=None)])
    assert [(s.currency, s.low) for s in result.sums] == [(None, 4), ("EUR", 2), ("USD", 1)]


def test_parts_draw_their_umbrella_down() -> None:
    result = totals([pledge("umbrella", 100, 100), pledge("mine", 30, 40, bound="between", part_of="umbrella")])
    assert the_sum(result, "pledged") == (100, 100)
    remainder = next(line for line in result.lines if line.pledge == "umbrella")
    assert (remainder.low, remainder.high, remainder.drawn_low, remainder.drawn_high) == (70, 60, 30, 40)


def test_parts_larger_than_their_umbrella_count_in_full_and_leave_no_remainder() -> None:
    result = totals(
        [pledge("umbrella", 10, 10), pledge("a", 8, 8, part_of="umbrella"), pledge("b", 8, 8, part_of="umbrella")]
    )
    assert the_sum(result, "pledged") == (16, 16)


def test_a_committed_part_moves_its_money_out_of_the_pledged_column() -> None:
    result = totals([pledge("umbrella", 100, 100), pledge("mine", 30, 30, stage="started", part_of="umbrella")])
    assert the_sum(result, "committed") == (30, 30)
    assert the_sum(result, "pledged") == (70, 70)


def test_a_called_off_part_leaves_the_umbrella_whole_and_a_purchase_does_not() -> None:
    called_off = totals([pledge("u", 100, 100), pledge("x", 30, 30, stage="cancelled", part_of="u")])
    purchase = totals([pledge("u", 100, 100), pledge("x", 30, 30, money="purchase", part_of="u")])
    assert the_sum(called_off, "pledged") == (100, 100)
    assert the_sum(purchase, "pledged") == (70, 70)


def test_a_yearly_amount_needs_its_term() -> None:
    with_term = totals([pledge("a", 300, 300, per="year", horizon=Horizon(years=5))])
    without = totals([pledge("a", 300, 300, per="year")])
    assert the_sum(with_term, "pledged") == (1500, 1500)
    assert without.sums == ()
    assert "R7" in without.excluded[0].reason


def test_what_is_no_investment_or_called_off_or_floated_is_left_out_with_its_rule() -> None:
    result = totals(
        [
            pledge("soy", 5, 5, money="purchase"),
            pledge("trade", 5, 5, money="trade_target"),
            pledge("plant", 5, 5, stage="cancelled"),
            pledge("rumour", 5, 5, stage="floated"),
            pledge("silent", None),
        ]
    )
    assert result.sums == ()
    rules = {"soy": "R8", "trade": "R8", "plant": "R5", "rumour": "R2", "silent": "R1"}
    assert all(rules[e.pledge] in e.reason for e in result.excluded)
    assert len(result.excluded) == 5


def test_a_part_in_another_currency_is_not_counted_beside_its_umbrella() -> None:
    result = totals([pledge("u", 100, 100), pledge("x", 30, 30, currency="JPY", part_of="u")])
    assert [s.currency for s in result.sums] == ["USD"]
    assert "R19" in result.excluded[0].reason


def test_pledges_that_are_part_of_each_other_stand_alone() -> None:
    result = totals([pledge("a", 1, 1, part_of="b"), pledge("b", 2, 2, part_of="a")])
    assert the_sum(result, "pledged") == (3, 3)


@st.composite
def families(draw: st.DrawFn) -> list[Pledge]:
    """Up to seven pledges, each perhaps part of an earlier one."""
    found: list[Pledge] = []
    for number in range(draw(st.integers(1, 7))):
        low = draw(st.integers(0, 50))
        parent = draw(st.sampled_from([None, *[p.id for p in found]]))
        stage = draw(st.sampled_from(["pledged", "committed", "cancelled", "delivered"]))
        found.append(
            pledge(f"p{number}", low, low + draw(st.integers(0, 9)), bound="between", part_of=parent, stage=stage)
        )
    return found


@given(families())
def test_lines_add_up_and_no_pledge_is_lost_or_doubled(pledges: list[Pledge]) -> None:
    result = totals(pledges)
    assert sorted([x.pledge for x in result.lines] + [x.pledge for x in result.excluded]) == sorted(
        p.id for p in pledges
    )
    for total in result.sums:
        lines = [x for x in result.lines if (x.currency, x.column) == (total.currency, total.column)]
        assert sum(x.low for x in lines) == total.low
        assert sum(x.high for x in lines if x.high is not None) == total.high


@given(families())
def test_a_total_never_exceeds_all_amounts_and_never_falls_below_the_largest_counted(pledges: list[Pledge]) -> None:
    result = totals(pledges)
    live = [p.amount.high or 0 for p in pledges if p.amount is not None and p.stage != "cancelled"]
    assert max(live, default=0) <= sum(s.high for s in result.sums) <= sum(live)


def test_totals_of_a_billion_stay_exact() -> None:
    assert the_sum(totals([pledge("a", 0.1, 0.1), pledge("b", 0.2, 0.2)]), "pledged")[0] == Decimal("0.3")
    assert the_sum(totals([pledge("a", 100 * BILLION, 100 * BILLION)]), "pledged")[0] == 100 * BILLION
