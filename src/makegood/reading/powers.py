"""Powers: countries and unions as those who impose a measure or are hit by it."""

from collections.abc import Iterator
from dataclasses import dataclass

from makegood.reading.cast import Cast, Referent
from makegood.reading.pieces import Piece
from makegood.reading.story import Passage
from makegood.reference.places import country_name, government_of


@dataclass(frozen=True, slots=True)
class Power:
    """A country by its ISO 3166 code (`EU` for the union) or another body without one, and where it stands."""

    code: str | None
    name: str
    at: tuple[int, int]
    piece: int

    @property
    def mark(self) -> str:
        """How a target list names it: the code, else the name."""
        return self.code or self.name


def power(passage: Passage, index: int, cast: Cast) -> Power | None:
    """The power that a piece names: a country, its people, capital or government, or who leads it."""
    piece = passage.pieces[index]
    code = _code(piece, cast.at.get((passage.number, index)))
    if code is None:
        return None
    return Power(code, country_name(code) or piece.text, (piece.start, piece.end), index)


def _code(piece: Piece, referent: Referent | None) -> str | None:
    if piece.name is None:
        return None
    place = piece.name.place
    if place is not None:
        return place.country if place.kind in {"country", "demonym"} else government_of(piece.text)
    seat = government_of(piece.text)
    if seat is not None:
        return seat
    if piece.kind == "description":
        return piece.name.country if piece.name.kind == "government" else None
    if referent is None:
        return piece.name.country if piece.name.kind == "government" else None
    if referent.kind == "government":
        return referent.country
    if referent.kind == "person":
        return referent.country or (
            referent.leads.country if referent.leads and referent.leads.kind == "government" else None
        )
    return "EU" if piece.text in {"European Commission", "Commission"} else None


def powers(passage: Passage, first: int, stop: int, cast: Cast) -> Iterator[Power]:
    """The powers among the pieces [first, stop), each once."""
    seen: set[str | None] = set()
    for index in range(max(first, 0), min(stop, len(passage.pieces))):
        found = power(passage, index, cast)
        if found and found.code not in seen:
            seen.add(found.code)
            yield found
