"""Tariffs: rates and duties that a story tells, one telling for each rate or each tariff without one."""

from collections.abc import Iterator
from functools import cache

from makegood.model.mention import PercentMention
from makegood.model.values import Rate
from makegood.reading.cast import Cast
from makegood.reading.gate import Gate, gate
from makegood.reading.lexicon import words
from makegood.reading.measure_sides import (
    imposer_of,
    object_start,
    owner_of,
    phrase_stop,
    products_in,
    subject_of,
    targets_in,
)
from makegood.reading.measure_tellings import Telling, acted_on, auxiliary, certainty_of, clause, status_of
from makegood.reading.payers import charged, payer
from makegood.reading.phrases import find_phrase
from makegood.reading.powers import Power, powers
from makegood.reading.story import Passage, Story
from makegood.reading.tariff_words import ON_GOODS, elliptic, rate_head, superseded, tariff_words
from makegood.reading.terms import Found, number

_BEFORE = 16
_CONTEXT = 3
_LIST_CONTEXT = 6
_ENTRY = 8
_REACH_OF_VERB = 7


def find_tariffs(story: Story, cast: Cast) -> list[Telling]:
    """The tariffs of a story in the order of its text."""
    found: list[Telling] = []
    spoken = -9
    for passage in story.passages:
        heads = tariff_words(passage) if passage.opens(triggers()) else []
        if not heads and "percent" not in passage.kinds:
            continue
        in_run = bool(heads) or passage.number - spoken <= (
            _CONTEXT if passage.sentence.shape == "prose" else _LIST_CONTEXT
        )
        told = list(_in_passage(story, passage, heads, in_run, cast))
        if heads or told:
            spoken = passage.number
        found += told
    return found


@cache
def triggers() -> Gate:
    """The words for tariffs, and the goods on which a mere rate is one."""
    return gate(words("measures")["tariff"] | ON_GOODS)


def _in_passage(story: Story, passage: Passage, heads: list[int], in_run: bool, cast: Cast) -> Iterator[Telling]:
    rated: set[int] = set()
    last: tuple[int, int] | None = None
    for index, piece in enumerate(passage.pieces):
        if not isinstance(piece.mention, PercentMention) or piece.mention.points or superseded(passage, index):
            continue
        if in_run and _entry(passage, index):
            yield _listed(passage, index, cast)
            continue
        head = rate_head(passage, index, heads, in_run)
        if head is None and last is not None and elliptic(passage, last[0], index):
            head = last[1]
        if head is None or "average" in passage.lowers(head - 4, head):
            continue
        last = index, head
        rated.update(h for h in heads if abs(h - index) <= _BEFORE and not _other_actor(passage, index, h, cast))
        telling = _telling(story, passage, head, index, cast)
        if telling.imposer or not _by_many(passage, head):
            yield telling
    for head in heads:
        if head not in rated:
            yield from _unrated(story, passage, head, cast)


def _other_actor(passage: Passage, index: int, head: int, cast: Cast) -> bool:
    """Whether between a rate and a later tariff somebody else begins to act."""
    return any(auxiliary(passage, p.piece + 1, p.piece + 2) for p in powers(passage, index + 1, head, cast))


def _entry(passage: Passage, index: int) -> bool:
    """Whether the line is one of a list of countries with their rates: 'Peru (10%)', 'Peru: 10%'."""
    return (
        passage.sentence.shape != "prose"
        and 2 <= index <= _ENTRY
        and passage.pieces[index - 1].text in {"(", ":", "-", "–", "—"}
    )


def _listed(passage: Passage, index: int, cast: Cast) -> Telling:
    found = list(powers(passage, 0, index, cast))
    target = Found(tuple(p.mark for p in found), tuple(p.at for p in found)) if found else None
    at = (passage.pieces[index].start, passage.pieces[index].end)
    return Telling(passage, "tariff", at, Found("announced", (at,)), target=target, rate=_rate(passage, index))


def _rate(passage: Passage, index: int) -> Found[Rate]:
    mention = passage.pieces[index].mention
    assert isinstance(mention, PercentMention)
    low, high = number(mention.low), number(mention.high)
    rate = Rate(low=low if low is not None else high, high=high if high is not None else low)  # type: ignore[arg-type]
    return Found(rate, ((mention.start, mention.end),))


