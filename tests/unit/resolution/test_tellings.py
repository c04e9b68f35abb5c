"""What each telling did to its pledge, with old and new money."""

from makegood.model.pledge import Pledge, Telling
from makegood.model.values import Horizon
from makegood.resolution import resolve
from tests.saying import Said, dollars, pledge, pledge_in

MILLION = 1_000_000
MILL = {"promisor": "Nordhavn", "purpose": "a rolling mill"}


def tell(sentence: str, day: str, amount: object, **others: object) -> Said:
    return pledge(sentence, day, "Toledo, Ohio, US", amount=amount, **(MILL | others))


def one_pledge(*said: Said) -> Pledge:
    (found,) = resolve(said).pledges
    return found


def last(*said: Said) -> Telling:
    return one_pledge(*said).tellings[-1]


FIRST = tell("Nordhavn will build a rolling mill.", "2024-03-01", 4000)


def test_the_first_telling_brings_all_of_its_money() -> None:
    found = last(FIRST)
    assert (found.relation, found.new_low, found.new_high) == ("first", 4000 * MILLION, 4000 * MILLION)
    assert found.old is None
    assert found.against is None


def test_a_repeat_brings_nothing() -> None:
    found = last(FIRST, tell("The mill again.", "2024-09-01", 4000))
    assert (found.relation, found.new_low, found.new_high) == ("repeat", 0, 0)


def test_a_raise_that_takes_the_earlier_figure_in_brings_the_difference() -> None:
    again = tell("That brings its total to $6 billion.", "2024-09-01", 6000)
    found = last(FIRST, again)
    assert (found.relation, found.new_low, found.new_high) == ("raise", 2000 * MILLION, 2000 * MILLION)
    assert found.old == dollars(4000)
    assert found.against == FIRST[1].id
    assert one_pledge(FIRST, again).stands == dollars(6000)
    assert one_pledge(FIRST, again).amount == dollars(4000)


def test_what_a_larger_figure_takes_in_is_unknown_unless_it_says_so() -> None:
    found = last(FIRST, tell("The mill will cost $6 billion.", "2024-09-01", 6000))
    assert (found.relation, found.new_low, found.new_high) == ("raise", 2000 * MILLION, 6000 * MILLION)


def test_a_cut_takes_money_away() -> None:
    again = tell("The mill will cost $3 billion.", "2024-09-01", 3000)
    found = last(FIRST, again)
    assert (found.relation, found.new_low, found.new_high) == ("cut", -1000 * MILLION, -1000 * MILLION)
    assert one_pledge(FIRST, again).stands == dollars(3000)


def test_a_figure_without_a_ceiling_has_none_in_new_money() -> None:
    found = last(FIRST, tell("At least $6 billion.", "2024-09-01", dollars(6000, bound="at_least", high=None)))
    assert (found.relation, found.new_low, found.new_high) == ("raise", 2000 * MILLION, None)


def test_a_hosts_figure_is_told_and_never_stands() -> None:
    said = FIRST, tell("The governor spoke of $6 billion.", "2024-09-01", 6000, speaker="counterpart")
    found = one_pledge(*said)
    assert found.stands == dollars(4000)
    assert found.tellings[-1].amount == dollars(6000)
    assert (found.tellings[-1].new_low, found.tellings[-1].new_high) == (0, 0)


def test_more_time_extends() -> None:
    by_2026 = tell("By 2026.", "2024-03-01", 4000, horizon=Horizon(end="2026"))
    assert last(by_2026, tell("By 2029.", "2025-09-01", 4000, horizon=Horizon(end="2029"))).relation == "extends"


def test_a_part_is_told_as_one() -> None:
    sentence = "It will invest $4 billion, of which $1 billion in a dock."
    whole = pledge(sentence, "2024-03-01", "US", amount=4000, promisor="Nordhavn")
    dock = {"promisor": "Nordhavn", "amount": 1000, "purpose": "a dock", "part_of": whole[1].id}
    part = pledge_in(whole[0], "$1 billion in a dock", "Houston, Texas, US", **dock)
    found = {one.statements[0]: one for one in resolve([whole, (whole[0], part)]).pledges}
    assert found[part.id].tellings[0].relation == "part_of"
    assert found[part.id].part_of == found[whole[1].id].id
