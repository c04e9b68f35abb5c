"""An attendee: somebody who may meet, by the name, office or pronoun at one piece of a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from makegood.reading.cast import Cast, Referent
from makegood.reading.lexicon import words
from makegood.reading.pieces import Piece
from makegood.reading.speakers import speaking
from makegood.reading.story import Passage
from makegood.reading.tokens import usual_part

POSSESSIVE = {"'s", "’s", "'", "’"}
MODIFIERS = {
    "the",
    "a",
    "an",
    "his",
    "her",
    "their",
    "its",
    "my",
    "our",
    "both",
    "then",
    "former",
    "visiting",
    "outgoing",
    "incoming",
    "senior",
    "top",
    "high-level",
    "new",
    "late",
    "acting",
    "interim",
    "caretaker",
    "two",
}
_SUBJECT_PRONOUNS = {"he", "she"}
_SPEAKER_PRONOUNS = {"i", "we", "i'm", "i’m", "we're", "we’re", "i've", "i’ve", "i'll", "i’ll", "we'll", "we’ll"}
_OBJECT_PRONOUNS = {"him", "her"}


@dataclass(frozen=True, slots=True)
class Attendee:
    """One side of a meeting at a piece; `referent` None for somebody without a name ('her counterpart')."""

    name: str
    kind: str | None
    role: str | None
    referent: Referent | None
    at: tuple[tuple[int, int], ...]
    piece: int

    @property
    def is_person(self) -> bool:
        """Whether this is surely a person."""
        return self.kind == "person"

    @property
    def is_office(self) -> bool:
        """Whether the name is only an office ('the President', 'Chair'), which names nobody."""
        return {w.casefold() for w in self.name.split()} <= role_parts() | {"the", "a", "an"}

    @property
    def key(self) -> object:
        """What two mentions of one attendee share."""
        return id(self.referent) if self.referent is not None else self.name.casefold()


def attendees_at(passage: Passage, at: int, cast: Cast, owners: bool = False) -> Iterator[Attendee]:
    """Whom the piece `at` names, describes or stands for; whom it only calls an owner if `owners`."""
    piece = passage.pieces[at]
    if _goes_on_after_initial(passage, at) or piece.lower in {"jr", "sr"} or piece.text in {"Jr", "Sr"}:
        return
    if piece.kind == "name" and piece.name and piece.name.kind != "demonym":
        yield from _named(passage, at, cast, owners)
    elif piece.kind == "description":
        yield from _described(passage, at, cast)
    elif piece.lower in _SPEAKER_PRONOUNS:
        found = speaking(passage, cast)
        if found:
            yield _of(found, piece, None, at)
    elif piece.lower in _SUBJECT_PRONOUNS:
        found = cast.who(passage, at)
        if found and found.kind == "person":
            yield _of(found, piece, None, at)
    elif piece.lower in _OBJECT_PRONOUNS and _free(passage, at):
        found = object_pronoun(passage, at, cast)
        if found:
            yield _of(found, piece, None, at)


def _goes_on_after_initial(passage: Passage, at: int) -> bool:
    """Whether the piece is the front of a name cut at a middle initial: 'Jane R' and '. Roe'."""
    initial = (
        r"[A-Z]" if " " not in passage.pieces[at].text or not re.search(r" [A-Z]$", passage.pieces[at].text) else ""
    )
    after = "".join(p.text for p in passage.pieces[at + 1 : at + 3 + bool(initial)][:-1])
    following = passage.pieces[at + 2 + bool(initial)] if at + 2 + bool(initial) < len(passage.pieces) else None
    return following is not None and following.kind == "name" and re.fullmatch(initial + r"\.", after) is not None


def _free(passage: Passage, at: int) -> bool:
    """Whether 'her' or 'him' is an object, no possessive before a noun."""
    after = passage.pieces[at + 1] if at + 1 < len(passage.pieces) else None
    return (
        passage.pieces[at].lower == "him"
        or after is None
        or after.kind == "sign"
        or usual_part(after.lower) in {"ADP", "PART", "ADV"}
    )


def object_pronoun(passage: Passage, at: int, cast: Cast) -> Referent | None:
    """Whom 'him' means: the nearest person before it who is not the subject of its sentence."""
    people = [r for i in range(at) if (r := cast.at.get((passage.number, i))) and r.kind == "person"]
    others = [r for r in people if r is not people[0]]
    if others:
        return others[-1]
    before = [
        r
        for p in cast.story.passages[max(passage.number - 3, 0) : passage.number]
        for i in range(len(p.pieces))
        if (r := cast.at.get((p.number, i))) and r.kind == "person" and r not in people
    ]
    return before[-1] if before else None


def _named(passage: Passage, at: int, cast: Cast, owners: bool) -> Iterator[Attendee]:
    piece, referent = passage.pieces[at], cast.at.get((passage.number, at))
    if referent is None:
        return
    if referent.is_place:
        referent = _namesake(referent, cast) or referent
    role = _role(passage, at)
    if (owning(passage, at) and not (owners and referent.kind == "person")) or _before_role(passage, at):
        house = _house(passage, at)
        if house and referent.kind != "person":
            yield Attendee(
                cast.story.text[piece.start : house[1]], referent.kind, None, None, ((piece.start, house[1]),), at
            )
        return
    if referent.kind == "person" or (referent.kind is None and role) or not referent.is_place:
        yield _of(referent, piece, role, at)


def _namesake(place: Referent, cast: Cast) -> Referent | None:
    """The person whose last name is also a town's ('Beaumont'), when the story has one."""
    return next(
        (r for r in cast.referents if r.kind == "person" and r.name.split()[-1] == place.name and " " in r.name), None
    )


