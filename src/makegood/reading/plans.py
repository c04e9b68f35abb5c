"""Plans without a sum: somebody named says it will build, move or expand something somewhere (R1).

Read only where all of it stands in one sentence: a company, a verb of planning, a verb of building,
what is built, and where.
"""

from dataclasses import dataclass
from functools import cache

from makegood.model.statement import Certainty, Stage
from makegood.reading.cast import Cast
from makegood.reading.gate import Gate, gate
from makegood.reading.lexicon import words
from makegood.reading.referents import Referent
from makegood.reading.story import Passage, Story
from makegood.reading.subjects import doer
from makegood.reading.verbs import Act, telling
from makegood.reading.voice import stage_of, verbal, voice

_REACH = 12
_LENGTH = 5
_VOWS = frozenset({"plan", "promise", "announce", "consider"})
_ENDS = frozenset({",", ";", ".", "—"})


@dataclass(frozen=True, slots=True)
class Plan:
    """`target` is the piece of what is built; `act` the verb of building, `vow` that of planning."""

    passage: Passage
    vow: Act | None
    act: Act
    target: int
    promisor: Referent
    stage: Stage
    certainty: Certainty


def find_plans(story: Story, cast: Cast) -> list[Plan]:
    """The plans of a story that no sum goes with, at most one a sentence, in the order of its text."""
    plans = (_in_passage(p, cast) for p in story.passages if p.opens(triggers()) and "money" not in p.kinds)
    return [plan for plan in plans if plan]


@cache
def triggers() -> Gate:
    """The forms of the verbs of building, and what is built."""
    return gate(telling(words("plans")["verbs"]), words("plans")["objects"])


def _in_passage(passage: Passage, cast: Cast) -> Plan | None:
    if not any(p.place is not None for p in passage.pieces):
        return None
    building = (a for a in passage.acts if a.lemma in words("plans")["verbs"] and verbal(passage, a))
    return next((plan for act in building if (plan := _plan(passage, act, cast))), None)


def _plan(passage: Passage, act: Act, cast: Cast) -> Plan | None:
    told, vow, target = voice(passage, act), _vow(passage, act), _target(passage, act)
    if target is None or told.negated or not (vow or told.future):
        return None
    promisor = _company(passage, vow or act, cast)
    if promisor is None:
        return None
    stage, certainty = _stage(passage, vow, act)
    return Plan(passage, vow, act, target, promisor, stage, certainty)


def _company(passage: Passage, act: Act, cast: Cast) -> Referent | None:
    """The one company that does an act, itself or through somebody who leads it."""
    found = doer(passage, act, cast)
    who = [r.leads or r for r in found.referents] if found else []
    named = len(who) == 1 and who[0].kind in {"company", None} and not who[0].is_place and not who[0].described
    return who[0] if named else None


def _vow(passage: Passage, act: Act) -> Act | None:
    """The verb of planning that the verb of building hangs on: 'announced it will move', 'is considering adding'."""
    for vow in passage.acts:
        between = passage.lowers(vow.last + 1, act.first)
        hangs = vow.last < act.first and len(between) <= _LENGTH and words("plans")["chain"].issuperset(between)
        if hangs and vow.classes & _VOWS and verbal(passage, vow):
            return vow
    return None


def _target(passage: Passage, act: Act) -> int | None:
    """What is built: the first noun of production or a site in the object of the verb."""
    for at in range(act.last + 1, min(act.last + _REACH, len(passage.pieces))):
        piece = passage.pieces[at]
        if piece.lower in words("plans")["objects"]:
            return at
        other = piece.kind == "word" and piece.part in {"PRON", "SCONJ", "AUX"} and piece.lower not in {"its", "their"}
        if other or piece.text in _ENDS:
            return None
    return None


def _stage(passage: Passage, vow: Act | None, act: Act) -> tuple[Stage, Certainty]:
    if vow is not None and ("consider" in vow.classes or vow.lemma == "expect"):
        return "floated", "possible"
    return stage_of(passage, act)
