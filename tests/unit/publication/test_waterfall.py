from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makegood.assessment.anatomy import GROUNDS, Anatomy, Portion
from makegood.publication.waterfall import Bar, waterfall

REASONS = [ground.reason for ground in GROUNDS if ground.reason != "surplus"]


def _anatomy(amounts: dict[str, int], binding: int = 0) -> Anatomy:
    portions = [
        Portion(reason=reason, amount=Decimal(amount), pledge=None if reason == "unbacked" else f"pl:{reason}")
        for reason, amount in amounts.items()
    ]
    portions += [Portion(reason="new", amount=Decimal(binding), pledge="pl:bound", binding=True)] if binding else []
    return Anatomy(claimed=sum(p.amount for p in portions), currency="USD", added_up=True, portions=tuple(portions))


def _by_label(anatomy: Anatomy, width: int = 944) -> dict[str, Bar]:
    return {bar.label: bar for bar in waterfall(anatomy, {}, width).bars}


def test_a_bar_begins_where_the_one_above_ended() -> None:
    bars = _by_label(_anatomy({"unbacked": 40, "purchase": 20, "new": 40}))
    assert bars["Nothing in the ledger backs it"].to == bars["The figures add up to"].to
    assert bars["Purchases"].to == bars["Nothing in the ledger backs it"].x
    assert bars["Promised investment, counted once"].to == bars["Purchases"].x
    assert bars["Of it binding"].x == bars["Of it binding"].to


def test_what_stands_is_opened_only_where_it_has_more_than_one_ground() -> None:
    assert "New pledges" not in _by_label(_anatomy({"new": 40}))
    opened = _by_label(_anatomy({"repeat": 30, "new": 10}, binding=5))
    assert opened["Told before"].x == opened["New pledges"].to
    assert opened["New pledges"].x == opened["Of it binding"].x


def test_what_goes_beyond_the_claim_stands_to_its_right() -> None:
    portions = (
        Portion(reason="surplus", amount=Decimal(-5)), Portion(reason="new", amount=Decimal(15), pledge="a"),
    )  # fmt: skip
    over = Anatomy(claimed=Decimal(10), currency="USD", added_up=False, portions=portions)
    bars = _by_label(over)
    assert bars["In the ledger, beyond what is claimed"].x == bars["Claimed"].to
    assert bars["Promised investment, counted once"].to == bars["In the ledger, beyond what is claimed"].to


@given(amounts=st.dictionaries(st.sampled_from(REASONS), st.integers(1, 10**15), min_size=1))
@pytest.mark.parametrize(("width", "stacked"), [(944, False), (342, True)])
def test_bars_are_as_long_as_their_sums_and_stay_in_the_picture(
    width: int, stacked: bool, amounts: dict[str, int]
) -> None:
    anatomy = _anatomy(amounts)
    drawn = waterfall(anatomy, {}, width, stacked)
    claimed = drawn.bars[0]
    scale = (claimed.to - claimed.x) / float(anatomy.claimed)
    for bar in drawn.bars:
        assert drawn.left <= bar.x <= bar.to <= width
        assert bar.y + drawn.bar <= drawn.height
    whole = next(bar for bar in drawn.bars if bar.look == "whole")
    assert abs((whole.to - whole.x) - max(float(anatomy.promised) * scale, 0)) <= 2.2
    assert all(one.y + drawn.bar < other.y for one, other in pairwise(drawn.bars))


def test_the_small_words_name_the_largest_and_count_the_rest() -> None:
    portions = tuple(Portion(reason="new", amount=Decimal(n), pledge=f"p{n}") for n in range(1, 9))
    anatomy = Anatomy(claimed=Decimal(36), currency="USD", added_up=True, portions=(
        *portions, Portion(reason="repeat", amount=Decimal(1), pledge="p0")))  # fmt: skip
    names = {f"p{n}": f"Company {n}" for n in range(9)}
    bars = {bar.label: bar for bar in waterfall(anatomy, names, 944).bars}
    assert bars["New pledges"].below == "Company 8, Company 7, Company 6 and 5 more"
    long = {f"p{n}": f"The Extraordinarily Long Company {n}" for n in range(9)}
    bars = {bar.label: bar for bar in waterfall(anatomy, long, 944).bars}
    assert bars["New pledges"].below == "The Extraordinarily Long Company 8 and 7 more"
