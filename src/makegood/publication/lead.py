"""The lead of a dossier: who promised what to whom, when, where and through whom, each part tied to its proof."""

from collections.abc import Iterator
from dataclasses import dataclass

from makegood.assessment.dossier import Dossier
from makegood.assessment.names import key, keys
from makegood.assessment.sourced import Sourced
from makegood.assessment.stages import RUNGS
from makegood.model.statement import MeetingStatement, PledgeStatement
from makegood.publication import wording
from makegood.publication.proof import proof
from makegood.publication.terms import leading, promisors


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words; `anchor` names the place on the page that proves it."""

    text: str
    anchor: str | None = None


def lead(dossier: Dossier) -> tuple[Segment, ...]:
    """Two or three sentences in segments. What is not known is left out here; the terms name it."""
    return (*_announcement(dossier), *_purpose(dossier), *_standing(dossier))


def _pledge(sourced: Sourced | None) -> PledgeStatement | None:
    return sourced.statement if sourced is not None and isinstance(sourced.statement, PledgeStatement) else None


def _announcement(dossier: Dossier) -> Iterator[Segment]:
    told, to = _pledge(leading(dossier, "announced_by")), _pledge(leading(dossier, "counterparty"))
    announcer = told.announced_by.name if told is not None and told.announced_by is not None else None
    names = wording.listed(promisors(dossier))
    if announcer is not None and key(announcer) != key(names):
        yield Segment(announcer, "#announced_by")
        yield Segment(" announced it for ")
        yield Segment(names, "#promisor")
    else:
        yield Segment(names, "#promisor")
        yield Segment(" announced it")
    receiver = to.counterparty.name if to is not None and to.counterparty is not None else None
    if receiver is not None:
        yield Segment(" to ")
        yield Segment(receiver, "#counterparty")
    yield from _meeting(dossier, announcer, receiver)
    yield from _date(dossier)
    yield Segment(". ")


def _meeting(dossier: Dossier, announcer: str | None, receiver: str | None) -> Iterator[Segment]:
    """The place where the announcer met the receiver, when the dossier holds that meeting."""
    for number, told in enumerate(dossier.meetings, start=1):
        meeting = told.lead.statement
        if not isinstance(meeting, MeetingStatement) or meeting.outcome != "held" or meeting.place is None:
            continue
        sides = keys([announcer]), keys([receiver])
        there = keys(p.name for p in meeting.participants)
        if all(side and side <= there for side in sides):
            yield Segment(f" when they met {_preposition(told.lead)} ")
            yield Segment(meeting.place, f"#meeting-{number}")
            return


def _preposition(meeting: Sourced) -> str:
    """The word that the source itself puts before the place."""
    words = proof(meeting, "place").before.split()
    return words[-1] if words and words[-1] in ("at", "in", "on", "aboard") else "in"


def _date(dossier: Dossier) -> Iterator[Segment]:
    announced = dossier.pledge.announced
    if announced is not None:
        yield Segment(" in " if announced.precision != "day" else " on ")
        yield Segment(wording.date(announced), "#announced")


def _purpose(dossier: Dossier) -> Iterator[Segment]:
    pledge = dossier.pledge
    aims = [("for", pledge.purpose, "#purpose"), ("in", pledge.place, "#recipient")]
    known = [(word, text, anchor) for word, text, anchor in aims if text is not None]
    if not known and pledge.horizon is None:
        return
    yield Segment("The money is meant" if known else "The money is to come")
    for word, text, anchor in known:
        yield Segment(f" {word} ")
        yield Segment(text, anchor)
    if pledge.horizon is not None:
        yield Segment(", " if known else " ")
        yield Segment(wording.horizon(pledge.horizon), "#horizon")
    yield Segment(". ")


def _standing(dossier: Dossier) -> Iterator[Segment]:
    rung = RUNGS[dossier.pledge.stage]
    yield Segment("It stands as ")
    yield Segment(rung.words, "#stage")
    ends = {"committed": ": binding, by what the sources say.", "pledged": ": stated, not shown to be binding."}
    yield Segment(ends.get(rung.column or "", "."))
