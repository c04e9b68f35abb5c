"""The kind of money of a promise (R8), by the words that say what the sum is or what it is for.

The phrase that the sum belongs to is looked at first ('a $5 billion loan guarantee'), then what follows
it up to the end of the clause ('for a plant'), then what stands before it. In a phrase of several nouns the
last one counts: a gas terminal is a terminal. Two kinds that stand side by side are mixed.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import get_args

from makegood.model.statement import Money
from makegood.reading.lexicon import words
from makegood.reading.money_roles import Role
from makegood.reading.story import Passage
from makegood.reading.terms import Found

_BEFORE, _AFTER = 9, 22
_LONGEST = 4
_FIRST_WORDS = 3
_COORDINATES = frozenset({"and", ",", "&", "or", "plus", "in", "for", "the", "of", "new", "a", "to"})
_CLAUSE_ENDS = frozenset({".", ";", ":", "—", "–", "(", ")"})
_OF_GOODS = frozenset({"of", "worth", "in"})


@dataclass(frozen=True, slots=True)
class _Sign:
    """The pieces [first, last] that tell a kind."""

    kind: Money
    first: int
    last: int


def money_kind(passage: Passage, role: Role) -> Found[Money] | None:
    """The kind with the words that tell it; None when nothing does."""
    after = list(_signs(passage, role.at + 1, _clause_end(passage, role.at)))
    before = list(_signs(passage, _clause_start(passage, role.at), role.at))
    head = _head(passage, role, after)
    if head is not None:
        return _found(passage, head)
    bought = _bought(passage, role, after, before)
    if bought is not None:
        return _found(passage, bought)
    if after:
        return _mixed(passage, after) or _found(passage, after[0])
    return _found(passage, before[-1]) if before else None


def _found(passage: Passage, sign: _Sign) -> Found[Money]:
    return Found(sign.kind, (passage.interval(sign.first, sign.last),))


def _head(passage: Passage, role: Role, after: Sequence[_Sign]) -> _Sign | None:
    """The sign in the noun phrase of the sum itself: '$5 billion loan guarantee', '$3 billion in loans'."""
    noun = role.noun if role.noun is not None and role.noun > role.at else role.at
    found = next((one for one in after if one.first <= noun <= one.last), None)
    if found is not None and _mixed(passage, after) is None:
        return found
    return None


def _bought(passage: Passage, role: Role, after: Sequence[_Sign], before: Sequence[_Sign]) -> _Sign | None:
    """Goods for the sum: bought in the clause, or what the sum is of ('$15 billion of natural gas')."""
    if any(sign.kind in ("equity", "buyback", "capex") for sign in after):
        return None
    lists = words("money_kinds")
    start, end = _clause_start(passage, role.at), _clause_end(passage, role.at)
    verb = next((at for at in range(start, end) if passage.lower(at) in lists["buying"]), None)
    equity = next((sign for sign in before if sign.kind in ("equity", "buyback")), None)
    if verb is not None and equity is None:
        return _Sign("purchase", verb, verb)
    first = role.at + 1
    if passage.lower(first) not in _OF_GOODS:
        return None
    goods = next((at for at in range(first, min(first + _FIRST_WORDS + 2, end)) if _is_goods(passage, at)), None)
    return _Sign("purchase", goods, goods) if goods is not None else None


def _is_goods(passage: Passage, at: int) -> bool:
    piece = passage.pieces[at]
    return piece.text.lower().split()[-1] in words("money_kinds")["goods"] and piece.kind in ("word", "count")


def _mixed(passage: Passage, signs: Sequence[_Sign]) -> Found[Money] | None:
    """Two kinds side by side: 'in manufacturing and research and development', 'in loans and grants'."""
    for one, other in itertools.pairwise(signs):
        between = set(passage.lowers(one.last + 1, other.first))
        if one.kind != other.kind and between & {"and", ",", "&"} and between <= _COORDINATES:
            return Found("mixed", (passage.interval(one.first, one.last), passage.interval(other.first, other.last)))
    return None


def _signs(passage: Passage, start: int, end: int) -> Iterator[_Sign]:
    """The signs in a stretch, in its order; of adjoining ones the last: 'research facility', 'loan guarantee'."""
    held: _Sign | None = None
    at = start
    while at < end:
        sign = _sign(passage, at, end)
        if sign is None:
            at += 1
            continue
        if held is not None and held.last + 1 != sign.first:
            yield held
        held, at = sign, sign.last + 1
    if held is not None:
        yield held


def _sign(passage: Passage, at: int, end: int) -> _Sign | None:
    """The longest phrase of the lexicon that begins at a piece."""
    for length in range(min(_LONGEST, end - at), 0, -1):
        kind = _kinds().get(" ".join(passage.lowers(at, at + length)))
        if kind is not None:
            return _Sign(kind, at, at + length - 1)
    return None


def _clause_end(passage: Passage, at: int) -> int:
    """The piece at which the clause of a sum ends; before another sum, the last 'and' or comma."""
    stops = words("money_kinds")["stops"]
    last = at + 1
    for index in range(at + 1, min(at + 1 + _AFTER, len(passage.pieces))):
        if passage.lower(index) in stops or passage.pieces[index].text in _CLAUSE_ENDS:
            return index
        if passage.pieces[index].kind == "money":
            return last
        if passage.lower(index) in ("and", ","):
            last = index
    return min(at + 1 + _AFTER, len(passage.pieces))


def _clause_start(passage: Passage, at: int) -> int:
    stops = words("money_kinds")["stops"] - {"that"}
    for index in range(at - 1, max(at - 1 - _BEFORE, -1), -1):
        if passage.lower(index) in stops or passage.pieces[index].text in _CLAUSE_ENDS:
            return index + 1
        if passage.pieces[index].kind == "money":
            return index + 1
    return max(at - _BEFORE, 0)


@cache
def _kinds() -> dict[str, Money]:
    """Each phrase of lexicon/money_kinds.toml with its kind, the first kind that lists it."""
    lists = words("money_kinds")
    kinds = [kind for kind in get_args(Money) if kind in lists]
    return {phrase: kind for kind in reversed(kinds) for phrase in lists[kind]}
