"""Outlook statements: hedged forecasts of what success or failure would mean, better or worse.

Read only where the condition, the hedge, the direction and the subject all stand in one sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from makegood.model.statement import OutlookStatement
from makegood.reading.evidence import Proof
from makegood.reading.gate import Gate, gate
from makegood.reading.lexicon import words
from makegood.reading.story import Passage, Story

Direction = Literal["better", "worse"]
Interval = tuple[int, int]

_CLAUSE = re.compile(r"\b(?P<if>(?:[Ii]f|[Ss]hould|[Uu]nless)\s[^,;.]{8,140}),\s*(?P<then>[^;]{12,260})")
_TRAILING = re.compile(r"(?P<then>[^;]{12,240}?)\s(?P<if>(?:if|unless)\s[^,;.]{8,140})")


@dataclass(frozen=True, slots=True)
class _Forecast:
    condition: Interval
    consequence: Interval
    direction: Direction
    word: Interval


def read_outlooks(story: Story) -> list[OutlookStatement]:
    """The outlooks of a story in the order of its text, at most one a sentence."""
    found = []
    for passage in story.passages:
        if passage.sentence.shape == "heading" or not passage.opens(triggers()):
            continue
        forecast = next(_forecasts(story.text, passage), None)
        if forecast:
            found.append(_statement(story, passage, forecast))
    return found


@cache
def triggers() -> Gate:
    """What makes a forecast: a condition or an outcome, a hedge, something that counts, a direction."""
    lists = words("outlooks")
    opening = {"if", "should", "unless"} | lists["success"] | lists["failure"]
    return gate(opening, lists["hedge"], lists["about"], lists["better"] | lists["worse"])


def _statement(story: Story, passage: Passage, forecast: _Forecast) -> OutlookStatement:
    proof = Proof(story.document)
    proof.add("_", [(passage.start, passage.end)])
    proof.add("if", [forecast.condition])
    proof.add("then", [forecast.consequence])
    proof.add("direction", [forecast.word])
    told = {"if": story.text[slice(*forecast.condition)], "then": story.text[slice(*forecast.consequence)]}
    return OutlookStatement.of(
        story.document.id, proof.evidence(), direction=forecast.direction, certainty="conditional", **told
    )


def _forecasts(text: str, passage: Passage) -> Iterator[_Forecast]:
    """By the shape of the sentence: a named success or failure, a clause before, a clause after."""
    for match in _named().finditer(text, passage.start, passage.end):
        yield from _weighed(text, match.span("if"), (match.start("then"), _stop(text, match.end("then"))))
    for pattern in (_CLAUSE, _TRAILING):
        for match in pattern.finditer(text, passage.start, passage.end):
            yield from _weighed(text, match.span("if"), (match.start("then"), _stop(text, match.end("then"))))


@cache
def _named() -> re.Pattern[str]:
    """'Acme's success, meanwhile, could …': whose it is, the noun, the hedge."""
    nouns = "|".join(sorted(words("outlooks")["success"] | words("outlooks")["failure"]))
    return re.compile(
        rf"(?P<if>(?:[A-Z][\w’'.-]*\s){{1,4}}(?:\w+\s)?(?:{nouns})|(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s(?:{nouns}))"
        rf"(?:,\s[\w\s]{{3,24}},)?\s(?P<then>(?:could|may|might|would)\s[^;]{{12,220}})"
    )


def _stop(text: str, end: int) -> int:
    while text[end - 1] in ' .”"':
        end -= 1
    return end


def _weighed(text: str, condition: Interval, consequence: Interval) -> Iterator[_Forecast]:
    """The forecast, when its consequence is hedged, about something that counts, and points one way."""
    said = [(m.group().lower(), m.span()) for m in re.finditer(r"[\w-]+", text[slice(*consequence)])]
    forms = {form for form, _ in said}
    lists = words("outlooks")
    if not forms & lists["hedge"] or not forms & lists["about"]:
        return
    for form, (first, last) in said:
        for direction in ("better", "worse"):
            if form in lists[direction]:
                start = consequence[0]
                yield _Forecast(condition, consequence, direction, (start + first, start + last))
                return
