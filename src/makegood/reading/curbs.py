"""Curbs: export controls, sanctions and quotas that a story tells."""

from collections.abc import Iterator
from functools import cache

from makegood.model.statement import MeasureType
from makegood.reading.cast import Cast
from makegood.reading.gate import Gate, gate
from makegood.reading.lexicon import words
from makegood.reading.measure_sides import imposer_of, object_start, owner_of, phrase_stop, products_in, targets_in
from makegood.reading.measure_tellings import Telling, acted_on, certainty_of, clause, status_of
from makegood.reading.phrases import phrase_at
from makegood.reading.story import Passage, Story

_TYPES: tuple[MeasureType, ...] = ("export_control", "sanction", "quota")
_NEAR = 12


def find_curbs(story: Story, cast: Cast) -> list[Telling]:
    """The curbs of a story in the order of its text; those told without an action or a side are background."""
    return [
        telling
        for passage in story.passages
        if passage.sentence.shape != "heading" and passage.opens(triggers())
        for telling in _in_passage(story, passage, cast)
    ]


@cache
def triggers() -> Gate:
    """The words for curbs."""
    return gate(frozenset().union(*(words("measures")[kind] for kind in _TYPES)))


def _in_passage(story: Story, passage: Passage, cast: Cast) -> Iterator[Telling]:
    lowers = passage.surfaces
    index = 0
    while index < len(lowers):
        kind, after = _curb(lowers, index)
        if kind is not None:
            telling = _telling(story, passage, (index, after), kind, cast)
            if telling:
                yield telling
        index = after


def _curb(lowers: list[str], index: int) -> tuple[MeasureType | None, int]:
    for kind in _TYPES:
        after = phrase_at(lowers, index, words("measures")[kind])
        if after is not None:
            return kind, after
    return None, index + 1


def _telling(story: Story, passage: Passage, head: tuple[int, int], kind: MeasureType, cast: Cast) -> Telling | None:
    first, stop = clause(passage, head[0])
    status = status_of(passage, max(first, head[0] - _NEAR), min(stop, head[1] + _NEAR), head[0])
    start = object_start(passage, head[1] - 1, stop, kind == "export_control")
    end = phrase_stop(passage, start, stop) if start is not None else None
    target = targets_in(passage, start, end, cast) if start is not None and end is not None else None
    products = products_in(passage, start, end, story.text) if start is not None and end is not None else None
    imposer = imposer_of(passage, head[0], (first, stop), owner_of(passage, head[0], cast), target, cast)
    if status is None or not acted_on(passage, head[0]):
        return None
    at = (passage.pieces[head[0]].start, passage.pieces[head[1] - 1].end)
    return Telling(
        passage, kind, at, status, certainty_of(passage, first, stop, status.value), imposer, target, None, products
    )
