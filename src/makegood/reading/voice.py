"""The voice of an act: done, promised, thought of, ended; and how sure the text is of it (R2)."""

from dataclasses import dataclass

from makegood.model.statement import Certainty, Stage
from makegood.reading.story import Passage
from makegood.reading.verbs import Act

_MAY = {"may", "might", "could", "can"}
_WILL = {"will", "shall", "'ll", "’ll"}
_NOT = {"not", "n't", "never", "no", "neither"}
_BE = {"is", "are", "was", "were", "be", "been", "being", "'s", "gets", "got", "get"}
_HAVE = {"has", "have", "had", "'ve", "having"}
_HEDGES = {"reportedly", "possibly", "perhaps", "potentially", "rumoured", "rumored", "allegedly", "apparently", "supposedly", "likely", "unconfirmed", "thought", "understood", "believed", "speculation", "sources"}
_REACH = 6


@dataclass(frozen=True, slots=True)
class Voice:
    """How an act is told."""

    future: bool
    perfect: bool
    passive: bool
    possible: bool
    negated: bool
    finished: bool


def voice(passage: Passage, act: Act) -> Voice:
    """Read the auxiliaries to the left of an act, across adverbs and an infinitive's 'to'."""
    left = passage.lowers(act.first - _REACH, act.first)
    near: list[str] = []
    for lower in reversed(left):
        if lower in {",", ";", ":", "that", "which", "who", "and", "but"} or lower == "<money>":
            break
        near.append(lower)
    close = near[:4]
    possible = any(w in _MAY for w in close)
    future = any(w in _WILL or w == "would" for w in close) or (bool(near) and near[0] == "to" and any(w in _BE for w in near[1:4]))
    perfect = any(w in _HAVE for w in close)
    passive = bool(act.inflections & {"participle"}) and any(w in _BE for w in near[:3]) and act.lemma != "be"
    negated = any(w in _NOT for w in close[:3])
    finished = bool(act.inflections & {"past", "participle"}) and not future and not possible and not (near and near[0] == "to")
    return Voice(future, perfect, passive, possible, negated, finished)


def hedged(passage: Passage) -> bool:
    """Whether the sentence says itself that it rests on rumour."""
    return any(p.lower in _HEDGES for p in passage.pieces)


def stage_of(passage: Passage, act: Act | None) -> tuple[Stage, Certainty]:
    """The stage and certainty that the words of one sentence give a promise (R2, R4)."""
    classes = [(a, a.classes) for a in passage.acts if act is None or abs(a.first - act.first) <= 2 * _REACH]
    lowers = {p.lower for p in passage.pieces}
    told = voice(passage, act) if act else None
    if told and told.negated and not told.future:
        return "unclear", "negated"
    if {"talks", "considering", "mulling", "weighing", "exploring", "studying"} & lowers or any(
        "consider" in c and a.lemma in {"consider", "mull", "weigh", "explore", "contemplate", "ponder", "float", "toy", "negotiate"} for a, c in classes
    ):
        return "floated", "possible"
    if told and told.possible:
        return "floated", "possible"
    if {"sources", "rumoured", "rumored", "rumours", "rumors"} & lowers:
        return "floated", "reported_rumour"
    if any("agree" in c and a.lemma in {"sign", "ink", "seal", "conclude", "finalise", "finalize", "approve", "close", "strike", "ratify", "authorise", "authorize", "clear", "award"} and voice(passage, a).finished for a, c in classes):
        return "committed", "asserted"
    if any(a.lemma == "agree" for a, _ in classes) or {"memorandum", "mou", "mous"} & lowers:
        return "agreed", "asserted"
    return "pledged", "planned" if told and told.future else "asserted"
