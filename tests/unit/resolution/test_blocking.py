"""Pairs worth comparing: all of a small house, of a large one those that share something that can tell."""

from makegood.model.statement import PledgeStatement
from makegood.resolution.blocking import pairs
from makegood.resolution.terms import Sides, Terms, terms_of
from makegood.resolution.told import of_kind, told_by
from tests.saying import pledge


def terms(number: int, house: str = "nordhavn", **fields: object) -> Terms:
    said = told_by(*pledge(f"Telling {number}.", promisor="Nordhavn", **fields))
    return terms_of(of_kind([said], PledgeStatement)[0], Sides((house,), (house,), ()))


def test_a_small_house_is_compared_all_with_all_and_houses_apart() -> None:
    told = [terms(n, house) for n, house in enumerate(["a", "a", "a", "b", "b"])]
    assert len(list(pairs(told))) == 3 + 1


def test_a_pair_comes_once_with_the_smaller_id_first() -> None:
    told = [terms(n, amount=4000, purpose="a mill") for n in range(60)]
    found = [(a.id, b.id) for a, b in pairs(told)]
    assert found == sorted(set(found))
    assert all(a < b for a, b in found)


def test_of_a_large_house_only_those_that_share_something_are_compared() -> None:
    others = [terms(n, amount=round(1000 * 1.1**n)) for n in range(60)]
    twins = [terms(100, amount=7), terms(101, amount=7)]
    (found,) = [(a, b) for a, b in pairs([*others, *twins])]
    assert {one.id for one in found} == {one.id for one in twins}
