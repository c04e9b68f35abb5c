"""Affiliation: who leads whom ('Acme CEO Jane Roe', 'Jane Roe, chief executive of Acme')."""

from makegood.reading.grammar import closed
from makegood.reading.pieces import Piece
from makegood.reading.referents import Referent
from makegood.reading.roles import role_heads, role_parts
from makegood.reading.seating import Seating
from makegood.reading.story import Passage

_REACH = 14
_OFFICE = 8


def affiliate(seating: Seating, passage: Passage) -> None:
    """Give every person of a passage whom it says to lead something what he or she leads."""
    for index in tuple(seating.seated(passage.number)):
        person = seating.at[passage.number, index]
        named = passage.pieces[index].kind == "name" and person.kind == "person"
        if named and person.leads is None:
            person.leads = _before(seating, passage, index) or _after(seating, passage, index)


def _before(seating: Seating, passage: Passage, index: int) -> Referent | None:
    """'Japanese Prime Minister …', 'Acme's founder and CEO …'."""
    at = index - 1
    while at >= 0 and (passage.lower(at) in role_parts() or (at < index - 1 and passage.lower(at) in {"and", ","})):
        at -= 1
    if at + 1 < index and passage.pieces[at + 1].text == ",":
        return None
    if at == index - 1 or at < 0:
        return None
    at -= passage.lower(at) in closed("possessive_marks")
    return _institution(seating, passage, at) if at >= 0 else None


def _after(seating: Seating, passage: Passage, index: int) -> Referent | None:
    """'…, the chief executive of Acme'."""
    following = passage.pieces[index + 1 : index + _REACH]
    if not following or following[0].text not in {",", "("}:
        return None
    if not any(_is_office(p) for p in following[:_OFFICE]):
        return None
    for at, piece in enumerate(following[1:], index + 2):
        if piece.text in {".", ";"}:
            return None
        if found := _institution(seating, passage, at):
            return found
    return None


def _is_office(piece: Piece) -> bool:
    """'chief executive', by its last word or as a description ('the chief executive')."""
    described = piece.kind == "description" and piece.name is not None and piece.name.kind == "person"
    return described or piece.lower in role_heads()


def _institution(seating: Seating, passage: Passage, index: int) -> Referent | None:
    piece = passage.pieces[index]
    if piece.is_demonym and piece.country:
        return seating.government(piece.country)
    found = seating.at.get((passage.number, index))
    return found if found and found.institution else None
