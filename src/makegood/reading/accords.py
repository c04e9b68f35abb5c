"""Accords: trade deals that a story tells, one telling for each set of partners."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from makegood.model.statement import MeasureStatus
from makegood.reading.cast import Cast
from makegood.reading.gate import Gate, gate
from makegood.reading.lexicon import words
from makegood.reading.measure_sides import subject_of
from makegood.reading.measure_tellings import Telling, certainty_of, clause
from makegood.reading.phrases import phrases_in
from makegood.reading.powers import Power, power, powers
from makegood.reading.story import Passage, Story
from makegood.reading.terms import Found
from makegood.reading.tokens import usual_part

_NEAR = 14


def find_accords(story: Story, cast: Cast) -> list[Telling]:
    """The trade deals of a story that somebody makes, in the order of its text."""
    return [
        telling
        for passage in story.passages
        if passage.sentence.shape != "heading" and passage.opens(triggers())
        for telling in _in_passage(passage, cast)
    ]


@cache
def triggers() -> Gate:
    """A word for an agreement, and one that makes it an agreement on trade."""
    return gate(words("accords")["noun"], words("accords")["subject"])


def _in_passage(passage: Passage, cast: Cast) -> Iterator[Telling]:
    found = _noun(passage)
    if found:
        yield from _tellings(passage, *found, cast)


def _noun(passage: Passage) -> tuple[int, int] | None:
    """The pieces [first, stop) of 'trade deal', 'agreement on reciprocal trade' or the like."""
    known, subjects = words("accords")["noun"], words("accords")["subject"]
    for index, piece in enumerate(passage.pieces):
        last = piece.text.split()[-1].lower()
        if last not in known or (passage.lowers(index + 1, index + 2) in (["totaling"], ["totalling"], ["worth"])):
            continue
        about = _about(passage, index)
        if about is not None:
            return min(index, about), max(index, about) + 1
        if piece.kind == "name" and subjects & set(piece.text.lower().split()):
            return index, index + 1
    return None


def _about(passage: Passage, index: int) -> int | None:
    """The word that makes an agreement one on trade: a few words before it, or after 'on' or 'for'."""
    subjects = words("accords")["subject"]
    for at in range(index - 1, max(index - 5, -1), -1):
        piece = passage.pieces[at]
        if subjects & set(piece.text.lower().split()):
            return at
        if (piece.kind == "sign" and piece.text not in {",", "-"}) or usual_part(piece.lower) in {"ADP", "VERB", "DET"}:
            break
    if passage.lowers(index + 1, index + 2) in (["on"], ["for"]):
        for at in range(index + 2, min(index + 12, len(passage.pieces))):
            if subjects & set(passage.pieces[at].text.lower().split()):
                return at
            if passage.pieces[at].text in {".", ";"} or passage.pieces[at].lower in {
                "with",
                "between",
                "that",
                "which",
            }:
                break
    return None


def _tellings(passage: Passage, index: int, after: int, cast: Cast) -> Iterator[Telling]:
    """One telling of a deal; of several deals ('deals with Peru and Kenya') one for each partner."""
    first, stop = clause(passage, index)
    status = _status(passage, max(first, index - _NEAR), min(stop, after + _NEAR), index)
    actor, partners = _sides(passage, index, after, (first, stop), cast)
    if actor and not partners:
        partners = _missing_side(passage, actor, cast)
    if status is None or not partners:
        return
    head = (passage.pieces[index].start, passage.pieces[after - 1].end)
    certainty = certainty_of(passage, first, stop, status.value)
    imposer = Found(actor.name, (actor.at,)) if actor else None
    several = passage.pieces[after - 1].text.endswith("s")
    for group in [[p] for p in partners] if several else [list(partners)]:
        target = Found(tuple(p.mark for p in group), tuple(p.at for p in group))
        yield Telling(passage, "trade_deal", head, status, certainty, imposer, target)


def _status(passage: Passage, first: int, stop: int, noun: int) -> Found[MeasureStatus] | None:
    """Sought or made, by the nearest word that says either."""
    lists = words("accords")
    sought = [(abs(at - noun), at, after) for at, after in phrases_in(passage, first, stop, lists["sought"])]
    made = [(abs(at - noun), at, after) for at, after in phrases_in(passage, first, stop, lists["made"])]
    if not sought and not made:
        return None
    _, at, after = min(sought + made)
    span = (passage.pieces[at].start, passage.pieces[after - 1].end)
    return Found("proposed" if min(sought, default=None) == (abs(at - noun), at, after) else "agreed", (span,))


def _sides(
    passage: Passage, index: int, after: int, bounds: tuple[int, int], cast: Cast
) -> tuple[Power | None, Sequence[Power]]:
    """Who makes the deal, left of it, and the partners after 'with'; after 'between' both."""
    first, stop = bounds
    lowers = passage.surfaces
    link = next((at for at in range(after, min(after + 6, stop)) if lowers[at] in {"with", "between"}), None)
    left = list(powers(passage, first, index, cast))
    if link is None:
        return (left[0], left[1:]) if left else (None, [])
    right = list(powers(passage, link + 1, _end(passage, link + 1, stop), cast))
    if lowers[link] == "between":
        return (right[0], right[1:]) if right else (None, [])
    codes = {p.code for p in right}
    actor = subject_of(passage, index, cast, first)
    return next((p for p in ([actor] if actor else []) + left[::-1] if p.code not in codes), None), right


def _missing_side(passage: Passage, actor: Power, cast: Cast) -> Sequence[Power]:
    """The partner that a sentence leaves out: the one other country that the neighbouring sentences name most."""
    counted: Counter[str] = Counter()
    first: dict[str, Power] = {}
    for other in cast.story.passages[max(passage.number - 2, 0) : passage.number + 3]:
        for index in range(len(other.pieces)):
            found = power(other, index, cast)
            if found and found.code and found.code != actor.code:
                counted[found.code] += 1
                first.setdefault(found.code, found)
    ranked = counted.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return []
    return [first[ranked[0][0]]]


def _end(passage: Passage, start: int, stop: int) -> int:
    """Where the partners end: at a preposition or full stop, or before the comma of a clause that follows."""
    ends = words("accords")["partners_end"]
    for at in range(start, stop):
        piece = passage.pieces[at]
        if piece.lower in ends or piece.text == ".":
            return at
        if piece.kind == "word" and usual_part(piece.lower) in {"VERB", "AUX"}:
            return next((i for i in range(at, start, -1) if passage.pieces[i].text == ","), at)
    return stop
