"""All that the ledger knows about one pledge, gathered for a reader who must judge it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from makegood.assessment.calendar import interval, sort_key
from makegood.assessment.course import Course, courses
from makegood.assessment.delivery import Delivery, deliveries
from makegood.assessment.flags import flags
from makegood.assessment.gaps import Gap, gaps
from makegood.assessment.names import counterpart_keys, promisor_keys
from makegood.assessment.sourced import DocumentFacts, Sourced
from makegood.assessment.standing import Assessment, assess, dated
from makegood.assessment.surroundings import Sides, Told, around
from makegood.assessment.timeline import Lane, Moment, deadline, moment, ordered
from makegood.model.actor import Actor
from makegood.model.judgement import Judgement
from makegood.model.pledge import Flag, Pledge
from makegood.model.statement import FigureStatement


@dataclass(frozen=True, slots=True)
class OtherPledge:
    """Another pledge of the same promisor, and what is known to have become of it."""

    pledge: Pledge
    lead: Sourced | None
    progress: tuple[Sourced, ...]
    assessment: Assessment
    delivery: tuple[Delivery, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything about one pledge. `more` counts per kind what stands around it and is not listed."""

    pledge: Pledge
    promisors: tuple[Actor, ...]
    counterparty: Actor | None
    statements: tuple[Sourced, ...]
    progress: tuple[Sourced, ...]
    assessment: Assessment
    gaps: tuple[Gap, ...]
    delivery: tuple[Delivery, ...]
    courses: tuple[Course, ...]
    others: tuple[OtherPledge, ...]
    meetings: tuple[Told, ...]
    measures: tuple[Told, ...]
    figures: tuple[Told, ...]
    ties: tuple[Told, ...]
    outlooks: tuple[Told, ...]
    more: dict[str, int]
    moments: tuple[Moment, ...]
    judgements: tuple[Judgement, ...]
    flags: tuple[Flag, ...]

    @property
    def documents(self) -> tuple[DocumentFacts, ...]:
        """Every document that a statement of this dossier is from, once, by publication."""
        told = [source for group in self._told() for source in group.sources]
        others = [s for other in self.others for s in (other.lead, *other.progress) if s is not None]
        sourced = [*self.statements, *self.progress, *others, *told]
        facts = {s.document.id: s.document for s in sourced}
        return tuple(sorted(facts.values(), key=lambda d: (sort_key(d.published), d.id)))

    def _told(self) -> tuple[Told, ...]:
        return (*self.meetings, *self.measures, *self.figures, *self.ties, *self.outlooks)


def gather(
    pledge: Pledge,
    pledges: Sequence[Pledge],
    actors: Sequence[Actor],
    statements: Sequence[Sourced],
    judgements: Sequence[Judgement] = (),
    as_of: date | None = None,
) -> Dossier:
    """The dossier of `pledge`; silence is weighed on the day `as_of`, not at all without one (R17).

    `pledges`, `actors` and `judgements` may be the whole ledger's or any part that holds what matters;
    of `statements` it needs those of the pledge's documents, of the promisors' other pledges, and of
    documents in which its people or countries occur.
    """
    by_id = {s.id: s for s in statements}
    own = _found(pledge.statements, by_id)
    progress = _by_date(_found(pledge.progress, by_id))
    promisors = _actors(pledge.promisors, actors)
    shown, more = around(statements, _sides(pledge, promisors, own))
    others = tuple(other(p, by_id, judgements, as_of) for p in _kin(pledge, pledges))
    figures = [t.lead.statement for t in shown["figure"]]
    return Dossier(
        pledge=pledge,
        promisors=promisors,
        counterparty=next(iter(_actors((pledge.counterparty or "",), actors)), None),
        statements=own,
        progress=progress,
        assessment=assess(pledge, own, progress, as_of, judgements),
        gaps=gaps(pledge, own),
        delivery=deliveries(pledge, progress),
        courses=courses(pledge, own, progress),
        others=others,
        meetings=shown["meeting"],
        measures=shown["measure"],
        figures=shown["figure"],
        ties=shown["tie"],
        outlooks=shown["outlook"],
        more=more,
        moments=_moments(pledge, own, progress, others, shown),
        judgements=_judgements(pledge, judgements),
        flags=flags(pledge, [o.pledge for o in others], [f for f in figures if isinstance(f, FigureStatement)]),
    )


