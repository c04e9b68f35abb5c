"""Subsidies: public money for an investor (tax breaks, grants, cheap loans), one telling for each sum and giver."""

from collections.abc import Iterator
from functools import cache

from makegood.model.mention import MoneyMention
from makegood.model.statement import MeasureStatus
from makegood.reading import terms
from makegood.reading.cast import Cast
from makegood.reading.gate import Gate, gate
from makegood.reading.lexicon import words
from makegood.reading.measure_tellings import Telling, certainty_of, clause
from makegood.reading.phrases import find_phrase, phrase_at
from makegood.reading.powers import power
from makegood.reading.story import Passage, Story
from makegood.reading.terms import Found
from makegood.reference.places import country_of

_STATUSES: tuple[MeasureStatus, ...] = ("removed", "paused", "proposed", "in_force")
_NEAR = 8
_LEAST = 1_000_000
_LOOK_BACK = 12
_RUN = 2
_SPEAK_OF = 4


def find_subsidies(story: Story, cast: Cast) -> list[Telling]:
    """The subsidies of a story in the order of its text."""
    found: list[Telling] = []
    spoken = -9
    for passage in story.passages:
        in_run = passage.number - spoken <= _RUN
        told = list(_in_passage(story, passage, in_run, cast)) if "money" in passage.kinds else []
        if told or (passage.opens(triggers()) and _spoken_of(passage)):
            spoken = passage.number
        found += told
    return found


@cache
def triggers() -> Gate:
    """Words that are always said of public money."""
    return gate(words("subsidies")["always"])


def _spoken_of(passage: Passage) -> bool:
    return find_phrase(passage, 0, len(passage.pieces), words("subsidies")["always"]) is not None


def _in_passage(story: Story, passage: Passage, in_run: bool, cast: Cast) -> Iterator[Telling]:
    for index, piece in enumerate(passage.pieces):
        if not isinstance(piece.mention, MoneyMention) or (piece.mention.high or piece.mention.low or 0) < _LEAST:
            continue
        head = _head(passage, index, cast) or (_share(passage, index) if in_run else None)
        if head is None:
            continue
        receiver = None if _programme(passage) else _receiver(story, passage, index, cast)
        givers = _givers(story, passage, index, cast)
        if story.text[head[0] : head[1]].lower() in words("subsidies")["given"]:
            givers = givers[:1]
        if receiver is None or not givers or _abroad(passage, givers, head, story):
            continue
        for giver in givers:
            yield _telling(passage, index, head, giver, receiver)


def _share(passage: Passage, index: int) -> tuple[int, int] | None:
    """'Acme gets €5 million of it', 'the other €5 million goes to Acme', once a subsidy was spoken of."""
    return find_phrase(passage, index - 2, index + 3, words("subsidies")["gets"])


def _programme(passage: Passage) -> bool:
    """Whether the money goes to many: states, schools, small businesses."""
    return bool(words("subsidies")["many"] & {p.lower for p in passage.pieces})


def _abroad(passage: Passage, givers: list[Found[str]], head: tuple[int, int], story: Story) -> bool:
    """Whether a loan or grant goes to another country: that is aid, a pledge of its own."""
    if story.text[head[0] : head[1]].lower() in words("subsidies")["always"]:
        return False
    home = {country_of(giver.value) for giver in givers}
    there = {p.name.country for p in passage.pieces if p.name and p.name.place and p.name.country}
    areas = any(p.name and p.name.place and p.name.place.kind in {"region", "continent"} for p in passage.pieces)
    return areas or bool(there - home)


def _head(passage: Passage, index: int, cast: Cast) -> tuple[int, int] | None:
    """The word that makes a sum public money for an investor; a loan or grant only if a government gives it."""
    first, stop = clause(passage, index)
    lists = words("subsidies")
    first, stop = max(first, index - _NEAR), min(stop, index + _NEAR)
    found = find_phrase(passage, index, stop, lists["always"]) or find_phrase(passage, first, index, lists["always"])
    if found:
        return found
    given = find_phrase(passage, index, stop, lists["given"]) or find_phrase(passage, first, index, lists["given"])
    return given if given and any(_public(passage, at, cast) for at in range(len(passage.pieces))) else None


def _public(passage: Passage, at: int, cast: Cast) -> bool:
    """Whether the piece names a government or one of its departments."""
    piece = passage.pieces[at]
    referent = cast.at.get((passage.number, at))
    if piece.name is None:
        return False
    if piece.kind == "description":
        return piece.name.kind == "government"
    if piece.name.place is not None:
        return False
    return piece.name.kind == "government" or (
        referent is not None
        and referent.kind == "government"
        and piece.name.kind != "person"
        and piece.name.place is None
    )


