"""Projects: the plant, the plan or the loan that a verb befalls."""

from collections.abc import Sequence

from makegood.model.statement import What
from makegood.reading.lexicon import words
from makegood.reading.pieces import Piece
from makegood.reading.story import Passage
from makegood.reading.verbs import Act
from makegood.reading.voice import Voice

_AFTER = 12
_BEFORE = 16
_ENDS = frozenset({",", ";", ".", "—", ":"})
_SOURCES = frozenset({"by", "after", "since", "from", "to"})


def befallen(passage: Passage, act: Act, told: Voice, what: What) -> int | None:
    """The project that a turn befell: the object of the act, or the subject of a passive or intransitive one."""
    if not told.passive:
        found = _object(passage.pieces, act.last + 1, act.last + _AFTER, what)
        if found is None and act.last > act.first + 1:
            found = _object(passage.pieces, act.first + 1, act.last, what)
        if found is not None or what != "delay":
            return found
    return _subject(passage.pieces, act.first - 1, max(act.first - _BEFORE, -1))


def is_project(piece: Piece) -> bool:
    """Whether a piece names something that is built, or something promised."""
    lists = words("projects")
    if piece.kind == "name" and piece.name and piece.name.kind in {None, "company"}:
        return any(word.lower() in lists["named"] for word in piece.text.split())
    if piece.lower in lists["vague"]:
        return False
    return piece.lower in words("nouns")["project"] or piece.lower in lists["promised"]


def _object(pieces: Sequence[Piece], start: int, stop: int, what: What) -> int | None:
    """The first project of an object; one preposition may be crossed ('its plans for a plant')."""
    crossed = 0
    for at in range(start, min(stop, len(pieces))):
        piece = pieces[at]
        if is_project(piece):
            return at
        crossed += piece.kind == "word" and piece.part in {"ADP", "PART"}
        if crossed > 1 or _ends_object(piece, what):
            return None
    return None


def _ends_object(piece: Piece, what: What) -> bool:
    """Whether no project can follow a piece within the same object."""
    if piece.kind == "sign":
        return piece.text in _ENDS
    if piece.kind != "word":
        return False
    if piece.part in {"ADP", "PART"}:
        return piece.lower in _SOURCES and what != "cancel"
    if piece.part in {"AUX", "SCONJ", "PRON"}:
        return piece.lower not in {"its", "their", "his"}
    return piece.part == "NOUN" and piece.lower in words("nouns")["noise"] | words("projects")["other"]


def _subject(pieces: Sequence[Piece], start: int, stop: int) -> int | None:
    """The nearest project to the left within the sentence."""
    for at in range(start, stop, -1):
        if pieces[at].text in {";", ".", "”", '"'}:
            return None
        if is_project(pieces[at]):
            return at
    return None
