"""Grammar that needs no tree: closed classes of words, and whether a preposition governs a noun phrase."""

from collections.abc import Sequence

from makegood.reading.lexicon import words
from makegood.reading.pieces import Piece
from makegood.reading.tokens import usual_part
from makegood.reading.verbs import is_verb_form

_PHRASE = 9
_CLAUSE = 3


def closed(name: str) -> frozenset[str]:
    """A closed class of words, from lexicon/grammar.toml."""
    return words("grammar")[name]


def owns(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a possessive mark follows the piece at `at`."""
    return at + 1 < len(pieces) and pieces[at + 1].lower in closed("possessive_marks")


def governed(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a preposition before the noun phrase that ends at `at` takes it out of the running for subject."""
    back = at - 1
    while back >= 0 and (_inside_phrase(pieces[back]) or _joins_names(pieces, back)):
        back -= 1
        if at - back > _PHRASE:
            return False
    if back < 0 or pieces[back].lower not in closed("prepositions"):
        return False
    return pieces[back].lower not in closed("conjunctions") or not _clause_follows(pieces, at)


def _joins_names(pieces: Sequence[Piece], at: int) -> bool:
    return pieces[at].lower == "and" and at > 0 and pieces[at - 1].kind == "name"


def _clause_follows(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a verb comes right after the noun phrase: then 'after', 'since', 'as' open a clause."""
    for piece in pieces[at + 1 : at + 1 + _CLAUSE]:
        part = usual_part(piece.lower)
        if is_verb_form(piece.lower) or part in {"AUX", "VERB"}:
            return True
        if part != "ADV":
            return False
    return False


def _inside_phrase(piece: Piece) -> bool:
    if piece.kind == "name" or (piece.kind == "word" and piece.part in {"ADJ", "NOUN", "NUM"}):
        return True
    lower = piece.lower
    return (
        lower in closed("articles")
        or lower in closed("possessive_pronouns")
        or lower in closed("adjectival")
        or lower in {"'s", "’s"}
    )
