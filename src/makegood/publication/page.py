"""What a dossier's page says, in words and places, before it has a look."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from makegood.assessment.delivery import Delivery
from makegood.assessment.dossier import Dossier, OtherPledge
from makegood.assessment.sourced import DocumentFacts, Sourced
from makegood.assessment.stages import RUNGS
from makegood.assessment.surroundings import Told
from makegood.assessment.timeline import Moment, stated_date
from makegood.model.statement import MeetingStatement, OutlookStatement, PledgeStatement, ProgressStatement, Statement
from makegood.model.values import Amount, Jobs, Quantity
from makegood.publication import outcome, sentences, wording
from makegood.publication.chart import Chart, chart
from makegood.publication.course import Picture, picture
from makegood.publication.lead import Segment, lead
from makegood.publication.proof import Proof, Source, proof, source
from makegood.publication.terms import Term, Version, promisors, silences, terms, versions

WIDE, NARROW = 960, 342
"""Widths of the two timelines in pixels: for a desk and for a telephone 390 pixels wide."""

_TELLING = ("value", "then", "rate", "what", "outcome", "relation", "status", "assessment", "metric")
"""Fields whose words are marked in the quote of a thing around the pledge: the first that has evidence."""


@dataclass(frozen=True, slots=True)
class Colophon:
    """What made the file: the day as ISO date, the ledger's chain head and Makegood's version."""

    generated: str
    ledger_head: str | None = None
    version: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """One thing around the pledge: our line, its details, its proof and other sources that tell it too."""

    anchor: str
    line: str
    details: tuple[str, ...]
    proof: Proof
    also: tuple[Source, ...] = ()
    certainty: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Other:
    """Another pledge of the promisor: its heading, stage, date and what became of it."""

    line: str
    aim: str
    stage: str
    became: str
    when: str
    proof: Proof | None
    progress: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A row of the timeline's list, as numbered in the picture."""

    anchor: str
    when: str
    note: str
    lane: str
    line: str
    label: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Delivered:
    """Promised and delivered in words, with the share as a fraction for the bar."""

    label: str
    promised: str
    delivered: str | None
    share: float | None
    weak: bool
    proof: Proof | None


@dataclass(frozen=True, slots=True)
class Page:
    """All that the template shows; it decides nothing but looks."""

    heading: str
    lead: tuple[Segment, ...]
    promisors: str
    stage_words: str
    silence: str
    rung: int | None
    terms: tuple[Term, ...]
    silences: tuple[Term, ...]
    versions: tuple[tuple[str, tuple[Version, ...]], ...]
    delivery: tuple[Delivered, ...]
    courses: tuple[tuple[Picture, Picture], ...]
    progress: tuple[Telling, ...]
    others: tuple[Other, ...]
    usual: str
    groups: dict[str, tuple[Telling, ...]]
    more: dict[str, int]
    timeline: tuple[Dated, ...]
    wide: Chart | None
    narrow: Chart | None
    flags: tuple[str, ...]
    judgements: tuple[tuple[str, str, str, str], ...]
    documents: tuple[tuple[Source, DocumentFacts], ...]
    colophon: Colophon
    generated_words: str
    pledge_id: str


def page(dossier: Dossier, colophon: Colophon) -> Page:
    """What the page says, before it has a look."""
    groups = {kind: _tellings(kind, told) for kind, told in _told(dossier).items()}
    progress = tuple(_reports(dossier))
    others = tuple(_other(other, n) for n, other in enumerate(dossier.others, start=1))
    rows = _timeline(dossier, _hrefs(dossier))
    return Page(
        heading=sentences.headline(promisors(dossier), dossier.pledge),
        lead=lead(dossier),
        promisors=wording.listed(promisors(dossier)),
        stage_words=RUNGS[dossier.pledge.stage].words,
        silence=outcome.silent(dossier.assessment.silence),
        rung=RUNGS[dossier.pledge.stage].order,
        terms=tuple(terms(dossier)),
        silences=tuple(silences(dossier)),
        versions=tuple((label, tuple(found)) for label, found in versions(dossier)),
        delivery=tuple(_delivered(d) for d in dossier.delivery),
        courses=_courses(dossier, _day(colophon.generated)),
        progress=progress,
        others=others,
        usual=outcome.usual(next((actor.kind for actor in dossier.promisors), None)),
        groups=groups,
        more=dossier.more,
        timeline=rows,
        wide=chart(dossier.moments, [row.label for row in rows], WIDE, _day(colophon.generated)),
        narrow=chart(dossier.moments, [], NARROW, _day(colophon.generated)),
        flags=tuple(flag.message for flag in dossier.flags),
        judgements=tuple((j.verdict, j.by, j.at[:10], j.reason) for j in dossier.judgements),
        documents=tuple((source(d), d) for d in dossier.documents),
        colophon=colophon,
        generated_words=wording.iso_date(colophon.generated[:10]),
        pledge_id=dossier.pledge.id,
    )


def _told(dossier: Dossier) -> dict[str, tuple[Told, ...]]:
    return {
        "meeting": dossier.meetings,
        "measure": dossier.measures,
        "figure": dossier.figures,
        "tie": dossier.ties,
        "outlook": dossier.outlooks,
    }


def _tellings(kind: str, told: Sequence[Told]) -> tuple[Telling, ...]:
    return tuple(_telling(kind, number, one) for number, one in enumerate(told, start=1))