def _zero(passage: Passage, head: int) -> Found[Rate] | None:
    """'zero duties', 'eliminate all tariffs': a rate of nought, unless they are only eliminated or reduced."""
    lists = words("measures")
    if lists["lessening"] & set(passage.lowers(head - _REACH_OF_VERB, head)):
        return None
    found = find_phrase(passage, head - 2, head, lists["nought"]) or find_phrase(
        passage, head - _REACH_OF_VERB, head, lists["eliminating"]
    )
    return Found(Rate(low=0, high=0), (found,)) if found else None


def _unrated(story: Story, passage: Passage, head: int, cast: Cast) -> Iterator[Telling]:
    """A tariff without a number counts when the sentence says what becomes of it and whom or what it hits."""
    if passage.sentence.shape == "heading" or _supposed(passage, head) or not acted_on(passage, head):
        return
    telling = _telling(story, passage, head, None, cast)
    if telling.imposer or not _by_many(passage, head):
        yield telling


def _by_many(passage: Passage, head: int) -> bool:
    """'Many countries impose higher tariffs on': nobody in particular."""
    before = " ".join(p.text.lower() for p in passage.pieces[max(head - _REACH_OF_VERB, 0) : head]).split()
    many = {"countries", "nations", "governments", "others", "partners"} & set(before)
    return bool(many) and not find_phrase(passage, 0, head, words("measures")["pay"])


def _supposed(passage: Passage, head: int) -> bool:
    """'If tariffs are imposed …': only thought of."""
    return bool({"if", "whether"} & set(passage.lowers(head - 4, head)))


def _telling(story: Story, passage: Passage, head: int, index: int | None, cast: Cast) -> Telling:
    first, stop = clause(passage, head if index is None else index)
    first, stop = min(first, head), max(stop, head + 1)
    start = _objects(passage, head, index, stop)
    end = phrase_stop(passage, start, stop) if start is not None else None
    target = targets_in(passage, start, end, cast) if start is not None and end is not None else None
    products = products_in(passage, start, end, story.text) if start is not None and end is not None else None
    owner = owner_of(passage, min(head, index) if index is not None else head, cast) or owner_of(passage, head, cast)
    paying = payer(story, passage, (head, index), first, cast) if target is None else None
    if paying is not None:
        target = paying[0]
        products = products or paying[1]
    target = target or charged(passage, first, head, cast) or _upon_all(passage, head)
    if target is None and owner is not None and (other := _lessener(passage, head, owner, first, cast)):
        target, owner = Found((owner.mark,), (owner.at,)), other
    imposer = imposer_of(passage, head, (first, stop), owner, target, cast)
    status = status_of(passage, first, stop, head if index is None else index) or Found(
        "announced", ((passage.pieces[head].start, passage.pieces[head].end),)
    )
    certainty = certainty_of(passage, first, stop, status.value)
    at = (passage.pieces[head].start, passage.pieces[head].end)
    return Telling(
        passage,
        "tariff",
        at,
        status,
        certainty,
        imposer,
        target,
        _zero(passage, head) if index is None else _rate(passage, index),
        products,
    )


def _upon_all(passage: Passage, head: int) -> Found[tuple[str, ...]] | None:
    """'country-by-country levies', 'across-the-board tariffs'."""
    found = find_phrase(passage, head - 3, head, words("measures")["everywhere"])
    return Found(("all",), (found,)) if found else None


def _lessener(passage: Passage, head: int, owner: Power, first: int, cast: Cast) -> Power | None:
    """Who agreed to change what its partner pays: 'Oslo agreed that Peru's tariffs would go to 10%'."""
    if not {"agreed", "agrees", "said", "decided", "promised"} & set(
        passage.lowers(first, owner.piece)
    ) or not auxiliary(passage, head, head + 3):
        return None
    found = subject_of(passage, owner.piece, cast, first)
    return found if found is not None and found.mark != owner.mark else None


def _objects(passage: Passage, head: int, index: int | None, stop: int) -> int | None:
    start = object_start(passage, head, stop)
    if start is None and index is not None and index > head:
        start = object_start(passage, index, stop)
    return start
