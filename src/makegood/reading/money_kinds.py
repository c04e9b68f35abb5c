"""The kind of money of a promise (R8), by the words beside the sum."""

from makegood.model.statement import Money
from makegood.reading.lexicon import words
from makegood.reading.money_roles import Role
from makegood.reading.story import Passage

_REACH = 8


def money_kind(passage: Passage, anchor: int, role: Role) -> tuple[Money, tuple[int, int]] | None:
    """The kind and the interval of the word that tells it, nearest to the sum; None when nothing does."""
    lists = words("money_kinds")
    order = sorted(range(max(anchor - _REACH, 0), min(anchor + _REACH + 1, len(passage.pieces))), key=lambda i: (i != role.noun, abs(i - anchor), i))
    for index in order:
        piece = passage.pieces[index]
        for kind, nouns in lists.items():
            if piece.lower in nouns:
                return kind, (piece.start, piece.end)  # type: ignore[return-value]
    return None
