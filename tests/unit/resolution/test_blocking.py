"""Pairs worth comparing: all of a small house, of a large one those that share something that can tell."""

from collections.abc import Sequence

from makegood.model.statement import PledgeStatement
from makegood.resolution.blocking import ALL, Blocks
from makegood.resolution.terms import Sides, Terms, terms_of
from makegood.resolution.told import of_kind, told_by
from tests.saying import pledge


def terms(number: int, house: str = "nordhavn", **fields: object) -> Terms:
    said = told_by(*pledge(f"Telling {number}.", promisor="Nordhavn", **fields))
    return terms_of(of_kind([said], PledgeStatement)[0], Sides((house,), (house,), ()))


def pairs(blocks: Blocks) -> set[tuple[str, str]]:
    return {(one, other) for one, held in blocks.held.items() for other in blocks.near(held) if one < other}


def blocks_of(told: Sequence[Terms]) -> Blocks:
    blocks = Blocks()
    blocks.change((), told)
    return blocks


def test_a_small_house_is_compared_all_with_all_and_houses_apart() -> None:
    assert len(pairs(blocks_of([terms(n, house) for n, house in enumerate(["a", "a", "a", "b", "b"])]))) == 3 + 1


def test_of_a_large_house_only_those_that_share_something_are_compared() -> None:
    others = [terms(n, amount=round(1000 * 1.1**n), where="Ohio, US", purpose=f"plan{n}") for n in range(60)]
    twins = [terms(100, amount=7), terms(101, amount=7)]
    (found,) = pairs(blocks_of([*others, *twins]))
    assert set(found) == {one.id for one in twins}


def test_a_house_that_grows_and_shrinks_has_the_pairs_of_what_it_holds() -> None:
    told = [terms(n, amount=1000 + n // 2, where="Ohio, US", purpose=f"plan{n}") for n in range(ALL + 5)]
    blocks = blocks_of(told[:ALL])
    moved = blocks.change((), told[ALL:])
    assert moved == {one.id for one in told}
    assert pairs(blocks) == pairs(blocks_of(told))
    blocks.change([one.id for one in told[ALL:]], ())
    assert pairs(blocks) == pairs(blocks_of(told[:ALL]))
