"""Speakers of a transcript: whose turn a sentence belongs to, by the labels at the start of lines ('MR. ROE:')."""

import re

from makegood.reading.cast import Cast, Referent
from makegood.reading.lexicon import words
from makegood.reading.story import Passage

_LABEL = re.compile(r"\s*([A-Z][A-Z.’'-]*(?: [A-Z][A-Z.’'-]*){0,4}) ?:\s")
_LOOK_BACK = 60


def speaking(passage: Passage, cast: Cast) -> Referent | None:
    """Who says 'I' in a sentence of a transcript; None outside transcripts and where the label names nobody known."""
    for before in reversed(cast.story.passages[max(passage.number - _LOOK_BACK, 0) : passage.number + 1]):
        label = _LABEL.match(cast.story.text, before.start, before.end)
        if label:
            return _labelled(label.group(1), cast)
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
