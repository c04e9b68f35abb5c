"""Speakers: who says a sentence, by its verb of saying or by the label of a transcript's turn ('MR. ROE:')."""

import re
from collections.abc import Sequence

from makegood.model.actor import Speaker
from makegood.reading.cast import Cast, Referent
from makegood.reading.lexicon import words
from makegood.reading.story import Passage
from makegood.reference.places import country_name

_LABEL = re.compile(r"\s*([A-Z][A-Z.’'-]*(?: [A-Z][A-Z.’'-]*){0,4}) ?:\s")
_LOOK_BACK = 60


def speaking(passage: Passage, cast: Cast) -> Referent | None:
    """Who says 'I' in a sentence of a transcript; None outside transcripts and where the label names nobody known."""
    for before in reversed(cast.story.passages[max(passage.number - _LOOK_BACK, 0) : passage.number + 1]):
        label = _LABEL.match(cast.story.text, before.start, before.end)
        if label:
            return _labelled(label.group(1), cast)
    return None


def speaker(passage: Passage, sides: Sequence[str | None], cast: Cast) -> tuple[Speaker, tuple[int, int]] | None:
    """Whose words a sentence rests on and where it says so (R12); `sides` are the names that act in the statement."""
    found = sayer(passage, cast)
    if found is None:
        talking = speaking(passage, cast)
        found = (talking, (talking.start, talking.end)) if talking else None
    if found is None:
        return None
    referent, at = found
    own = referent.name in sides or (referent.leads is not None and referent.leads.name in sides)
    mine = own or (referent.country is not None and country_name(referent.country) in sides)
    return Speaker(name=referent.name, role="promisor" if mine else "third_party"), at


def sayer(passage: Passage, cast: Cast) -> tuple[Referent, tuple[int, int]] | None:
    """The person or body that a verb of saying names in the sentence: 'Roe said', 'said Roe', 'according to Roe'."""
    for index, piece in enumerate(passage.pieces):
        if piece.lower not in words("encounters")["saying"] or piece.kind != "word":
            continue
        for at in (*range(index - 1, max(index - 4, -1), -1), *range(index + 1, min(index + 6, len(passage.pieces)))):
            if passage.pieces[at].text in {",", ".", '"', "“", "”"}:
                if at > index:
                    break
                continue
            found = cast.at.get((passage.number, at))
            if found and not found.is_place and passage.lowers(at + 1, at + 2) not in (["'s"], ["’s"]):
                return found, (passage.pieces[at].start, passage.pieces[at].end)
    return None


def _labelled(label: str, cast: Cast) -> Referent | None:
    last = label.split()[-1].casefold()
    people = [r for r in cast.referents if r.kind == "person" and r.seats]
    named = [r for r in people if r.name.casefold().split()[-1] == last and not r.name.isupper()]
    if not named and last in words("roles")["head_of_state"]:
        named = [r for r in people if any(_holds(cast, seat, last) for seat in r.seats)]
    return max(named, key=lambda r: (len(r.seats), -r.start), default=None)


def _holds(cast: Cast, seat: tuple[int, int], office: str) -> bool:
    number, index = seat
    return cast.story.passages[number].lowers(index - 1, index) == [office]