def _telling(kind: str, number: int, told: Told) -> Telling:
    statement = told.lead.statement
    return Telling(
        anchor=f"{kind}-{number}",
        line=sentences.line(statement),
        details=(*sentences.details(statement), *_told_on(told.lead)),
        proof=proof(told.lead, *_TELLING),
        also=tuple(source(s.document) for s in told.sources[1:]),
        certainty=statement.certainty,
        tone=_tone(statement),
    )


def _reports(dossier: Dossier) -> Iterator[Telling]:
    """The reports of progress, each with what it moved (R4)."""
    moved = {step.source.id: outcome.step(step) for step in dossier.assessment.steps}
    for number, report in enumerate(dossier.progress, start=1):
        telling = _telling("progress", number, Told((report,)))
        yield replace(telling, details=(*telling.details, moved[report.id]))


def _courses(dossier: Dossier, today: date | None) -> tuple[tuple[Picture, Picture], ...]:
    """Promised and delivered over time, each for a desk and for a telephone."""
    due = next((moment.when for moment in dossier.moments if moment.lane == "deadline"), None)
    return tuple((picture(one, due, today, WIDE), picture(one, due, today, NARROW)) for one in dossier.courses)


def _told_on(sourced: Sourced) -> Iterator[str]:
    """When it was told, where the statement has no date of its own."""
    published = sourced.document.published
    dated = isinstance(sourced.statement, MeetingStatement | ProgressStatement)
    if dated and stated_date(sourced.statement) is None and published is not None:
        yield f"told {wording.date(published)}"


def _tone(statement: Statement) -> str:
    if isinstance(statement, OutlookStatement):
        return statement.direction
    return sentences.TONES.get(statement.what, "") if isinstance(statement, ProgressStatement) else ""


def _other(other: OtherPledge, number: int) -> Other:
    told = other.lead.statement if other.lead is not None else None
    names = [told.promisor.name] if isinstance(told, PledgeStatement) else [other.pledge.name]
    progress = [_telling(f"other-{number}", n, Told((s,))) for n, s in enumerate(other.progress, start=1)]
    return Other(
        line=sentences.headline(names, other.pledge),
        aim=" · ".join(text for text in (other.pledge.purpose, other.pledge.place) if text),
        stage=outcome.standing(other.assessment),
        became=outcome.shares(other.delivery),
        when=wording.date(other.pledge.announced) if other.pledge.announced is not None else "",
        proof=proof(other.lead, "amount", "jobs") if other.lead is not None else None,
        progress=tuple(progress),
    )


def _delivered(delivery: Delivery) -> Delivered:
    return Delivered(
        label="Money" if delivery.field == "amount" else "Jobs",
        promised=_words(delivery.promised) or "not stated",
        delivered=_words(delivery.delivered),
        share=delivery.share,
        weak=delivery.weak,
        proof=proof(delivery.source, delivery.field) if delivery.source is not None else None,
    )


def _words(value: Quantity | None) -> str | None:
    if isinstance(value, Amount):
        return wording.money(value)
    return wording.jobs(value) if isinstance(value, Jobs) else None


def _hrefs(dossier: Dossier) -> dict[str, str]:
    """Statement id → anchor of the place on the page that quotes it."""
    found = {told.lead.id: f"#{kind}-{n}" for kind, group in _told(dossier).items() for n, told in enumerate(group, 1)}
    found |= {s.id: f"#progress-{n}" for n, s in enumerate(dossier.progress, start=1)}
    return found | {o.lead.id: "#others" for o in dossier.others if o.lead is not None}


def _timeline(dossier: Dossier, hrefs: dict[str, str]) -> tuple[Dated, ...]:
    return tuple(_dated(dossier, moment, n, hrefs) for n, moment in enumerate(dossier.moments, start=1))


def _dated(dossier: Dossier, moment: Moment, number: int, hrefs: dict[str, str]) -> Dated:
    note = "date of the report" if moment.reported else wording.date_basis(moment.when)
    href = hrefs.get(moment.source.id) if moment.source is not None else None
    line = _moment_line(dossier, moment)
    if moment.lane == "promise":
        href = "#terms"
    if moment.lane == "deadline":
        note, href = ("" if moment.source is not None else "reckoned: announcement plus the stated years"), "#terms"
    return Dated(f"t{number}", wording.date(moment.when), note, moment.lane, line, _label(dossier, moment, line), href)


def _label(dossier: Dossier, moment: Moment, line: str) -> str:
    """What stands beside the mark in the picture: the line, but for a promise only what was promised."""
    pledges = [dossier.pledge, *(other.pledge for other in dossier.others)]
    pledge = next((p for p in pledges if p.id == moment.pledge), None)
    if pledge is not None:
        return sentences.promised(pledge)
    return sentences.label(moment.source.statement) if moment.source is not None else line


def _moment_line(dossier: Dossier, moment: Moment) -> str:
    if moment.lane == "promise":
        return sentences.headline(promisors(dossier), dossier.pledge)
    if moment.lane == "deadline":
        return "The promised term ends"
    other = next((o for o in dossier.others if o.pledge.id == moment.pledge), None)
    if other is not None:
        return _other(other, 0).line
    source: Sourced | None = moment.source
    return sentences.line(source.statement) if source is not None else ""


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None
