"""The kind of money of a promise (R8), by the words beside the sum."""

from functools import cache
from typing import get_args

from makegood.model.statement import Money
from makegood.reading.lexicon import words
from makegood.reading.money_roles import Role
from makegood.reading.story import Passage
from makegood.reading.terms import Found

_REACH = 8


def money_kind(passage: Passage, role: Role) -> Found[Money] | None:
    """The kind with the word that tells it: the sum's head noun, else the nearest word; None when nothing does."""
    near = range(max(role.at - _REACH, 0), min(role.at + _REACH + 1, len(passage.pieces)))
    for index in sorted(near, key=lambda i: (i != role.noun, abs(i - role.at), i)):
        kind = _kinds().get(passage.lower(index))
        if kind:
            return Found(kind, (passage.interval(index, index),))
    return None


@cache
def _kinds() -> dict[str, Money]:
    """Each word of lexicon/money_kinds.toml with its kind, the first kind that lists it."""
    lists = words("money_kinds")
    kinds = [kind for kind in get_args(Money) if kind in lists]
    return {word: kind for kind in reversed(kinds) for word in lists[kind]}
