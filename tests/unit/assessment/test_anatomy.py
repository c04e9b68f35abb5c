"""A claim taken apart: every figure on its ground, and all portions together the claim."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from makegood.assessment.anatomy import Anatomy, Reason, take_apart
from makegood.assessment.figures import Question
from makegood.assessment.sayings import Saying, sayings_of, standing_sayings
from makegood.reference.rates import Rate
from tests.ledgered import amount, day, pledge, told

USD = Question("USD")


def _on(anatomy: Anatomy) -> dict[Reason, Decimal]:
    return {step.reason: step.amount for step in anatomy.steps}


def test_each_figure_stands_on_its_ground() -> None:
    told_of = [
        (pledge("Acme", one := told("Acme will put $9 into a mill.", amount(9))), one),
        (pledge("Bolt", two := told("Bolt will order $4 of jets.", amount(4), money="purchase")), two),
        (pledge("Cobb", three := told("Cobb hopes for $7 of trade.", amount(7), money="trade_target")), three),
        (pledge("Dorn", four := told("Dorn may put $2 into a port.", amount(2)), stage="floated"), four),
        (pledge("Ewer", five := told("Ewer pledged $5 for a dam.", amount(None, 5, bound="up_to"))), five),
        (pledge("Fray", six := told("Fray signed for $3 for a road.", amount(3)), stage="committed"), six),
    ]
    anatomy = take_apart([Saying.of(one, source) for one, source in told_of], USD)
    assert _on(anatomy) == {
        "trade_target": 7, "purchase": 4, "not_standing": 2, "ceiling": 5, "new": 12,
    }  # fmt: skip
    assert (anatomy.claimed, anatomy.promised, anatomy.binding, anatomy.added_up) == (30, 12, 3, True)


def test_parts_come_off_their_whole_and_keep_their_own_ground() -> None:
    whole, part = told("Acme will put $21 into America.", amount(21)), told("Acme will put $6 into steel.", amount(6))
    jets = told("Acme will order $4 of jets.", amount(4), money="purchase")
    sayings = [
        Saying.of(pledge("whole", whole), whole),
        Saying.of(pledge("steel", part, part_of="whole"), part),
        Saying.of(pledge("jets", jets, part_of="whole"), jets),
    ]
    anatomy = take_apart(sayings, USD)
    assert _on(anatomy) == {"counted_twice": 10, "purchase": 4, "new": 17}
    assert anatomy.on("counted_twice")[0].pledge == "whole"


def test_what_no_telling_backs_is_a_portion_and_so_is_what_goes_beyond() -> None:
    mill = told("Acme will put $9 into a mill.", amount(9))
    sayings = [Saying.of(pledge("Acme", mill), mill)]
    assert _on(take_apart(sayings, Question("USD", Decimal(21)))) == {"unbacked": 12, "new": 9}
    assert _on(take_apart(sayings, Question("USD", Decimal(5)))) == {"surplus": -4, "new": 9}


def test_what_was_told_before_is_a_repeat_and_the_rest_a_raise() -> None:
    old = told("Acme will put $500 into America.", amount(500), "2025-02-01")
    new = told("Acme raises its plan to $600 for America.", amount(600), "2025-08-01")
    pledges, by_id = [pledge("Acme", old, new)], {one.id: one for one in (old, new)}
    anatomy = take_apart(sayings_of(new.document.id, pledges, by_id), USD)
    assert _on(anatomy) == {"repeat": 500, "raise": 100}
    assert (anatomy.promised, anatomy.fresh) == (600, 100)
    assert anatomy.on("repeat")[0].note == "told 2025-02-01"


def test_money_on_top_is_new_as_a_whole_until_it_is_told_again() -> None:
    old = told("Acme will put $5 into America.", amount(5), "2025-02-01")
    extra = told("Acme adds an additional $8 for America.", amount(8), "2025-03-01")
    again = told("Acme adds, it said, an additional $8 for America.", amount(8), "2025-04-01")
    by_id = {one.id: one for one in (old, extra, again)}
    pledges = [pledge("Acme", old, extra, again, tellings=(
        {"statement": old.id, "relation": "first"},
        {"statement": extra.id, "relation": "raise", "old": amount(5), "new_low": 8, "new_high": 8},
        {"statement": again.id, "relation": "repeat", "old": amount(8)},
    ))]  # fmt: skip
    assert _on(take_apart(sayings_of(extra.document.id, pledges, by_id), USD)) == {"raise": 8}
    assert _on(take_apart(sayings_of(again.document.id, pledges, by_id), USD)) == {"repeat": 8}


def test_of_a_sum_claimed_of_everything_each_pledge_counts_once_at_its_last_figure() -> None:
    old = told("Acme will put $500 into America.", amount(500), "2025-02-01")
    new = told("Acme raises its plan to $600 for America.", amount(600), "2025-08-01")
    sayings = standing_sayings([pledge("Acme", old, new)], {one.id: one for one in (old, new)})
    anatomy = take_apart(sayings, Question("USD", Decimal(1000), whole=True))
    assert _on(anatomy) == {"unbacked": 400, "new": 500, "raise": 100}
    assert anatomy.told_again == 1


def test_what_was_announced_before_the_day_that_takes_the_credit_is_pre_existing() -> None:
    mill = told("Acme will put $9 into a mill.", amount(9), "2025-03-03")
    older = pledge("Acme", mill, announced=day("2024-06-01"))
    since = Question("USD", since=date(2025, 1, 20))
    assert _on(take_apart([Saying.of(older, mill)], since)) == {"pre_existing": 9}
    assert _on(take_apart([Saying.of(pledge("Acme", mill), mill)], since)) == {"new": 9}


def test_what_has_no_sum_is_told_and_adds_nothing() -> None:
    none = told("Acme will build a mill.", None)
    yearly = told("Bolt pledged $3 a year.", amount(3, 3, per="year"))
    anatomy = take_apart([Saying.of(pledge("Acme", none), none), Saying.of(pledge("Bolt", yearly), yearly)], USD)
    assert anatomy.claimed == 0
    assert [(one.pledge, one.why[-4:]) for one in anatomy.uncounted] == [("Acme", "(R1)"), ("Bolt", "(R7)")]


def test_other_money_comes_in_at_the_rate_of_its_day_or_stays_out() -> None:
    def rate_of(currency: str, _: str, first: date, last: date) -> Rate | str:
        return Rate(Decimal("1.1"), first, last, 1, "bank") if currency == "EUR" else "no rate"

    euro = told("Acme pledged $9.", amount(9, currency="EUR"), "2025-03-03")
    rial = told("Bolt pledged $7.", amount(7, currency="SAR"))
    sayings = [Saying.of(pledge("Acme", euro), euro), Saying.of(pledge("Bolt", rial), rial)]
    anatomy = take_apart(sayings, Question("USD", rate_of=rate_of))
    (portion,) = anatomy.portions
    assert portion.amount == Decimal("9.90")
    assert portion.conversion is not None
    assert (portion.conversion.rate, portion.conversion.on) == (Decimal("1.1"), "2025-03-03")
    assert [one.why for one in anatomy.uncounted] == ["no rate"]


def test_two_that_are_part_of_each_other_do_not_hang_it() -> None:
    one, two = told("Acme pledged $9.", amount(9)), told("Bolt pledged $7.", amount(7))
    sayings = [Saying.of(pledge("a", one, part_of="b"), one), Saying.of(pledge("b", two, part_of="a"), two)]
    assert _on(take_apart(sayings, USD)) == {"new": 16}


CENTS = st.integers(0, 10**16).map(lambda cents: cents / 100)
BOUNDS = st.sampled_from(["exact", "up_to", "at_least", "about"])
KINDS = st.sampled_from([None, "capex", "purchase", "trade_target"])
STAGES = st.sampled_from(["pledged", "committed", "cancelled", "floated"])
LINES = st.lists(st.tuples(CENTS, BOUNDS, KINDS, STAGES, st.integers(-1, 5), CENTS), max_size=7)


@given(lines=LINES, claimed=st.none() | CENTS)
def test_all_portions_are_the_claim_to_the_cent(
    lines: list[tuple[float, str, str, str, int, float]], claimed: float | None
) -> None:
    question = Question("USD", None if claimed is None else Decimal(str(claimed)))
    anatomy = take_apart([_saying(n, *line) for n, line in enumerate(lines)], question)
    assert sum((p.amount for p in anatomy.portions), Decimal(0)) == anatomy.claimed
    assert sum((step.amount for step in anatomy.steps), Decimal(0)) == anatomy.claimed
    assert anatomy.claimed - sum(step.amount for step in anatomy.steps if step.side == "off") == anatomy.promised
    assert 0 <= anatomy.binding <= anatomy.promised
    assert all(p.amount > 0 for p in anatomy.portions if p.reason != "surplus")


def _saying(number: int, figure: float, bound: str, kind: str, stage: str, above: int, before: float) -> Saying:
    low, high = (None if bound == "up_to" else figure), (None if bound == "at_least" else figure)
    value = amount(low, high, bound=bound)
    fields = {"money": kind} if kind else {}
    one = told(f"Acme{number} will put $1 into a mill.", value, "2025-03-03", **fields)
    old = told(f"Acme{number} first said $1.", amount(before), "2025-01-03")
    parent = f"p{above}" if above >= 0 else None
    return Saying.of(pledge(f"p{number}", old, one, stage=stage, part_of=parent), one, (old,) if before else ())


def test_the_same_pledge_twice_in_one_document_counts_once() -> None:
    one, two = told("Acme pledged $9.", amount(9)), told("Acme has pledged $9 again.", amount(9))
    same = pledge("Acme", one, two)
    assert _on(take_apart([Saying.of(same, one), Saying.of(same, two)], USD)) == {"counted_twice": 9, "new": 9}
