from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from makegood.assessment.counting import RULE_SETS
from makegood.assessment.totals import Basis, Totals, totals
from makegood.model.pledge import Pledge
from makegood.model.values import Amount, Horizon, Number, PartialDate
from makegood.reference.rates import Rate

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


def _rate(currency: str, _: str, first: date, last: date) -> Rate | str:
    return Rate(Decimal("1.10"), first, last, 1, "bank") if currency == "EUR" else "no rate (R19)"


DATED = {"announced": PartialDate(date="2025-03-03", precision="day")}


def test_other_money_is_converted_at_the_rate_of_its_day_and_keeps_rate_and_source() -> None:
    result = totals([pledge("a", 10, 10), pledge("b", 20, 30, bound="between", currency="EUR", **DATED)],
                    Basis(into="USD", rate_of=_rate))  # fmt: skip
    (found,) = result.converted
    assert (found.currency, found.low, found.high, found.lines) == ("USD", 32, 43, 2)
    conversion = result.lines[1].converted and result.lines[1].converted.conversion
    assert conversion is not None
    assert (conversion.rate, conversion.on, conversion.source) == (Decimal("1.10"), "2025-03-03", "bank")
    assert [(s.currency, s.low) for s in result.sums] == [("EUR", 20), ("USD", 10)]


def test_what_has_no_rate_is_a_line_and_in_no_converted_sum() -> None:
    undated, rial = pledge("a", 1, 1, currency="EUR"), pledge("b", 2, 2, currency="SAR", **DATED)
    result = totals([undated, rial, pledge("c", 4, 4, currency=None)], Basis(into="USD", rate_of=_rate))
    assert result.converted == ()
    assert [line.unconverted for line in result.unconverted] == [
        "no date, so no reference rate (R19)",
        "no rate (R19)",
        "no currency stated: not converted (R19)",
    ]
    assert len(result.lines) == 3


def test_the_first_report_dates_a_pledge_that_does_not_date_itself() -> None:
    basis = Basis(into="USD", dates={"a": DATED["announced"]}, rate_of=_rate)
    assert totals([pledge("a", 1, 1, currency="EUR")], basis).converted[0].low == Decimal("1.10")


def test_what_was_spent_stands_beside_and_parts_take_theirs() -> None:
    spent = {"u": Amount(low=50, high=50, currency="USD"), "x": Amount(low=20, high=20, currency="USD")}
    result = totals([pledge("u", 100, 100), pledge("x", 30, 30, part_of="u")], Basis(delivered=spent))
    assert [line.delivered for line in result.lines] == [30, 20]
    assert result.sums[0].delivered == 50
    other = {"u": Amount(low=50, high=50, currency="EUR")}
    assert totals([pledge("u", 100, 100)], Basis(delivered=other)).sums[0].delivered == 0


def test_the_headline_rules_add_up_what_ours_keep_apart() -> None:
    listed = [
        pledge("u", 100, 100), pledge("x", 30, 30, part_of="u"), pledge("y", None, 8, bound="up_to"),
        pledge("z", 5, 5, money="trade_target"), pledge("q", 2, 2, stage="floated"), pledge("n", None),
    ]  # fmt: skip
    headline = totals(listed, Basis(rules=RULE_SETS["headline"]))
    assert the_sum(headline, "pledged") == (145, 145)
    assert the_sum(totals(listed), "pledged") == (100, 108)
    assert [one.pledge for one in headline.excluded] == ["n"]


def test_the_binding_rules_leave_out_what_is_only_pledged() -> None:
    result = totals([pledge("a", 3, 3, stage="started"), pledge("b", 9, 9)], Basis(rules=RULE_SETS["binding"]))
    assert the_sum(result, "committed") == (3, 3)
    assert [(one.pledge, one.reason) for one in result.excluded] == [("b", "pledged, not binding (R3)")]


def test_every_rule_set_names_itself_and_its_rules() -> None:
    for rules in RULE_SETS.values():
        result = totals([], Basis(rules=rules))
        assert (result.rule_set, result.rules) == (rules.name, rules.rules)


def test_the_figure_in_force_counts_and_the_first_stays_to_be_seen() -> None:
    raised = pledge("a", 5, 5, stands=Amount(low=7, high=7, currency="USD"))
    assert the_sum(totals([raised]), "pledged") == (7, 7)
    assert raised.amount is not None
    assert raised.amount.high == 5
