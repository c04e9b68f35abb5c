"""Attendees: the groups of people and bodies on either side of a word of meeting."""

from makegood.reading.attendee import MODIFIERS, POSSESSIVE, Attendee, attendees_at, owning, role_parts
from makegood.reading.cast import Cast
from makegood.reading.lexicon import words
from makegood.reading.phrases import phrase_at
from makegood.reading.pieces import Piece
from makegood.reading.story import Passage
from makegood.reading.tokens import usual_part

_QUOTES = {'"', "“", "”", ";", ":"}
_REACH = 34
_MAX_OWNED = 6
_MAX_MODIFIERS = 3


def right_of(passage: Passage, start: int, cast: Cast) -> list[Attendee]:
    """The group that begins at the piece `start`: 'Peru's President Ana Sol, the mayor, and Acme officials'."""
    people: list[Attendee] = []
    bodies: list[Attendee] = []
    at = start
    while at < min(start + _REACH, len(passage.pieces)):
        piece = passage.pieces[at]
        if piece.text == "(":
            at = _closing(passage, at)
            continue
        if _ends_group(passage, at, start, bool(people or bodies)):
            break
        for attendee in attendees_at(passage, at, cast):
            (people if attendee.is_person else bodies).append(attendee)
        at += 1
    return _distinct(people) or _distinct(bodies)


def left_of(passage: Passage, stop: int, cast: Cast, owner: bool = False) -> list[Attendee]:
    """Who acts left of the piece `stop`; with `owner` also whose noun it is ('Lee's meeting with')."""
    people: list[Attendee] = []
    bodies: list[Attendee] = []
    relative = passage.lowers(stop - 1, stop) == ["who"]
    for at in range(stop - 1, -1, -1):
        piece = passage.pieces[at]
        lower = piece.lower
        if piece.text in _QUOTES:
            break
        if lower in words("encounters")["saying"] or ((people or bodies) and lower in words("encounters")["breaks"]):
            break
        if people and _verb(passage, at):
            break
        if owner and _modifies(passage, at, stop):
            continue
        owns = owning(passage, at)
        if owns and not (owner and stop - at <= _MAX_OWNED):
            continue
        if not owns and not relative and _governed(passage, at):
            continue
        for attendee in attendees_at(passage, at, cast, owns):
            (people if attendee.is_person else bodies).append(attendee)
    return _distinct(people[::-1]) or _distinct(bodies[:1])


def _modifies(passage: Passage, at: int, noun: int) -> bool:
    """Whether a name only describes the noun of meeting ('the Vienna peace summit')."""
    between = passage.pieces[at + 1 : noun]
    return (
        passage.pieces[at].kind == "name"
        and len(between) < _MAX_MODIFIERS
        and all(p.kind == "word" and usual_part(p.lower) in {"NOUN", "ADJ"} for p in between)
    )


def everybody(passage: Passage, cast: Cast) -> list[Attendee]:
    """All the people that a sentence names, but for those who only own something."""
    found = [a for at in range(len(passage.pieces)) if not owning(passage, at) for a in attendees_at(passage, at, cast)]
    return _distinct([a for a in found if a.is_person and a.referent is not None])


def _closing(passage: Passage, at: int) -> int:
    return next((i + 1 for i in range(at, len(passage.pieces)) if passage.pieces[i].text == ")"), len(passage.pieces))


def _ends_group(passage: Passage, at: int, start: int, begun: bool) -> bool:
    piece = passage.pieces[at]
    lower = piece.lower
    if piece.kind in {"name", "description"}:
        return False
    if piece.kind == "sign":
        return (
            piece.text not in {",", "'", "’", "-", "&", "."}
            or (piece.text == "." and at + 1 >= len(passage.pieces))
            or (piece.text == "," and begun and not _goes_on(passage, at + 1))
        )
    if piece.kind != "word":
        return piece.kind != "count"
    if (
        lower in POSSESSIVE | MODIFIERS
        or lower in role_parts()
        or (lower in {"of", "and", "well", "with", "also"} and (lower != "with" or at == start))
    ):
        return False
    if lower == "as":
        return phrase_at(passage.lowers(0, at + 3), at, ("as well as",)) is None and passage.lowers(at - 2, at) != [
            "as",
            "well",
        ]
    if lower == "for":
        return passage.pieces[at - 1].lower not in role_parts()
    return usual_part(lower) in {"VERB", "AUX", "ADP", "SCONJ", "PART"} or lower in {
        "who",
        "which",
        "that",
        "where",
        "when",
        "but",
        "or",
    }


def _goes_on(passage: Passage, at: int) -> bool:
    """Whether a group goes on after a comma: an apposition, a name or 'and'."""
    if at >= len(passage.pieces):
        return False
    piece = passage.pieces[at]
    return piece.kind in {"name", "description"} or piece.lower in role_parts() | MODIFIERS | {"and", "as"}


def _governed(passage: Passage, at: int) -> bool:
    """Whether a preposition rules the group that ends at the piece, so that it acts on nothing."""
    back = at - 1
    while back >= 0 and (_inside_group(passage.pieces[back]) or _joins(passage, back)):
        back -= 1
    return (
        back >= 0
        and (usual_part(passage.pieces[back].lower) == "ADP" or passage.pieces[back].lower == "to")
        and passage.pieces[back].kind == "word"
    )


def _joins(passage: Passage, at: int) -> bool:
    """Whether 'and' joins the name or pronoun before it to the group after it."""
    before = passage.pieces[at - 1] if at else None
    return (
        passage.pieces[at].lower == "and"
        and before is not None
        and before.name is not None
        and before.name.kind == "person"
    ) or (passage.pieces[at].name is not None and passage.lowers(at + 1, at + 2) == ["and"])


def _inside_group(piece: Piece) -> bool:
    return (
        piece.lower in role_parts() | MODIFIERS | POSSESSIVE
        or (piece.name is not None and piece.name.kind == "demonym")
        or (piece.name is not None and piece.name.place is not None)
    )


def _verb(passage: Passage, at: int) -> bool:
    piece = passage.pieces[at]
    return piece.kind == "word" and usual_part(piece.lower) == "VERB" and piece.lower not in role_parts() | MODIFIERS


def _distinct(found: list[Attendee]) -> list[Attendee]:
    kept: dict[object, Attendee] = {}
    for attendee in found:
        known = kept.get(attendee.key)
        if known is None or (known.role is None and attendee.role):
            kept[attendee.key] = attendee
    return list(kept.values())
