"""What a promised sum is for, in the words of the text."""

from makegood.reading.lexicon import words
from makegood.reading.money_roles import Role
from makegood.reading.pieces import Piece
from makegood.reading.story import Passage
from makegood.reading.terms import Found
from makegood.reading.tokens import usual_part

_ENDS = frozenset({",", ";", ".", "—", "–", ":", "(", ")", "”", '"'})
_STOPS = frozenset({"which", "that", "over", "by", "as", "while", "after", "when", "because", "amid", "who", "will", "would", "through", "including", "during", "said", "says", "and then"})
_LEADS = frozenset({"to", "for", "into", "towards", "toward", "on", "in", "behind", "with"})
_PLAIN = frozenset({"investment", "investments", "commitment", "commitments", "pledge", "pledges", "deal", "deals", "plan", "plans", "project", "projects", "agreement", "package", "announcement", "spending"})
_LENGTH = 16


def purpose(passage: Passage, anchor: int, role: Role) -> Found[str] | None:
    """The phrase of the head noun ('EV battery plant'), else what 'to', 'for', 'into' or 'in' lead to."""
    head = role.noun
    if head is not None and role.head == "project":
        return project(passage, head)
    start = _lead(passage.pieces, max(anchor, head or anchor) + 1)
    if start is not None:
        return _cut(passage, start, _end(passage.pieces, start))
    if head is not None and passage.pieces[head].lower not in _PLAIN:
        return project(passage, head)
    return None


def project(passage: Passage, noun: int) -> Found[str] | None:
    """The noun phrase that ends at a project's noun."""
    first = noun
    while first > 0 and noun - first < 8 and _describes(passage.pieces[first - 1]):
        first -= 1
    return _cut(passage, first, noun)


def _describes(piece: Piece) -> bool:
    if piece.kind in {"money", "duration", "date", "period"} or piece.lower in {"$", "new", "its", "a", "an", "the"}:
        return False
    return piece.kind == "name" or piece.lower in {"and", "&", "-", "based"} or usual_part(piece.lower) in {"NOUN", "ADJ", "NUM", None} and piece.kind == "word"


def _lead(pieces: tuple[Piece, ...], start: int) -> int | None:
    for at in range(start, min(start + 14, len(pieces) - 1)):
        if pieces[at].text in {".", ";", "—"}:
            return None
        following = pieces[at + 1]
        if pieces[at].lower in _LEADS and following.kind not in {"duration", "date", "period", "money"} and not _only_place(pieces, at + 1):
            return at + 1
    return None


def _end(pieces: tuple[Piece, ...], start: int) -> int:
    last = start
    while last + 1 < len(pieces) and last - start < _LENGTH:
        following = pieces[last + 1]
        if following.text in _ENDS or following.kind in {"money", "duration"} or following.lower in _STOPS:
            break
        last += 1
    return last


def _only_place(pieces: tuple[Piece, ...], at: int) -> bool:
    """Whether nothing but a place follows the preposition ('in the United States', not 'in U.S. manufacturing')."""
    while at < len(pieces) and pieces[at].lower in {"the", "new"}:
        at += 1
    if at >= len(pieces) or pieces[at].name is None or pieces[at].name.place is None:  # type: ignore[union-attr]
        return False
    nouns = words("nouns")["project"]
    after = pieces[at + 1 : at + 4]
    return not any(p.lower in nouns or (usual_part(p.lower) in {"NOUN", "ADJ"} and i == 0) for i, p in enumerate(after) if p.text not in _ENDS)


def _cut(passage: Passage, first: int, last: int) -> Found[str]:
    out = [passage.pieces[first].text]
    for before, piece in zip(passage.pieces[first:last], passage.pieces[first + 1 : last + 1], strict=True):
        out.append(" " if piece.start > before.end else "")
        out.append(piece.text)
    return Found("".join(out), ((passage.pieces[first].start, passage.pieces[last].end),))
