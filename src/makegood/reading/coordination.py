"""Coordination: actors joined by commas and 'and' ('Acme, Basco and the Danish Corex'), and members of a group."""

from makegood.reading.cast import Cast, Referent
from makegood.reading.grammar import closed, owns
from makegood.reading.pieces import Piece
from makegood.reading.story import Passage

_PHRASE = 5


def joint(passage: Passage, start: int, cast: Cast) -> tuple[tuple[Referent, ...], int] | None:
    """The actor right after `start` with those joined to it, and the first one's piece."""
    at = _noun_phrase_end(passage, start)
    if at is None:
        return None
    if owns(passage.pieces, at) and (passage.number, at + 2) in cast.at:
        at += 2
    found = cast.at.get((passage.number, at))
    if found is None:
        return None
    members = members_of(passage, at, cast) if found.described else None
    return members or ((found, *_more(passage, at, cast)), at)


def members_of(passage: Passage, at: int, cast: Cast) -> tuple[tuple[Referent, ...], int] | None:
    """Who makes up a group: 'a partnership of Acme and Basco'."""
    return joint(passage, at + 2, cast) if passage.lower(at + 1) in {"of", "between"} else None


def chain_start(passage: Passage, at: int, cast: Cast) -> int:
    """The first of actors joined by commas and 'and' that end at `at`."""
    first = at
    while first >= 2:
        before = _joined_before(passage, first, first == at)
        if before is None or (passage.number, before) not in cast.at:
            break
        first = before
    return first


def chain(passage: Passage, first: int, last: int, cast: Cast) -> tuple[Referent, ...]:
    """The joined actors between two pieces: the institutions, else the last of them."""
    found = (cast.at.get((passage.number, i)) for i in range(first, last + 1))
    unique = tuple(dict.fromkeys(r for r in found if r))
    return tuple(r for r in unique if r.body) or unique[-1:]


def _noun_phrase_end(passage: Passage, start: int) -> int | None:
    """The first piece after articles, adjectives, nouns and demonyms; None when they are too many."""
    at = start
    while at < len(passage.pieces) and _describes(passage.pieces[at]):
        at += 1
        if at - start > _PHRASE:
            return None
    return at


def _describes(piece: Piece) -> bool:
    return piece.lower in closed("articles") or piece.part in {"ADJ", "NOUN"} or piece.is_demonym


def _more(passage: Passage, at: int, cast: Cast) -> list[Referent]:
    """Referents joined to the one at `at` by commas and a closing 'and'."""
    together: list[Referent] = []
    pending: list[Referent] = []
    while passage.lower(at + 1) in {",", "and", "&"}:
        closing = passage.lower(at + 1) != "," or passage.lower(at + 2) == "and"
        at += 2 + (passage.lower(at + 1) == "," and closing)
        at += passage.lower(at) == "the"
        found = cast.at.get((passage.number, at))
        if not found or not found.institution:
            break
        pending.append(found)
        if closing:
            together += pending
            pending = []
    return together


def _joined_before(passage: Passage, at: int, last: bool) -> int | None:
    """The piece that a comma or 'and' joins to the actor at `at`; the last of a chain takes no bare comma."""
    link = _before_description(passage, at)
    lower = passage.lower(link)
    if link < 1 or lower not in {"and", "&", ","} or (lower == "," and last):
        return None
    before = link - 1 - (lower == "and" and passage.pieces[link - 1].text == ",")
    return before if before >= 0 else None


def _before_description(passage: Passage, at: int) -> int:
    """The piece before the words that describe a name ('the French miner Eramet')."""
    back = at - 1
    while back > 0 and at - back <= _PHRASE and _describes(passage.pieces[back]):
        back -= 1
    return back
