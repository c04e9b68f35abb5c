"""Accords: trade deals that a story tells, one telling for each set of partners."""

from collections.abc import Iterator, Sequence

from makegood.model.statement import MeasureStatus
from makegood.reading.cast import Cast
from makegood.reading.lexicon import words
from makegood.reading.measure_sides import subject_of
from makegood.reading.measure_tellings import Telling, certainty_of, clause
from makegood.reading.phrases import find_phrase, phrase_at
from makegood.reading.powers import Power, powers
from makegood.reading.story import Passage, Story
from makegood.reading.terms import Found

_NEAR = 14


def find_accords(story: Story, cast: Cast) -> list[Telling]:
    """The trade deals of a story that somebody makes, in the order of its text."""
    return [telling for passage in story.passages if passage.sentence.shape != "heading" for telling in _in_passage(passage, cast)]


def _in_passage(passage: Passage, cast: Cast) -> Iterator[Telling]:
    lowers = passage.lowers(0, len(passage.pieces))
    for index in range(len(lowers)):
        after = phrase_at(lowers, index, words("measures")["trade_deal"])
        if after is None:
            continue
        telling = _telling(passage, index, after, cast)
        if telling:
            yield telling
            return


def _telling(passage: Passage, index: int, after: int, cast: Cast) -> Telling | None:
    first, stop = clause(passage, index)
    made = find_phrase(passage, max(first, index - _NEAR), min(stop, after + _NEAR), words("accords")["made"])
    sought = find_phrase(passage, max(first, index - _NEAR), min(stop, after + _NEAR), words("accords")["sought"])
    if made is None and sought is None:
        return None
    sides = _sides(passage, index, after, (first, stop), cast)
    if len(sides) < 2:
        return None
    status: Found[MeasureStatus] = Found("proposed", (sought,)) if sought else Found("agreed", (made,))  # type: ignore[arg-type]
    head = (passage.pieces[index].start, passage.pieces[after - 1].end)
    target = Found(tuple(p.mark for p in sides[1:]), tuple(p.at for p in sides[1:]))
    certainty = certainty_of(passage, first, stop, status.value)
    return Telling(passage, "trade_deal", head, status, certainty, Found(sides[0].name, (sides[0].at,)), target)


def _sides(passage: Passage, index: int, after: int, bounds: tuple[int, int], cast: Cast) -> Sequence[Power]:
    """The two sides: the actor left of the deal first, then the partners after 'with' or 'between'."""
    first, stop = bounds
    lowers = passage.lowers(0, len(passage.pieces))
    link = next((at for at in range(after, min(after + 6, stop)) if lowers[at] in {"with", "between"}), None)
    left = list(powers(passage, first, index, cast))
    if link is None:
        return left
    right = list(powers(passage, link + 1, _end(passage, link + 1, stop), cast))
    if lowers[link] == "between":
        return right
    codes = {p.code for p in right}
    actor = subject_of(passage, index, cast, first)
    others = [p for p in ([actor] if actor else []) + left[::-1] if p.code not in codes]
    return [*others[:1], *right]


def _end(passage: Passage, start: int, stop: int) -> int:
    """Where the partners end: at a verb-like word or a full stop."""
    ends = {"to", "that", "which", "on", "by", "for", "while", "as", "after", "in", "at", "under", "will", "has", "is", "was"}
    return next((at for at in range(start, stop) if passage.pieces[at].lower in ends or passage.pieces[at].text == "."), stop)
