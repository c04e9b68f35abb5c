"""Outlays: money spent and people hired so far, told as done (R4: delivery rises only on evidence of its own)."""

from collections.abc import Iterator
from functools import cache

from makegood.model.mention import CountMention, MoneyMention
from makegood.model.statement import What
from makegood.reading.cast import Cast
from makegood.reading.gate import Gate, gate
from makegood.reading.pieces import Piece
from makegood.reading.referents import Referent
from makegood.reading.story import Passage, Story
from makegood.reading.subjects import doer
from makegood.reading.turns import Turn
from makegood.reading.verbs import Act, telling
from makegood.reading.voice import verbal, voice

_SPENT = frozenset({"spend", "invest", "disburse", "put", "put into", "pay"})
_HIRED = frozenset({"hire", "recruit"})
_NUMBERS = frozenset({"money", "count"})
_STAFF = frozenset({"people", "workers", "employees", "jobs", "staff"})
_PERFECT = frozenset({"has", "have", "'ve", "’ve"})
_COUNTED = frozenset({"so", "already", "date", "now"})
_REACH = 6
_AUXILIARIES = 4


def find_outlays(story: Story, cast: Cast) -> list[Turn]:
    """What was spent or hired, one turn a sentence and verb; `target` is the piece of the sum or the count."""
    return [turn for passage in story.passages for turn in _in_passage(passage, cast)]


@cache
def triggers() -> Gate:
    """The forms of the verbs of spending and hiring."""
    return gate(telling(_SPENT | _HIRED))


def _in_passage(passage: Passage, cast: Cast) -> Iterator[Turn]:
    if passage.kinds.isdisjoint(_NUMBERS) or not passage.opens(triggers()):
        return
    for act in passage.acts:
        told = voice(passage, act)
        so_far = told.finished and not _PERFECT.isdisjoint(passage.lowers(act.first - _AUXILIARIES, act.first))
        counted = act.lemma != "invest" or not _COUNTED.isdisjoint(p.lower for p in passage.pieces)
        if not so_far or not counted or told.negated or told.passive or not verbal(passage, act):
            continue
        target = next((at for at in range(act.last + 1, act.last + _REACH) if _told(passage, at, act)), None)
        payer = _payer(passage, act, cast) if target is not None else None
        if target is not None and payer:
            what: What = "spent" if act.lemma in _SPENT else "hired"
            yield Turn(what, passage, act, target, (payer,), passage.interval(act.first, act.last))


def _told(passage: Passage, at: int, act: Act) -> bool:
    piece: Piece | None = passage.pieces[at] if at < len(passage.pieces) else None
    if piece is None:
        return False
    if act.lemma in _SPENT:
        return isinstance(piece.mention, MoneyMention)
    return act.lemma in _HIRED and isinstance(piece.mention, CountMention) and piece.mention.of in _STAFF


def _payer(passage: Passage, act: Act, cast: Cast) -> Referent | None:
    """The one company or fund that did it, a leader for what he or she leads."""
    found = doer(passage, act, cast)
    who = [r.leads or r for r in found.referents] if found else []
    return who[0] if len(who) == 1 and who[0].body and who[0].kind in {"company", "fund", None} else None
