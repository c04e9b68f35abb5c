"""Governing verbs: the act that a sum of money is the object or the subject of."""

from collections.abc import Sequence
from itertools import pairwise

from makegood.reading.lexicon import words
from makegood.reading.pieces import Piece
from makegood.reading.story import Passage
from makegood.reading.verbs import Act
from makegood.reading.voice import verbal, voice

_OBJECT_REACH = 18
_SUBJECT_REACH = 16
_CHAIN = 3
_DONE_TO_MONEY = frozenset({"put", "promise", "agree", "announce", "cancel", "delay", "consider", "plan"})
_MOVES = frozenset({"flow", "arrive"})
_SIGNS = frozenset({";", ":", "”"})
_BREAKS = frozenset({";", ":", "—", "–"})


def governing_act(passage: Passage, index: int, noun: int | None) -> Act | None:
    """The verb of the sum at `index` with its head noun: the one it is subject of, else the one it is object of."""
    return _subject_of(passage, max(index, noun or index) + 1) or _object_of(passage, index)


def chained(passage: Passage, verb: Act) -> frozenset[str]:
    """The classes of a verb and of the one it hangs on: 'committed to generating', 'plans to raise'."""
    for act in passage.acts:
        between = passage.lowers(act.last + 1, verb.first)
        hangs = 0 < len(between) <= _CHAIN and words("governing")["chain"].issuperset(between)
        if act.first < verb.first and hangs and verbal(passage, act):
            return verb.classes | act.classes
    return verb.classes


def _subject_of(passage: Passage, start: int) -> Act | None:
    """The verb right of `start` that the sum, or its head noun, is the subject of: '$10 billion would be poured in'.

    Only a passive of putting, promising, agreeing, planning or ending counts: an active verb to the right
    ('a $5 billion plant will create jobs') says nothing of who pays.
    """
    for act in passage.acts:
        if act.first < start:
            continue
        between = passage.pieces[start : act.first]
        if len(between) > _SUBJECT_REACH or _new_clause(between):
            return None
        passive = voice(passage, act).passive
        moves = act.classes & _MOVES and "ing" not in act.inflections
        if moves or (passive and act.classes & _DONE_TO_MONEY):
            return act
        if not passive and act.inflections & {"base", "third", "past"} and verbal(passage, act):
            return None
    return None


def _new_clause(pieces: Sequence[Piece]) -> bool:
    """Whether another clause begins, or 'and' or a comma brings in another subject before the verb."""
    lists = words("governing")
    if any(p.text in _SIGNS or p.lower in lists["clauses"] for p in pieces):
        return True
    return any(
        before.lower in {"and", ","} and (piece.kind == "count" or piece.lower in lists["subjects"])
        for before, piece in pairwise(pieces)
    )


def _object_of(passage: Passage, index: int) -> Act | None:
    """The nearest verb to the left of a piece within its clause that can take it as its object."""
    for act in reversed(passage.acts):
        if act.first >= index or not verbal(passage, act):
            continue
        if index - act.first > _OBJECT_REACH or any(p.text in _BREAKS for p in passage.pieces[act.first + 1 : index]):
            return None
        return act
    return None
