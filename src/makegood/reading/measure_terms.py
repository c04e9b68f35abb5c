"""The terms of a measure: what it hangs on or how long it holds, and from which day."""

import re
from collections.abc import Sequence

from makegood.model.mention import DateMention
from makegood.model.values import PartialDate
from makegood.reading.measure_tellings import Telling
from makegood.reading.story import Passage, Story
from makegood.reading.terms import Found

_HINGE = re.compile(
    r"\b(?:unless|provided that|on (?:the )?condition(?: that)?|as long as|so long as|in exchange for|in return for"
    r"|contingent (?:up)?on|only if|if|(?<=, )should the|^should the|in the event|in recognition of|^until"
    r"|from any country that|countries that)\b[^.;]{6,160}",
    re.IGNORECASE,
)
_MANNER = re.compile(r"\s+by\s+\w+ing\b")
"""How somebody went about it, which is no part of what it hangs on."""
_TERM = re.compile(
    r"\b(?:until|for (?:an? )?(?:initial |further |another )?(?:period of )?"
    r"(?:\d+|one|two|three|six|nine|ninety|thirty|sixty)(?: more)?[ -](?:day|week|month|year))[^.;,]{0,40}",
    re.IGNORECASE,
)


def condition(story: Story, group: Sequence[Telling]) -> Found[str] | None:
    """What it hangs on or how long it holds, from the telling that says so first (R16)."""
    for telling in group:
        told = story.text[telling.passage.start : telling.passage.end]
        match = _HINGE.search(told)
        if match is None and telling.status.value in {"paused", "agreed"}:
            match = _TERM.search(told)
        if match:
            quote = _MANNER.split(match.group())[0].rstrip(" ,")
            start = telling.passage.start + match.start()
            return Found(quote, ((start, start + len(quote)),))
    return None


def effective(passage: Passage) -> Found[PartialDate] | None:
    """The date from which it applies: 'from', 'on', 'starting' a day."""
    for index, piece in enumerate(passage.pieces):
        if isinstance(piece.mention, DateMention) and {
            "from",
            "on",
            "starting",
            "effective",
            "beginning",
            "since",
            "start",
        } & set(passage.lowers(index - 2, index)):
            value = PartialDate(date=piece.mention.date, precision=piece.mention.precision, basis=piece.mention.basis)
            return Found(value, ((piece.start, piece.end),))
    return None
