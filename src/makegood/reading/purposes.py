"""What a promised sum is for, in the words of the text."""

from collections.abc import Sequence
from itertools import pairwise

from makegood.reading.grammar import closed
from makegood.reading.lexicon import words
from makegood.reading.money_roles import Role
from makegood.reading.pieces import Piece
from makegood.reading.story import Passage
from makegood.reading.terms import Found

_LENGTH = 16
_LEAD = 14
_PHRASE = 8
_FIGURES = frozenset({"money", "duration", "date", "period"})


def purpose(passage: Passage, role: Role) -> Found[str] | None:
    """The phrase of the head noun ('EV battery plant'), else what 'to', 'for', 'into' or 'in' lead to."""
    head = role.noun
    if head is not None and role.head == "project":
        return project(passage, head)
    start = _lead(passage.pieces, max(role.at, head or 0) + 1)
    if start is not None:
        start += _furthering(passage, start)
        return _cut(passage, start, _end(passage.pieces, start))
    if head is not None and passage.lower(head) not in words("purposes")["plain"]:
        return project(passage, head)
    return None


def project(passage: Passage, noun: int) -> Found[str]:
    """The noun phrase that ends at a project's noun."""
    first = noun
    while first > 0 and noun - first < _PHRASE and _describes(passage.pieces[first - 1]):
        first -= 1
    return _cut(passage, first, noun)


def _describes(piece: Piece) -> bool:
    """Whether a piece belongs to the phrase of the noun after it; articles and 'new' say nothing of it."""
    if piece.kind in _FIGURES or piece.lower in closed("articles") or piece.lower in {"$", "new", "its"}:
        return False
    if piece.kind == "name" or piece.lower in {"and", "&", "-", "based"}:
        return True
    return piece.kind == "word" and piece.part in {"NOUN", "ADJ", "NUM", None}


def _lead(pieces: Sequence[Piece], start: int) -> int | None:
    """The piece after the preposition that leads to the purpose."""
    for at in range(start, min(start + _LEAD, len(pieces) - 1)):
        if pieces[at].lower in words("purposes")["breaks"]:
            return None
        leads = pieces[at].lower in words("purposes")["leads"] and pieces[at + 1].kind not in _FIGURES
        if leads and not _only_place(pieces, at + 1):
            return at + 1
    return None


def _furthering(passage: Passage, start: int) -> bool:
    """Whether a verb of furthering comes first ('to boost health care'): what it furthers is the purpose."""
    raised = any(a.first == a.last == start and a.lemma in words("purposes")["furthering"] for a in passage.acts)
    return raised and passage.lower(start - 1) == "to" and start + 1 < len(passage.pieces)


def _end(pieces: Sequence[Piece], start: int) -> int:
    """The last piece of the purpose that begins at `start`."""
    lists = words("purposes")
    last = start
    while last + 1 < len(pieces) and last - start < _LENGTH:
        following = pieces[last + 1]
        if following.text == "(" and [p.text for p in pieces[last + 3 : last + 4]] == [")"]:
            last += 3
            continue
        if following.text in lists["ends"] or following.kind in _FIGURES or following.lower in lists["stops"]:
            break
        last += 1
    return last


def _only_place(pieces: Sequence[Piece], at: int) -> bool:
    """Whether nothing but a place follows the preposition ('in the United States', not 'in U.S. manufacturing')."""
    while at < len(pieces) and pieces[at].lower in {"the", "new"}:
        at += 1
    if at >= len(pieces) or pieces[at].place is None:
        return False
    after = pieces[at + 1 : at + 4]
    modifies = bool(after) and after[0].part in {"NOUN", "ADJ"}
    return not modifies and not any(p.lower in words("nouns")["project"] for p in after)


def _cut(passage: Passage, first: int, last: int) -> Found[str]:
    """The words from one piece to another, any stretch of blanks as one."""
    while first < last and passage.lower(first) in {"and", "or", ",", "-"}:
        first += 1
    kept = passage.pieces[first : last + 1]
    rest = (" " * (piece.start > before.end) + piece.text for before, piece in pairwise(kept))
    return Found(kept[0].text + "".join(rest), (passage.interval(first, last),))