def _found(ids: Sequence[str], by_id: dict[str, Sourced]) -> tuple[Sourced, ...]:
    return tuple(by_id[i] for i in ids if i in by_id)


def _actors(ids: Sequence[str], actors: Sequence[Actor]) -> tuple[Actor, ...]:
    by_id = {actor.id: actor for actor in actors}
    return tuple(by_id[i] for i in ids if i in by_id)


def _sides(pledge: Pledge, promisors: Sequence[Actor], own: Sequence[Sourced]) -> Sides:
    return Sides(
        promising=promisor_keys(promisors, own),
        receiving=counterpart_keys(own),
        homes=frozenset(a.country for a in promisors if a.country),
        recipients=frozenset(pledge.countries),
        documents={s.document.id: s.start for s in reversed(own)},
    )


def other(
    pledge: Pledge, by_id: dict[str, Sourced], judgements: Sequence[Judgement] = (), as_of: date | None = None
) -> OtherPledge:
    """A pledge with what became of it; `by_id` holds its statements and the reports of progress on it."""
    own, progress = _found(pledge.statements, by_id), _by_date(_found(pledge.progress, by_id))
    found = assess(pledge, own, progress, as_of, judgements)
    return OtherPledge(pledge, next(iter(own), None), progress, found, deliveries(pledge, progress))


def _by_date(progress: Sequence[Sourced]) -> tuple[Sourced, ...]:
    return tuple(sorted(progress, key=lambda one: (sort_key(dated(one)), one.id)))


def _kin(pledge: Pledge, pledges: Sequence[Pledge]) -> list[Pledge]:
    """Other pledges that share a promisor, or are part of this one or above it, oldest first."""
    promisors = set(pledge.promisors)
    kin = [
        p
        for p in pledges
        if p.id != pledge.id and (promisors & set(p.promisors) or p.part_of == pledge.id or pledge.part_of == p.id)
    ]
    return sorted(kin, key=lambda p: (sort_key(p.announced), p.id))


def _moments(
    pledge: Pledge,
    own: Sequence[Sourced],
    progress: Sequence[Sourced],
    others: Sequence[OtherPledge],
    shown: dict[str, tuple[Told, ...]],
) -> tuple[Moment, ...]:
    found = [_announcement(pledge, own), deadline(pledge, own)]
    found += [moment(s, "progress") for s in progress]
    found += [_made(o.pledge, o.lead, "other_promise") for o in others]
    lanes: tuple[tuple[str, Lane], ...] = (("meeting", "meeting"), ("measure", "measure"), ("figure", "background"))
    found += [moment(told.lead, lane) for kind, lane in lanes for told in shown[kind]]
    return ordered(found)


def _announcement(pledge: Pledge, own: Sequence[Sourced]) -> Moment | None:
    lead = next((s for s in own if s.id == pledge.leads.get("announced")), own[0] if own else None)
    return _made(pledge, lead, "promise")


def _made(pledge: Pledge, lead: Sourced | None, lane: Lane) -> Moment | None:
    """When the pledge was made: at its own date, else at that of its leading statement or its document."""
    if pledge.announced is not None and interval(pledge.announced.date) is not None:
        return Moment(pledge.announced, lane, lead, pledge=pledge.id)
    return moment(lead, lane, pledge.id) if lead is not None else None


def _judgements(pledge: Pledge, judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    subjects = {pledge.id, *pledge.statements, *pledge.progress}
    return tuple(j for j in judgements if j.subject in subjects or j.other in subjects)
