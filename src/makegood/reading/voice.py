"""The voice of an act: done, promised, thought of, ended; and how sure the text is of it (R2)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from makegood.model.statement import Certainty, Stage
from makegood.reading.grammar import closed
from makegood.reading.lexicon import words
from makegood.reading.pieces import Piece
from makegood.reading.story import Passage
from makegood.reading.verbs import Act

_REACH = 6
_CLOSE = 4
_NEXT = 3


@dataclass(frozen=True, slots=True)
class Voice:
    """How an act is told."""

    future: bool
    passive: bool
    possible: bool
    negated: bool
    finished: bool


def voice(passage: Passage, act: Act) -> Voice:
    """Read the auxiliaries to the left of an act, across adverbs and an infinitive's 'to'."""
    lists = words("voice")
    near = _before(passage, act)
    close, infinitive = near[:_CLOSE], near[:1] == ["to"]
    is_to = infinitive and any(w in lists["be"] for w in near[1:_CLOSE])
    future = is_to or any(w in lists["will"] or w == "would" for w in close)
    possible = any(w in lists["may"] for w in close)
    past = bool(act.inflections & {"past", "participle"})
    return Voice(
        future=future,
        passive="participle" in act.inflections and any(w in lists["be"] for w in near[:_NEXT]),
        possible=possible,
        negated="only" not in close and any(w in lists["negation"] for w in close[:_NEXT]),
        finished=past and not future and not possible and not infinitive,
    )


def _before(passage: Passage, act: Act) -> list[str]:
    """The words to the left of an act within its clause, the nearest first."""
    near: list[str] = []
    for lower in reversed(passage.lowers(act.first - _REACH, act.first)):
        if lower in words("voice")["clause_ends"]:
            break
        near.append(lower)
    return near


def verbal(passage: Passage, act: Act) -> bool:
    """Whether a form that may also be a noun ('plan', 'project', 'supply') is a verb here."""
    if not act.inflections & {"base", "third"} or act.last > act.first:
        return True
    if act.first == 0:
        return False
    before = passage.pieces[_past_adverbs(passage.pieces, act.first - 1)]
    if "participle" in act.inflections and before.lower in words("voice")["have"]:
        return True
    if before.lower in words("voice")["before_verb"]:
        noun = before.lower in {"and", "that"} and passage.lower(act.first + 1) in {"of", "for", ",", "."}
        return not noun
    if _before_noun(before):
        return False
    if "third" in act.inflections:
        return before.is_actor or before.part in {"NOUN", "PRON", "ADV"} or before.kind == "name"
    return before.part == "ADV" or (before.part == "NOUN" and before.lower.endswith("s"))


def _past_adverbs(pieces: Sequence[Piece], at: int) -> int:
    while at > 0 and (pieces[at].part == "ADV" or pieces[at].lower.endswith("ly")):
        at -= 1
    return at


def _before_noun(piece: Piece) -> bool:
    """Whether a piece stands before nouns only: a mark, a sign, a determiner, a possessive, a figure."""
    return (
        piece.kind in {"sign", "money", "count", "duration", "date"}
        or piece.part in {"DET", "ADJ", "ADP", "NUM", "VERB"}
        or piece.lower in closed("possessive_marks")
        or piece.lower in closed("possessive_pronouns")
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """What the stage is read from: the acts near to the one that promises, and all words of the sentence."""

    passage: Passage
    told: Voice | None
    near: Sequence[Act]
    lowers: frozenset[str]


def _denied(telling: _Telling) -> bool:
    return telling.told is not None and telling.told.negated


def _thought_of(telling: _Telling) -> bool:
    lists = words("voice")
    return bool(lists["thinking"] & telling.lowers) or any(act.lemma in lists["thought"] for act in telling.near)


def _possible(telling: _Telling) -> bool:
    return telling.told is not None and telling.told.possible


def _rumoured(telling: _Telling) -> bool:
    return bool(words("voice")["rumour"] & telling.lowers)


def _noted(telling: _Telling) -> bool:
    return bool(words("voice")["memoranda"] & telling.lowers)


def _bound(telling: _Telling) -> bool:
    binding = words("voice")["binding"]
    return any(act.lemma in binding and voice(telling.passage, act).finished for act in telling.near)


def _agreed(telling: _Telling) -> bool:
    return any(act.lemma == "agree" for act in telling.near)


def _to_come(telling: _Telling) -> bool:
    return telling.told is not None and telling.told.future


_STAGES: tuple[tuple[Callable[[_Telling], bool], Stage, Certainty], ...] = (
    (_denied, "unclear", "negated"),
    (_thought_of, "floated", "possible"),
    (_possible, "floated", "possible"),
    (_rumoured, "floated", "reported_rumour"),
    (_noted, "agreed", "asserted"),
    (_bound, "committed", "asserted"),
    (_agreed, "agreed", "asserted"),
    (_to_come, "pledged", "planned"),
)
"""The first that holds gives the stage and the certainty (R2, R4); a promise that fits none is asserted."""


def stage_of(passage: Passage, act: Act | None) -> tuple[Stage, Certainty]:
    """The stage and certainty that the words of one sentence give a promise (R2, R4)."""
    near = [a for a in passage.acts if act is None or abs(a.first - act.first) <= 2 * _REACH]
    told = voice(passage, act) if act else None
    telling = _Telling(passage, told, near, frozenset(p.lower for p in passage.pieces))
    return next(((stage, certainty) for holds, stage, certainty in _STAGES if holds(telling)), ("pledged", "asserted"))
