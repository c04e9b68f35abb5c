"""Units: a sentence as the actors and words that ties are told with, descriptions of people taken apart into words."""

from collections.abc import Iterator
from dataclasses import dataclass

from makegood.reading.cast import Cast
from makegood.reading.lexicon import words
from makegood.reading.pieces import Piece, plain
from makegood.reading.referents import Referent
from makegood.reading.story import Passage
from makegood.reading.tokens import usual_part
from makegood.reference.organisations import kind_by_words
from makegood.reference.places import PLACES, country_name

_COUNTRIES = frozenset({"country", "demonym"})
_LONGEST_NAME = 4


@dataclass(slots=True)
class Unit:
    """Code points [start, end) of the text; `country` is the ISO code that a country's name or a demonym tells.

    Nothing changes a unit; it is not frozen for the same reason as a `Piece`.
    """

    start: int
    end: int
    text: str
    lower: str
    referent: Referent | None = None
    country: str | None = None

    @property
    def at(self) -> tuple[int, int]:
        """The code points of the unit."""
        return self.start, self.end

    @property
    def is_person(self) -> bool:
        """Whether this names a person, or might: two to four capitalised words of no told kind."""
        who = self.referent
        if who is None or who.is_place or who.described or not self.text[0].isupper() or self.country:
            return False
        return _personal(self.text) and (who.kind == "person" or (who.kind is None and " " in self.text))

    @property
    def is_body(self) -> bool:
        """Whether this names a company, fund, organisation or office of state: no person, country or mere place."""
        who = self.referent
        if who is None or who.described or self.country is not None or not self.text[0].isupper():
            return False
        if not who.body or who.name == (who.country and country_name(who.country)) or PLACES.get(self.text):
            return False
        return who.kind is not None or usual_part(self.text.split()[-1].lower()) != "ADJ"

    @property
    def name(self) -> str:
        """What the unit names, by the fullest name that is no longer than what it is surely called."""
        if self.country is not None:
            return country_name(self.country) or self.text
        if self.referent is None or not (self.is_description or _fuller(self.text, self.referent)):
            return self.text
        return self.referent.name

    @property
    def is_description(self) -> bool:
        """Whether this stands for somebody whom the story names elsewhere ('the fund')."""
        return self.lower == "<description>" and self.referent is not None and not self.referent.described


def units(passage: Passage, cast: Cast) -> list[Unit]:
    """The units of a sentence in order; a name cut at a middle initial ('Jane R. Roe') is one again."""
    row: list[Unit] = []
    for index, piece in enumerate(passage.pieces):
        for unit in _of_piece(passage, cast, index, piece):
            if len(row) > 1 and row[-1].text == "." and _initial(row[-2], unit):
                row[-2:] = [_joined(cast, row[-2], unit)]
            else:
                row.append(unit)
    return row


def _initial(front: Unit, back: Unit) -> bool:
    last = front.text.split()[-1]
    return front.lower == back.lower == "<name>" and len(last) == 1 and last.isupper() and back.country is None


def _joined(cast: Cast, front: Unit, back: Unit) -> Unit:
    who = back.referent if back.referent and back.referent.kind == "person" else front.referent
    return Unit(front.start, back.end, cast.story.text[front.start : back.end], "<name>", who)


def _of_piece(passage: Passage, cast: Cast, index: int, piece: Piece) -> Iterator[Unit]:
    referent = cast.at.get((passage.number, index))
    if piece.kind != "description" or (piece.name and piece.name.kind != "person"):
        place = piece.name.place if piece.name else None
        country = place.country if place and place.kind in _COUNTRIES else None
        yield Unit(piece.start, piece.end, piece.text, piece.lower, referent, country)
        return
    for token in plain(cast.story.text, piece.start, piece.end):
        place = PLACES.get(token.text)
        country = place.country if place and place.kind in _COUNTRIES else None
        yield Unit(token.start, token.end, token.text, "<name>" if country else token.lower, None, country)


def _personal(text: str) -> bool:
    """Whether a name may be a person's: few words, the last of them no common noun unless a first name leads."""
    parts = text.split()
    if len(parts) > _LONGEST_NAME or any(part.isupper() and len(part) > 2 and not part.isalpha() for part in parts):
        return False
    last = parts[-1].lower().strip(".")
    if len(last) == 1 or last in {"jr", "sr"}:
        return False
    common = usual_part(last) in {"NOUN", "ADJ", "VERB"} or usual_part(last.removesuffix("s")) == "NOUN"
    return not common or (len(parts) > 1 and parts[0].lower() in words("first_names")["names"])


def _fuller(text: str, referent: Referent) -> bool:
    """Whether the referent's name is this one with a first name, an acronym or organising words added."""
    name = referent.name
    if len(name) <= len(text) or ("&" in name and "&" not in text):
        return False
    if referent.kind == "person":
        given = PLACES.get(name.rpartition(" ")[0])
        return given is None and _personal(name) and text.split()[-1].casefold() in name.casefold().split()
    added = name.removeprefix(text)
    return added.startswith(" (") or text.isupper() or (added != name and kind_by_words(added) is not None)