def _telling(passage: Passage, index: int, head: tuple[int, int], giver: Found[str], receiver: Found[str]) -> Telling:
    first, stop = clause(passage, index)
    status = _status(passage, first, stop, head)
    amount = terms.amount(passage.pieces[index])
    target: Found[tuple[str, ...]] = Found((receiver.value,), receiver.at)
    certainty = certainty_of(passage, first, stop, status.value)
    return Telling(passage, "subsidy", head, status, certainty, giver, target, amount=amount)


def _status(passage: Passage, first: int, stop: int, head: tuple[int, int]) -> Found[MeasureStatus]:
    lists = words("subsidies")
    for status in _STATUSES:
        found = find_phrase(passage, first, stop, lists[status])
        if found:
            return Found(status, (found,))
    return Found("agreed", (head,))


def _receiver(story: Story, passage: Passage, index: int, cast: Cast) -> Found[str] | None:
    """The firm that gets it: after 'to' or 'for', before 'gets', else the firm that the story is about."""
    lowers = passage.surfaces
    for at in range(index + 1, min(index + 16, len(lowers))):
        if lowers[at] in {"to", "for", "towards", "toward"}:
            found = next(
                (r for i in range(at + 1, min(at + 6, len(lowers))) if (r := _firm(passage, i, cast, i == at + 1))),
                None,
            )
            if found:
                return found
    for at in range(index - 1, -1, -1):
        if phrase_at(lowers, at, words("subsidies")["gets"] | words("subsidies")["gives"]):
            around = (
                (*range(at - 1, max(at - 9, -1), -1), *range(at + 1, index))
                if phrase_at(lowers, at, words("subsidies")["gets"])
                else tuple(range(at + 1, index))
            )
            found = next((r for i in around if (r := _firm(passage, i, cast))), None)
            if found:
                return found
    here = next((f for at in range(index) if (f := _firm(passage, at, cast))), None)
    if here or "eligible" in lowers or any(p.name and p.name.kind is None for p in passage.pieces[:index]):
        return here
    return _firm_before(story, passage, cast)


def _firm_before(story: Story, passage: Passage, cast: Cast) -> Found[str] | None:
    """The company that the sentences before speak of, the nearest one first."""
    for before in reversed(story.passages[max(passage.number - _SPEAK_OF, 0) : passage.number]):
        found = next((f for at in range(len(before.pieces)) if (f := _firm(before, at, cast))), None)
        if found:
            return found
    return None


def _firm(passage: Passage, index: int, cast: Cast, surely: bool = False) -> Found[str] | None:
    """The company at a piece; `surely` where the words leave no other reading for a name of no known kind."""
    piece = passage.pieces[index]
    referent = cast.at.get((passage.number, index))
    if (
        referent is None
        or referent.kind not in {"company", None if surely else "company"}
        or referent.is_place
        or piece.kind != "name"
    ):
        return None
    return Found(referent.name, ((piece.start, piece.end),))


def _givers(story: Story, passage: Passage, index: int, cast: Cast) -> list[Found[str]]:
    """The governments that give: those left of the sum in its clause, else right of it, else the last named before."""
    first, stop = clause(passage, index)
    if "state" in passage.lowers(first, stop):
        home = _home_state(story, passage)
        if home:
            return [home]
    left = _governments(passage, first, index, cast)
    if left:
        each = "each" in passage.lowers(first, index) or "and" not in passage.lowers(first, index)
        return left if each else left[:1]
    right = _governments(passage, index + 1, stop, cast)
    if right:
        return right[:1]
    for before in reversed(story.passages[max(passage.number - _LOOK_BACK, 0) : passage.number]):
        earlier = _governments(before, 0, len(before.pieces), cast)
        if earlier:
            return earlier[:1]
    return []


def _home_state(story: Story, passage: Passage) -> Found[str] | None:
    """The state, province or region that 'the state' means: the last one named before, else the first after."""
    at = passage.number
    for other in (*reversed(story.passages[: at + 1]), *story.passages[at + 1 :]):
        for piece in other.pieces:
            if piece.name is not None and piece.name.place is not None and piece.name.place.kind == "subdivision":
                return Found(piece.name.place.name, ((piece.start, piece.end),))
    return None


def _governments(passage: Passage, first: int, stop: int, cast: Cast) -> list[Found[str]]:
    found: dict[str, Found[str]] = {}
    for at in range(first, stop):
        piece = passage.pieces[at]
        if piece.name is None:
            continue
        if piece.name.place is not None and piece.name.place.kind == "subdivision":
            found.setdefault(piece.text, Found(piece.name.place.name, ((piece.start, piece.end),)))
            continue
        state = power(passage, at, cast)
        if state and (piece.name.place is None or piece.name.place.kind != "demonym"):
            found.setdefault(state.name, Found(state.name, (state.at,)))
    return list(found.values())
