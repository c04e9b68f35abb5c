"""Meeting statements: one per meeting that a story tells, whatever the number of tellings (R21)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from makegood.model.actor import Participant
from makegood.model.mention import DateMention
from makegood.model.statement import MeetingStatement
from makegood.model.values import PartialDate
from makegood.reading.attendee import Attendee
from makegood.reading.cast import Cast
from makegood.reading.encounters import Encounter, find_encounters
from makegood.reading.evidence import Proof
from makegood.reading.meeting_places import meeting_place
from makegood.reading.pieces import Piece
from makegood.reading.speakers import speaker
from makegood.reading.story import Passage, Story
from makegood.reading.terms import Found

_KINDS = {"company", "government", "fund", "person", "consortium", "organization"}


@dataclass(slots=True)
class _Meeting:
    """The tellings of one meeting with what they give together."""

    encounters: list[Encounter]
    place: Found[str] | None
    date: Found[PartialDate] | None
    attendees: dict[object, Attendee] = field(default_factory=dict)

    @property
    def lead(self) -> Encounter:
        return self.encounters[0]


def read_meetings(story: Story, cast: Cast) -> list[MeetingStatement]:
    """The meetings of a story in the order of their first telling."""
    meetings: list[_Meeting] = []
    for encounter in find_encounters(story, cast):
        found = _Meeting(
            [encounter],
            meeting_place(story, encounter),
            _date(encounter.passage, encounter.first),
            {a.key: a for a in encounter.attendees},
        )
        known = next((m for m in meetings if _same(m, found)), None)
        if known is None:
            meetings.append(found)
        else:
            _merge(known, found)
    made = {s.id: s for s in (_statement(story, meeting, cast) for meeting in meetings)}
    return list(made.values())


def _same(one: _Meeting, other: _Meeting) -> bool:
    mine, theirs = set(one.attendees), set(other.attendees)
    if not (mine <= theirs or theirs <= mine):
        return False
    if one.lead.outcome != other.lead.outcome or one.lead.far != other.lead.far:
        return False
    return _agree(one.place, other.place) and _agree(one.date, other.date)


def _agree(one: Found[str] | Found[PartialDate] | None, other: Found[str] | Found[PartialDate] | None) -> bool:
    if one is None or other is None or one.value == other.value:
        return True
    mine, theirs = (v.date if isinstance(v := f.value, PartialDate) else v for f in (one, other))
    return mine.startswith(theirs) or theirs.startswith(mine)


def _merge(known: _Meeting, more: _Meeting) -> None:
    known.encounters += more.encounters
    known.place = known.place or more.place
    known.date = known.date or more.date
    for key, attendee in more.attendees.items():
        if key not in known.attendees or (known.attendees[key].role is None and attendee.role):
            known.attendees[key] = attendee


def _date(passage: Passage, at: int) -> Found[PartialDate] | None:
    dates = [
        (abs(i - at), p)
        for i, p in enumerate(passage.pieces)
        if isinstance(p.mention, DateMention) and not p.mention.by
    ]
    if not dates:
        return None
    piece = min(dates, key=lambda d: d[0])[1]
    return Found(_partial(piece), ((piece.start, piece.end),))


def _partial(piece: Piece) -> PartialDate:
    mention = piece.mention
    assert isinstance(mention, DateMention)
    return PartialDate(date=mention.date, precision=mention.precision, basis=mention.basis)


def _statement(story: Story, meeting: _Meeting, cast: Cast) -> MeetingStatement:
    proof, lead = Proof(story.document), meeting.lead
    for encounter in meeting.encounters:
        proof.add("_", [(encounter.passage.start, encounter.passage.end)])
    fields: dict[str, object] = {"participants": tuple(_participants(meeting.attendees.values(), proof))}
    proof.add("outcome", lead.told)
    for name, found in (("place", meeting.place), ("date", meeting.date)):
        if found is not None:
            fields[name] = found.value
            proof.add(name, found.at)
    said = speaker(lead.passage, [a.name for a in meeting.attendees.values()], cast)
    if said:
        fields["speaker"] = said[0]
        proof.add("speaker", [said[1]])
    return MeetingStatement.of(
        story.document.id, proof.evidence(), outcome=lead.outcome, certainty=lead.certainty, **fields
    )


def _participants(attendees: Iterable[Attendee], proof: Proof) -> Iterator[Participant]:
    for attendee in attendees:
        proof.add("participants", attendee.at)
        if attendee.referent is not None:
            proof.add("participants", [(attendee.referent.start, attendee.referent.end)])
        kind = attendee.kind if attendee.kind in _KINDS else None
        yield Participant(name=attendee.name, kind=kind, role=attendee.role)  # type: ignore[arg-type]
