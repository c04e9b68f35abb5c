"""Plans without a sum: somebody named says it will build, move or expand something somewhere (R1).

Read only where all of it stands in one sentence: a company, a verb of planning, a verb of building,
what is built, and where.
"""

from dataclasses import dataclass

from makegood.model.statement import Certainty, Stage
from makegood.reading.cast import Cast, Referent
from makegood.reading.lexicon import words
from makegood.reading.voice import verbal
from makegood.reading.story import Passage, Story
from makegood.reading.subjects import doer
from makegood.reading.tokens import usual_part
from makegood.reading.verbs import Act
from makegood.reading.voice import stage_of, voice

_REACH = 12
_CHAIN = {"to", "it", "will", "would", "is", "be", "that", "they", "soon", "also", "the", "company", "plans", "on", "a", "<description>"}


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
    """The plans of a story that no sum goes with, one a promisor and place, in the order of its text."""
    found: dict[tuple[str, int], Plan] = {}
    for passage in story.passages:
        plan = None if any(p.kind == "money" for p in passage.pieces) else _in_passage(passage, cast)
        if plan:
            found.setdefault((plan.promisor.name, passage.number), plan)
    return list(found.values())


def _in_passage(passage: Passage, cast: Cast) -> Plan | None:
    for act in passage.acts:
        if act.lemma not in words("plans")["verbs"] or not verbal(passage, act):
            continue
        vow = _vow(passage, act)
        target = _target(passage, act)
        if target is None or not (vow or voice(passage, act).future) or voice(passage, act).negated or not _somewhere(passage):
            continue
        found = doer(passage, vow or act, cast)
        who = [r.leads or r for r in found.referents] if found else []
        if len(who) == 1 and who[0].kind in {"company", None} and not who[0].is_place and not who[0].described:
            stage, certainty = _stage(passage, vow, act)
            return Plan(passage, vow, act, target, who[0], stage, certainty)
    return None


def _vow(passage: Passage, act: Act) -> Act | None:
    """The verb of planning that the verb of building hangs on: 'announced it will move', 'is considering adding'."""
    for vow in passage.acts:
        if vow.last >= act.first or not vow.classes & {"plan", "promise", "announce", "consider"} or not verbal(passage, vow):
            continue
        between = passage.lowers(vow.last + 1, act.first)
        if len(between) <= 5 and set(between) <= _CHAIN:
            return vow
    return None


def _target(passage: Passage, act: Act) -> int | None:
    """What is built: the first noun of production or a site in the object of the verb."""
    for at in range(act.last + 1, min(act.last + _REACH, len(passage.pieces))):
        piece = passage.pieces[at]
        if piece.text in {",", ";", ".", "—"}:
            return None
        if piece.lower in words("plans")["objects"]:
            return at
        if piece.kind == "word" and usual_part(piece.lower) in {"PRON", "SCONJ", "AUX"} and piece.lower not in {"its", "their"}:
            return None
    return None


def _somewhere(passage: Passage) -> bool:
    return any(p.name is not None and p.name.place is not None for p in passage.pieces)


def _stage(passage: Passage, vow: Act | None, act: Act) -> tuple[Stage, Certainty]:
    if vow is not None and ("consider" in vow.classes or vow.lemma == "expect"):
        return "floated", "possible"
    return stage_of(passage, act)
