"""Plans without a sum: somebody named says it will build, move or expand something somewhere (R1).

Read only where all of it stands in one sentence: a company, a verb of planning, a verb of building,
what is built, and where; or where the encoder is sure that a count of jobs is promised, and by whom.
"""

from dataclasses import dataclass
from functools import cache

from makegood.model.statement import Certainty, Stage
from makegood.reading.cast import Cast
from makegood.reading.contenders import surest
from makegood.reading.counted_nouns import counting
from makegood.reading.encoder.opinion import Opinion
from makegood.reading.gate import Gate, gate
from makegood.reading.jobs import jobs_at
from makegood.reading.lexicon import weights, words
from makegood.reading.promisors import institutions
from makegood.reading.referents import Referent
from makegood.reading.story import Passage, Story
from makegood.reading.subjects import doer
from makegood.reading.verbs import Act, telling
from makegood.reading.voice import stage_of, verbal, voice
from makegood.reading.weighing import thought_stage

_REACH = 12
_LENGTH = 5
_VOWS = frozenset({"plan", "promise", "announce", "consider"})
_ENDS = frozenset({",", ";", ".", "—"})


@dataclass(frozen=True, slots=True)
class Plan:
    """`target` is the piece of what is built or of the jobs, `words` are the code points that tell the stage."""

    passage: Passage
    words: tuple[int, int]
    target: int
    promisor: Referent
    stage: Stage
    certainty: Certainty
    opinion: Opinion | None = None


def find_plans(story: Story, cast: Cast) -> list[Plan]:
    """The plans of a story that no sum goes with, at most one a sentence, in the order of its text."""
    sumless = (p for p in story.passages if "money" not in p.kinds)
    return [plan for p in sumless if (plan := _building(p, cast) or _hiring(p, cast))]


@cache
def triggers() -> Gate:
    """The forms of the verbs of building, and what is built."""
    return gate(telling(words("plans")["verbs"]), words("plans")["objects"])


@cache
def hiring_triggers() -> Gate:
    """The nouns of jobs, and the words that make people some who are to work."""
    lists = words("terms")
    return gate(counting(lists["jobs"] - lists["people"]) | lists["work"])


def _building(passage: Passage, cast: Cast) -> Plan | None:
    """What somebody says it will build, at a place that the sentence names."""
    if not passage.opens(triggers()) or not any(p.place is not None for p in passage.pieces):
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
    said = vow or act
    return Plan(passage, passage.interval(said.first, said.last), target, promisor, stage, certainty)


def _hiring(passage: Passage, cast: Cast) -> Plan | None:
    """The jobs of a sentence that the encoder is sure are promised."""
    if "count" not in passage.kinds or not passage.opens(hiring_triggers()):
        return None
    for index, piece in enumerate(passage.pieces):
        opinion = cast.story.opinions.get(piece.start)
        if opinion is None or opinion.promised < weights("opinions")["hiring"] or jobs_at(passage, index) is None:
            continue
        who = next((found for doer in surest(cast, opinion) if (found := institutions(doer, cast))), None)
        if who:
            stage = thought_stage(opinion) or "pledged"
            words = (piece.start, piece.end)
            return Plan(passage, words, index, who[0].referents[0], stage, "planned", opinion)
    return None


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
