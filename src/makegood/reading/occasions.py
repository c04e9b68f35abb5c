"""The occasion of a promise: to whom and when it was made, where a meeting of its announcer tells so (R18, R21)."""

from collections.abc import Sequence
from dataclasses import dataclass

from makegood.model.actor import ActorName
from makegood.model.statement import MeetingStatement
from makegood.model.values import PartialDate
from makegood.reading.terms import Found


@dataclass(frozen=True, slots=True)
class Occasion:
    """The other side of the meeting, and its date where one is told."""

    counterparty: Found[ActorName]
    announced: Found[PartialDate] | None


def occasion(announcer: str, meetings: Sequence[MeetingStatement]) -> Occasion | None:
    """The one meeting that the announcer held with one other person; None when there were several or none."""
    held = [m for m in meetings if m.outcome == "held" and announcer in {p.name for p in m.participants}]
    if len(held) != 1 or len(held[0].participants) != 2:
        return None
    meeting = held[0]
    other = next(p for p in meeting.participants if p.name != announcer)
    if other.kind != "person":
        return None
    named = [s for s in meeting.evidence["participants"] if set(s.quote.split()) & set(other.name.split())]
    if not named:
        return None
    counterparty = Found(ActorName(name=other.name, kind=other.kind), tuple((s.start, s.end) for s in named))
    dated = meeting.evidence.get("date", ())
    when = Found(meeting.date, tuple((s.start, s.end) for s in dated)) if meeting.date and dated else None
    return Occasion(counterparty, when)
