"""Where people met: the place that the sentence gives, else the one that its neighbour does."""

from itertools import pairwise

from makegood.reading.encounters import Encounter
from makegood.reading.lexicon import words
from makegood.reading.pieces import Piece
from makegood.reading.story import Passage, Story
from makegood.reading.terms import Found
from makegood.reading.tokens import usual_part
from makegood.reference.places import government_of

_NOWHERE = frozenset({"person", "demonym", "company", "fund", "organization"})


def meeting_place(story: Story, encounter: Encounter) -> Found[str] | None:
    """The place of an encounter: 'phone', the nearest of its sentence, its host's, the next sentence's."""
    if encounter.far:
        return Found("phone", (encounter.words,))
    passage = encounter.passage
    spots = [i for i in range(len(passage.pieces)) if _spot(passage, i) and not _elsewhere(passage, encounter.first, i)]
    if spots:
        return _found(passage.pieces[min(spots, key=lambda i: abs(i - encounter.first))])
    if encounter.host is not None:
        return Found(encounter.host.name, encounter.host.at)
    return _neighbouring(story, passage)


def _found(piece: Piece) -> Found[str]:
    return Found(piece.text, ((piece.start, piece.end),))


def _neighbouring(story: Story, passage: Passage) -> Found[str] | None:
    """The one place of the sentence before or after, when that tells of a visit or ceremony too."""
    for number in (passage.number - 1, passage.number + 1):
        if not 0 <= number < len(story.passages):
            continue
        other = story.passages[number]
        if not words("encounters")["occasions"] & {p.lower for p in other.pieces}:
            continue
        spots = [p for i, p in enumerate(other.pieces) if (_spot(other, i) or _scene(other, i)) and not _wide(p)]
        if len(spots) == 1:
            return _found(spots[0])
    return None


def _spot(passage: Passage, index: int) -> bool:
    """Whether a name tells where: 'in Lima', 'at Chequers', 'to the White House', 'a visit to Lima'."""
    piece = passage.pieces[index]
    seat = government_of(piece.text) is not None
    if (
        piece.name is None
        or piece.kind != "name"
        or (piece.name.kind in _NOWHERE and not seat)
        or passage.lowers(index + 1, index + 2) in (["'s"], ["’s"])
    ):
        return False
    before = passage.lowers(index - 3, index)
    if before[-1:] == ["the"]:
        before = before[:-1]
    if before[-1:] in (["at"], ["in"]):
        return True
    return before[-1:] == ["to"] and (
        seat or piece.name.kind == "government" or bool(words("encounters")["travels"] & set(before))
    )


def _elsewhere(passage: Passage, first: int, index: int) -> bool:
    """Whether the place belongs to what was said or wanted there: 'met to speak about the war in'."""
    between = passage.pieces[first + 1 : index]
    told = any(p.lower in {"that", "which", "who", "where", "about", "regarding", "discuss"} for p in between)
    pairs = tuple(pairwise(between))
    aimed = any(p.lower == "to" and usual_part(q.lower) == "VERB" for p, q in pairs)
    topic = any(p.lower == "on" and q.kind == "word" and q.lower not in {"a", "an"} for p, q in pairs)
    return told or aimed or topic


def _wide(piece: Piece) -> bool:
    """Whether a place is a whole country or more, too wide to be borrowed from another sentence."""
    return (
        piece.name is not None
        and piece.name.place is not None
        and piece.name.place.kind in {"country", "region", "continent"}
    )


def _scene(passage: Passage, index: int) -> bool:
    """'Lima was the scene of': the place as subject."""
    piece = passage.pieces[index]
    here = piece.name is not None and piece.name.place is not None
    return here and bool({"scene", "venue", "site"} & set(passage.lowers(index + 1, index + 5)))
