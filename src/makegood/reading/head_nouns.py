"""Head nouns: the noun that a sum of money belongs to, and what that noun says of the sum.

Classes are the lists of lexicon/nouns.toml; where a noun is in several, the first of `_CLASSES` wins.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from makegood.reading.grammar import closed
from makegood.reading.lexicon import words
from makegood.reading.pieces import Piece

_CLASSES = ("subsidy", "noise", "purchase", "aid", "promise", "deal", "project")
_HYPHENS = frozenset({"-", "‑"})
_PHRASE_SIGNS = frozenset({"-", "‑", "’", "'", "“", '"', "&"})
_ENDS_PHRASE = frozenset({"DET", "PRON", "AUX", "CCONJ", "SCONJ", "PART"})
_PHRASE = 9
_LINKS = 6
_NEAR = 4
_SUBJECT = 11


@dataclass(frozen=True, slots=True)
class Head:
    """A noun of class `kind` at the piece `at`."""

    kind: str
    at: int


def head_noun(pieces: Sequence[Piece], index: int) -> Head | None:
    """The head of the sum at `index`, to its right, else to its left."""
    return _head_right(pieces, index) or _head_left(pieces, index)


def noun_class(pieces: Sequence[Piece], at: int) -> str | None:
    """The class of the noun at a piece, by itself or with the word before it ('tax credit')."""
    lists, lower = words("nouns"), pieces[at].lower
    pair = f"{pieces[at - 1].lower} {lower}" if at else lower
    return next((kind for kind in _CLASSES if pair in lists[kind] or lower in lists[kind]), None)


def _head_right(pieces: Sequence[Piece], index: int) -> Head | None:
    """The head of 'a $5 billion battery plant' or of '$5 billion of / in / worth of investment'."""
    at = index + 1
    at += at < len(pieces) and pieces[at].text in _HYPHENS
    at += at < len(pieces) and pieces[at].lower == "worth"
    if at >= len(pieces) or pieces[at].lower not in words("governing")["heads"]:
        return _noun_phrase(pieces, at)
    lead, head = pieces[at].lower, _noun_phrase(pieces, at + 1)
    if head and lead == "in" and head.kind == "noise" and pieces[head.at].lower in words("governing")["measured"]:
        return None
    told = lead in {"of", "in"} or (head is not None and head.kind in {"aid", "promise", "subsidy"})
    return head if told else None


def _noun_phrase(pieces: Sequence[Piece], start: int) -> Head | None:
    """The last classed noun before the phrase ends."""
    found: Head | None = None
    for at in range(start, min(start + _PHRASE, len(pieces))):
        piece = pieces[at]
        if _ends(piece, at == start) or (piece.lower == "and" and found):
            break
        kind, verb = noun_class(pieces, at), piece.kind == "word" and piece.part == "VERB"
        if kind and not (verb and kind not in {"promise", "project", "aid"}):
            found = Head(kind, at)
        elif verb and at > start and not _adjectival(piece):
            break
    return found


def _ends(piece: Piece, first: bool) -> bool:
    """Whether a noun phrase ends before a piece; `first` marks the phrase's first."""
    if piece.kind == "sign":
        return piece.text not in _PHRASE_SIGNS
    if piece.kind in {"money", "date", "duration"}:
        return True
    if piece.kind != "word" or piece.lower in {"and", "&"}:
        return False
    return piece.part == "ADP" or (piece.part in _ENDS_PHRASE and not first)


def _adjectival(piece: Piece) -> bool:
    return piece.lower.endswith("ing") or piece.lower in closed("before_nouns")


def _head_left(pieces: Sequence[Piece], index: int) -> Head | None:
    """The head of 'an investment of $5 billion', 'a plant worth $5 billion', 'investments will come to $5 billion'."""
    links = words("links")
    worth = "worth" in pieces[index].text.split()
    at, steps = index - 1, int(worth)
    while at >= 0 and pieces[at].lower in links["between"] and steps < _LINKS:
        at -= 1
        steps += 1
    if steps == 0 or at < 0:
        return None
    amounts = worth or any(p.lower in links["amounting"] for p in pieces[at + 1 : index])
    return _classed_before(pieces, _past_place(pieces, at, amounts), amounts)


def _past_place(pieces: Sequence[Piece], at: int, amounts: bool) -> int:
    """Left of 'in Texas' and, where the sum is a predicate, of other small words."""
    tails = words("governing")["tails"] if amounts else frozenset()
    while at > 0 and (_in_place(pieces[at]) or pieces[at].lower in tails):
        at -= 1 + (pieces[at - 1].text == ",")
    return at


def _classed_before(pieces: Sequence[Piece], at: int, amounts: bool) -> Head | None:
    """The nearest classed noun from `at` to the left; far to the left only where the sum is a predicate."""
    for back in range(at, max(at - (_SUBJECT if amounts else _NEAR), -1), -1):
        piece = pieces[back]
        if back < at and (_in_place(piece) or piece.text == ","):
            continue
        kind = noun_class(pieces, back)
        if kind and (kind != "noise" or not amounts or back == at):
            return Head(kind, back)
        if (piece.kind == "sign" and piece.text not in {",", "-"}) or (not amounts and piece.part in {"VERB", "AUX"}):
            return None
    return None


def _in_place(piece: Piece) -> bool:
    return piece.lower in {"in", "at", "near"} or piece.place is not None
