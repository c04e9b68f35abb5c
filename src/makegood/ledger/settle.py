"""One document's standing, from its entries alone: which facts, which reading, what a person corrected.

The latest reading replaces the earlier ones as a whole (law 3). A statement that a person corrected
stays even if the latest reading no longer has it; it is re-opened when what the machine said of the
corrected fields has changed since the person looked.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import JsonValue, ValidationError

from makegood.ledger.entry import Body
from makegood.ledger.statements import corrected
from makegood.model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Sighting:
    """A text met under a ref. `replaced` by the sighting of that number, where another cleaning of the bytes came."""

    seq: int
    ref: str
    facts: Body
    replaced: int = 0


@dataclass(frozen=True, slots=True)
class Read:
    """A reading's statements and issues as JSON, by the entry that brought it."""

    seq: int
    statements: dict[str, Body]
    issues: Sequence[Body]


@dataclass(frozen=True, slots=True)
class Case:
    """All that the entries say of one document, in their order."""

    document: str
    sightings: Sequence[Sighting]
    readings: Sequence[Read]
    verdicts: Sequence[tuple[int, Judgement]]


@dataclass(frozen=True, slots=True)
class Settled:
    """A statement as the ledger holds it: what the machine said, and what a person made of it."""

    machine: Body
    corrected: Body | None = None
    overridden: tuple[str, ...] = ()
    reopened: bool = False
    rejected: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """A document as the ledger holds it."""

    facts: Body
    reading_seq: int
    statements: Sequence[Settled]
    issues: Sequence[Body]


def settle(case: Case) -> Standing | None:
    """The document's standing; None when another cleaning of the same bytes took its place."""
    latest = case.readings[-1]
    live = not all(sighting.replaced for sighting in case.sightings)
    current = latest.statements if live else {}
    statements = [_judged(case, identity, body) for identity, body in current.items()]
    statements += [_survivor(case, identity) for identity in _corrected_by_person(case) if identity not in current]
    if not live and not statements:
        return None
    return Standing(_facts(case), latest.seq, statements, latest.issues if live else ())


def _facts(case: Case) -> Body:
    """The latest facts of the ref under which the text was first met."""
    sightings = [sighting for sighting in case.sightings if not sighting.replaced] or case.sightings
    return [sighting for sighting in sightings if sighting.ref == sightings[0].ref][-1].facts


def _corrected_by_person(case: Case) -> list[str]:
    judgements = (judgement for _, judgement in case.verdicts)
    return list(dict.fromkeys(j.subject for j in judgements if j.verdict == "override" and j.by_person))


def _judged(case: Case, identity: str, machine: Body) -> Settled:
    """A statement of the latest reading with the verdicts on it applied."""
    verdicts = _verdicts_on(case, identity)
    fields = _fields(verdicts)
    if not fields:
        return Settled(machine, rejected=_rejected(verdicts))
    base = _machine_when_judged(case, identity) or machine
    moved = any(base.get(name) != machine.get(name) for name in fields)
    return _settled(machine, verdicts, moved)


def _survivor(case: Case, identity: str) -> Settled:
    """A statement that a person corrected and the latest reading no longer has."""
    verdicts = _verdicts_on(case, identity)
    last_look = max(seq for seq, judgement in case.verdicts if judgement.subject == identity)
    vanished = max(case.readings[-1].seq, *(sighting.replaced for sighting in case.sightings))
    return _settled(_machine_when_judged(case, identity), verdicts, last_look < vanished)


def _settled(machine: Body, verdicts: Sequence[Judgement], moved: bool) -> Settled:
    fields = _fields(verdicts)
    rejected = _rejected(verdicts)
    try:
        return Settled(machine, corrected(machine, fields), tuple(sorted(fields)), moved, rejected)
    except ValidationError:
        return Settled(machine, None, tuple(sorted(fields)), True, rejected)


def _verdicts_on(case: Case, identity: str) -> list[Judgement]:
    """Machine's first, then persons', each in the order given: a person's wins, and the later over the earlier."""
    found = [judgement for _, judgement in case.verdicts if judgement.subject == identity]
    return sorted(found, key=lambda judgement: judgement.by_person)


def _fields(verdicts: Sequence[Judgement]) -> dict[str, JsonValue]:
    fields: dict[str, JsonValue] = {}
    for judgement in verdicts:
        if judgement.verdict == "override":
            fields.update(judgement.fields)  # type: ignore[arg-type]
    return fields


def _rejected(verdicts: Sequence[Judgement]) -> bool:
    """Rejected, and not taken up again by a later override."""
    final = [judgement.verdict for judgement in verdicts if judgement.verdict in ("reject", "override")]
    return final[-1:] == ["reject"]


def _machine_when_judged(case: Case, identity: str) -> Body:
    """What the machine said when the statement was last corrected."""
    looked = max(seq for seq, judgement in case.verdicts if judgement.subject == identity and judgement.fields)
    return [read.statements[identity] for read in case.readings if read.seq < looked and identity in read.statements][
        -1
    ]
