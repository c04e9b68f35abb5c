"""All of resolution: statements and verdicts in, actors and pledges out.

A pure function of what the statements say and what was judged: any order of the same statements gives
the same actors and pledges. Verdicts on single statements (override, reject) are settled before, where
the statements are kept; here only those on pairs count.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from makegood.model.actor import Actor
from makegood.model.document import Document
from makegood.model.judgement import Judgement, Verdict
from makegood.model.pledge import Pledge
from makegood.model.statement import PledgeStatement, ProgressStatement, Statement
from makegood.resolution.actors import Actors
from makegood.resolution.clusters import Clustering, Pair, cluster
from makegood.resolution.compare import reasons, relation
from makegood.resolution.pledges import Gathered, merge, pledge_id
from makegood.resolution.progress import Undertaking, attach
from makegood.resolution.terms import Sides, Terms, terms_of
from makegood.resolution.told import Told, of_kind, told_by

RULES = "machine:R10"
"""By whom the judgements of resolution are."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Everybody and every undertaking once each, by id; and what the rules judged, with their reasons."""

    actors: tuple[Actor, ...]
    pledges: tuple[Pledge, ...]
    judgements: tuple[Judgement, ...] = ()


def resolve(
    statements: Iterable[tuple[Document, Statement]],
    judgements: Sequence[Judgement] = (),
    imported: Sequence[Actor] = (),
) -> Resolution:
    """Actors and pledges of all statements.

    Args:
        statements: those that stand, with the documents that make them.
        judgements: verdicts on pairs of pledges or statements, in the order they were given.
        imported: actors known from elsewhere, in the order they were imported.
    """
    told = sorted((told_by(document, statement) for document, statement in statements), key=lambda one: one.order)
    actors = Actors(told, imported)
    pledges = of_kind(told, PledgeStatement)
    sides = {one.id: _sides(one, actors) for one in pledges}
    terms = {one.id: terms_of(one, sides[one.id]) for one in pledges}
    found = cluster(terms.values(), judgements, {pledge_id(identity): identity for identity in terms})
    undertakings = _undertakings(pledges, found, terms)
    progress = of_kind(told, ProgressStatement)
    whose = {one.id: frozenset(actors.who(one.document_id, one.statement.promisor)) for one in progress}
    reports = attach(progress, whose, list({u.id: u for u in undertakings.values()}.values()))
    everybody = actors.all()
    told_of = _Around({actor.id: actor.name for actor in everybody}, sides, undertakings, reports)
    return Resolution(everybody, _pledges(pledges, told_of), _judged(found, terms))


@dataclass(frozen=True, slots=True)
class _Around:
    """What all pledges are made with: names of actors, sides and undertakings by statement, reports by pledge."""

    names: Mapping[str, str]
    sides: Mapping[str, Sides]
    undertakings: Mapping[str, Undertaking]
    reports: Mapping[str, Sequence[str]]


def _sides(told: Told[PledgeStatement], actors: Actors) -> Sides:
    promisor, to = told.statement.promisor, told.statement.counterparty
    return Sides(
        actors.who(told.document_id, promisor),
        actors.houses(told.document_id, promisor),
        actors.who(told.document_id, to) if to is not None else (),
    )


def _undertakings(
    told: Sequence[Told[PledgeStatement]], found: Clustering, terms: Mapping[str, Terms]
) -> dict[str, Undertaking]:
    """The undertaking that each statement speaks of; its id is minted from its first statement."""
    place = {one.id: number for number, one in enumerate(told)}
    undertakings: dict[str, Undertaking] = {}
    for members in found.clusters:
        ordered = sorted(members, key=place.__getitem__)
        undertaking = Undertaking(pledge_id(ordered[0]), tuple(terms[one] for one in ordered))
        undertakings |= dict.fromkeys(ordered, undertaking)
    return undertakings


def _pledges(told: Sequence[Told[PledgeStatement]], around: _Around) -> tuple[Pledge, ...]:
    by_id = {one.id: one for one in told}
    undertakings = {u.id: u for u in around.undertakings.values()}
    gathered = (
        Gathered(
            told=tuple(by_id[terms.id] for terms in undertaking.terms),
            sides=around.sides,
            names=around.names,
            above=_above(undertaking, around.undertakings),
            progress=tuple(around.reports.get(undertaking.id, ())),
        )
        for undertaking in undertakings.values()
    )
    return tuple(sorted(map(merge, gathered), key=lambda pledge: pledge.id))


def _above(undertaking: Undertaking, undertakings: Mapping[str, Undertaking]) -> str | None:
    """The pledge that this one is part of, by the first statement that says so (R9)."""
    parents = (undertakings.get(terms.part_of or "") for terms in undertaking.terms)
    return next((parent.id for parent in parents if parent is not None and parent.id != undertaking.id), None)


def _judged(found: Clustering, terms: Mapping[str, Terms]) -> tuple[Judgement, ...]:
    """The rules' own verdicts: what they joined and how (R10), and what a person should look at."""
    same = [_judgement("same", pair, terms) for pair in found.joined]
    unsure = [_judgement("unsure", pair, terms) for pair in found.doubtful]
    return tuple(sorted([*same, *unsure], key=lambda one: (one.verdict, one.subject, one.other or "")))


def _judgement(verdict: Verdict, pair: Pair, terms: Mapping[str, Terms]) -> Judgement:
    one, other = terms[pair[0]], terms[pair[1]]
    kind = f"{relation(one, other)}: " if verdict == "same" else ""
    days = sorted(day.isoformat() for day in (one.published, other.published) if day is not None)
    return Judgement(
        verdict=verdict,
        subject=one.id,
        other=other.id,
        by=RULES,
        at=days[-1] if days else "",
        reason=f"{kind}{'; '.join(reasons(one, other))}",
    )