def _of(referent: Referent, piece: Piece, role: str | None, at: int) -> Attendee:
    kind = "person" if role and referent.kind is None else referent.kind
    return Attendee(referent.name, kind, role, referent, ((piece.start, piece.end),), at)


def _house(passage: Passage, at: int) -> tuple[int, int] | None:
    """'India's finance ministry', 'Japan's government': the body that a country's name opens."""
    for index in range(at + 1, min(at + 5, len(passage.pieces))):
        piece = passage.pieces[index]
        if piece.lower in words("encounters")["houses"]:
            return passage.pieces[at].start, piece.end
        if piece.kind != "word":
            return None
    return None


def _described(passage: Passage, at: int, cast: Cast) -> Iterator[Attendee]:
    piece = passage.pieces[at]
    if piece.name is None or owning(passage, at):
        return
    if piece.name.kind == "person":
        if _before_name(passage, at):
            return
        found = _by_office(passage, at, cast) or (cast.who(passage, at) if piece.name.country is None else None)
        if found and found.kind == "person":
            yield _of(found, piece, None, at)
        else:
            yield Attendee(_bare(piece.text), "person", None, None, ((piece.start, piece.end),), at)
    elif piece.name.kind in {"company", "organization", "government", "fund"}:
        referent = cast.who(passage, at)
        if referent:
            yield _of(referent, piece, None, at)


def _bare(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if first.lower() in {"the", "a", "an", "this"} and rest else text


def _by_office(passage: Passage, at: int, cast: Cast) -> Referent | None:
    """'the French president': the person named with that country and office, nearest before, else after."""
    piece = passage.pieces[at]
    country = piece.name.country if piece.name else None
    if country is None:
        return None
    fits = [
        r for r in cast.referents if r.kind == "person" and country in {r.country, r.leads.country if r.leads else None}
    ]
    before = [r for r in fits if r.seats and r.seats[0] <= (passage.number, at)]
    return before[-1] if before else None


def _before_name(passage: Passage, at: int) -> bool:
    """Whether a description only introduces the name after it ('the German chancellor Olaf Sieg')."""
    rest = passage.pieces[at + 1 : at + 3]
    return bool(rest) and (
        rest[0].kind == "name" or (len(rest) == 2 and rest[0].text == "," and rest[1].kind == "name")
    )


def owning(passage: Passage, at: int) -> bool:
    """Whether a possessive mark follows the piece."""
    return at + 1 < len(passage.pieces) and passage.pieces[at + 1].lower in POSSESSIVE


def _before_role(passage: Passage, at: int) -> bool:
    """Whether a name stands before an office or group that it owns ('Acme CEO Jane Roe', 'U.S. President')."""
    referent_words = passage.lowers(at + 1, at + 2)
    return bool(referent_words) and referent_words[0] in role_parts()


def _role(passage: Passage, at: int) -> str | None:
    """The office right before a name ('Prime Minister'), else the one after its comma (', chief executive of')."""
    at = _front(passage, at)
    stop = (
        at - 1 if at > 1 and passage.pieces[at - 1].text == "," and passage.pieces[at - 2].lower in role_parts() else at
    )
    first = stop
    while first > 0 and passage.pieces[first - 1].lower in role_parts() and passage.pieces[first - 1].kind == "word":
        first -= 1
    if first < stop:
        return " ".join(p.text for p in passage.pieces[first:stop])
    before = passage.pieces[at - 1] if at else None
    if before and before.kind == "description" and before.name and before.name.kind == "person":
        return _bare(before.text)
    return _role_after(passage, at)


def _front(passage: Passage, at: int) -> int:
    """The first piece of a name cut at its middle initial."""
    return next(
        (
            i
            for i in range(max(at - 3, 0), at)
            if passage.pieces[i].kind == "name" and _goes_on_after_initial(passage, i)
        ),
        at,
    )


def _role_after(passage: Passage, at: int) -> str | None:
    if passage.lowers(at + 1, at + 2) not in ([","], ["("]):
        return None
    first = at + 2
    while first < len(passage.pieces) and (
        passage.pieces[first].lower in MODIFIERS
        or passage.pieces[first].kind == "name"
        or passage.pieces[first].lower in POSSESSIVE
    ):
        first += 1
        if first - at > 6:
            return None
    last = first
    while last < len(passage.pieces) and passage.pieces[last].lower in role_parts():
        last += 1
    return " ".join(p.text for p in passage.pieces[first:last]) or None


@cache
def role_parts() -> frozenset[str]:
    """Every word of an office or honorific."""
    return frozenset(part for group in words("roles").values() for role in group for part in role.split()) - {
        "of",
        "and",
        "the",
        "hon.",
    }
