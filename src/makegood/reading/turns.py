"""Turns: what happened to a project or a promise, told of somebody (opened, delayed, cancelled …)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args

from makegood.model.statement import What
from makegood.reading.cast import Cast
from makegood.reading.gate import Gate, gate
from makegood.reading.lexicon import meanings, words
from makegood.reading.pieces import Piece
from makegood.reading.projects import befallen, is_project
from makegood.reading.referents import Referent
from makegood.reading.story import Passage, Story
from makegood.reading.subjects import Doer, doer, owner
from makegood.reading.verbs import Act, of_classes, telling
from makegood.reading.voice import Voice, verbal, voice

_SUPPOSED = 8
_STATUS = 8
_SETBACKS: tuple[tuple[str, What], ...] = (("cancel", "cancel"), ("delay", "delay"), ("reduce", "scale_back"))
"""Classes of verbs that tell of a setback; of a verb in several the first counts."""


@dataclass(frozen=True, slots=True)
class Turn:
    """`target` is the piece of the project's noun; `act` None where a status in brackets tells the turn."""

    what: What
    passage: Passage
    act: Act | None
    target: int
    doers: tuple[Referent, ...]
    words: tuple[int, int]

    @property
    def setback(self) -> bool:
        """Whether the promise came to less or later."""
        return any(self.what == what for _, what in _SETBACKS)


def find_turns(story: Story, cast: Cast) -> list[Turn]:
    """The turns of a story in the order of its text."""
    return [turn for passage in story.passages for turn in _in_passage(passage, cast)]


def _in_passage(passage: Passage, cast: Cast) -> Iterator[Turn]:
    """The turns of a sentence; one that speaks to its reader tells of none."""
    turning = [act for act in passage.acts if act.lemma in _turning()] if passage.opens(triggers()) else []
    nothing = not turning and passage.sentence.shape == "prose"
    if nothing or any(p.lower in {"you", "your"} for p in passage.pieces):
        return
    status = _status(passage, cast)
    if status:
        yield status
        return
    for act in turning:
        told = voice(passage, act)
        what = _what(passage, act, told)
        if what is None or told.negated or not verbal(passage, act) or _attributive(passage, act):
            continue
        target = befallen(passage, act, told, what)
        found = _doer(passage, act, target, cast) if target is not None else None
        if found and target is not None:
            yield Turn(what, passage, act, target, found.referents, passage.interval(act.first, act.last))


@cache
def triggers() -> Gate:
    """The forms of the verbs that tell of turns, and the words for how a project stands."""
    return gate(telling(_turning()) | frozenset(meanings("status_tags")))


@cache
def _turning() -> frozenset[str]:
    return of_classes(name for name, _ in _SETBACKS) | frozenset(_advances())


def _what(passage: Passage, act: Act, told: Voice) -> What | None:
    if told.possible:
        return None
    setback = next((what for name, what in _SETBACKS if name in act.classes), None)
    if setback:
        return None if _supposed(passage, act) else setback
    happened = (told.finished or "third" in act.inflections) and not told.future
    return _advances().get(act.lemma) if happened else None


@cache
def _advances() -> dict[str, What]:
    """Each verb of lexicon/turns.toml with what it tells, the first list that holds it."""
    lists = words("turns")
    told = [what for what in get_args(What) if what in lists]
    return {lemma: what for what in reversed(told) for lemma in lists[what]}


def _attributive(passage: Passage, act: Act) -> bool:
    """'stalled projects', 'a delayed plant': a participle that only describes."""
    if "participle" not in act.inflections or act.last > act.first or act.last + 1 >= len(passage.pieces):
        return False
    following = passage.pieces[act.last + 1]
    if following.part != "NOUN" and not (following.part == "ADJ" and is_project(following)):
        return False
    return act.first == 0 or _opens_phrase(passage.pieces[act.first - 1])


def _opens_phrase(piece: Piece) -> bool:
    return piece.part in {"DET", "ADJ", "CCONJ", "ADP"} or piece.lower in {"its", "their", "'s", "’s", ","}


def _supposed(passage: Passage, act: Act) -> bool:
    return not words("projects")["supposed"].isdisjoint(passage.lowers(act.first - _SUPPOSED, act.first))


def _doer(passage: Passage, act: Act, target: int, cast: Cast) -> Doer | None:
    """Whose project it is: its owner, the doer, or the story's topic when the sentence names nobody."""
    topic = cast.topic()
    told_of = Doer((topic,), None, passage.number) if topic else None
    for found in (owner(passage, target, cast), doer(passage, act, cast), told_of):
        who = (r.leads or r for r in found.referents if r.institution or r.leads) if found else ()
        bodies = tuple(dict.fromkeys(r for r in who if not r.is_place))
        if found and bodies:
            return Doer(bodies, found.piece, found.passage)
    return None


def _status(passage: Passage, cast: Cast) -> Turn | None:
    """A line of a list that ends in a status: 'Acme: Gary, Ind. (Delayed)'."""
    pieces = passage.pieces
    opening = next((i for i, p in enumerate(pieces) if p.text == "("), None)
    if passage.sentence.shape == "prose" or opening is None:
        return None
    if pieces[-1].text != ")" or len(pieces) - opening > _STATUS:
        return None
    what = next((told for p in pieces[opening + 1 : -1] if (told := _told_by(p.lower))), None)
    seated = (i for i in cast.seating.seated(passage.number) if i < opening)
    seat = next((i for i in seated if cast.at[passage.number, i].body), None)
    if what is None or seat is None:
        return None
    inside = (pieces[opening].start + 1, pieces[-1].start)
    return Turn(what, passage, None, seat, (cast.at[passage.number, seat],), inside)


def _told_by(status: str) -> What | None:
    meant = meanings("status_tags").get(status)
    return next((what for what in get_args(What) if what == meant), None)
