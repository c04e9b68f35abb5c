"""The jobs of a promise: those that are to come, not those that are lost or already there (R15)."""

from typing import Literal

from makegood.model.mention import CountMention
from makegood.model.values import Jobs
from makegood.reading.lexicon import words
from makegood.reading.story import Passage
from makegood.reading.terms import Found, number

_BEFORE = 6
_AFTER = 4
_WORK = 8
_KIND = 4
_KINDS: tuple[Literal["permanent", "construction", "indirect", "supported", "retained"], ...] = (
    "permanent",
    "construction",
    "indirect",
    "supported",
    "retained",
)
"""Kinds of jobs, each with its list in lexicon/terms.toml; the first that a word tells is taken."""


def jobs(passage: Passage, anchor: int) -> Found[Jobs] | None:
    """The promised jobs of a sentence: the count nearest to the piece `anchor`."""
    for index in sorted(range(len(passage.pieces)), key=lambda i: (abs(i - anchor), i)):
        found = jobs_at(passage, index)
        if found:
            return found
    return None


def jobs_at(passage: Passage, index: int) -> Found[Jobs] | None:
    """The jobs that the piece at `index` counts, if it counts jobs to come."""
    mention = passage.pieces[index].mention
    if not isinstance(mention, CountMention) or not _to_come(passage, index, mention.of):
        return None
    value = Jobs(low=number(mention.low), high=number(mention.high), bound=mention.bound, kind=_kind(passage, index))
    return Found(value, ((mention.start, mention.end),))


def _to_come(passage: Passage, index: int, of: str) -> bool:
    """Whether the count at `index` is of jobs that a promise may bring."""
    lists = words("terms")
    before, after = passage.lowers(index - _BEFORE, index), passage.lowers(index + 1, index + 1 + _AFTER)
    if of not in lists["jobs"] or lists["loss"].intersection(before):
        return False
    if lists["there"].intersection((*before, *after)) or lists["today"].intersection(after):
        return False
    if lists["has"].intersection(before[-2:]):
        return False
    near = passage.lowers(index - _WORK, index + _AFTER)
    return of not in lists["people"] or bool(lists["work"].intersection(near))


def _kind(
    passage: Passage, index: int
) -> Literal["permanent", "construction", "indirect", "supported", "retained"] | None:
    near = {*passage.lowers(index - _KIND, index + _KIND + 1), *passage.pieces[index].text.lower().split()}
    return next((kind for kind in _KINDS if words("terms")[kind] & near), None)
