"""One pledge, statement or document in the terminal: each fact with the words that prove it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from makegood.assessment.dossier import Dossier
from makegood.cli import ids, phrases
from makegood.cli.tables import elided, heading, saying
from makegood.ledger.views import LedgerView
from makegood.publication import wording
from makegood.publication.gathered import dossier_of
from makegood.publication.inert import shown
from makegood.publication.page import Colophon, Page, Telling, page
from makegood.publication.proof import Proof, Source
from makegood.publication.terms import Term

_AROUND = {
    "meeting": "Meetings", "measure": "Measures", "figure": "Figures", "tie": "Ties", "outlook": "Outlooks",
}  # fmt: skip
_OTHERS = 10


def pledge(view: LedgerView, identity: str, as_of: date) -> list[RenderableType]:
    """A pledge's terms, versions, progress, surroundings and statements, as its dossier has them.

    Raises:
        UnknownIdError: no one pledge has this id.
    """
    dossier = dossier_of(view, identity, as_of)
    told = page(dossier, Colophon(generated=""))
    return [
        Text(told.heading, "bold"),
        Text(f"{told.pledge_id} · stands as {told.stage_words}", "dim"),
        *([Text(told.silence, "yellow")] if told.silence else []),
        Text(""),
        _terms((*told.terms, *told.silences)),
        *_section("Told differently", _versions(told)),
        *_section("What became of it", (_told(one) for one in told.progress)),
        *_section("Other pledges of the promisor", _others(told)),
        *(part for kind, title in _AROUND.items() for part in _section(title, map(_told, told.groups.get(kind, ())))),
        *_section("To look at twice", map(Text, told.flags)),
        *_section(
            "Judgements", (Text(shown(f"{at} {by}: {verdict}, {why}")) for verdict, by, at, why in told.judgements)
        ),
        *_section("Statements", _statements(dossier)),
    ]


def statement(view: LedgerView, identity: str) -> list[RenderableType]:
    """A statement's fields with their evidence, and what a person corrected.

    Raises:
        UnknownIdError: no one statement has this id.
    """
    held = view.statement(identity)
    where = view.document(held.document)
    body = held.statement.model_dump(mode="json", by_alias=True, exclude_none=True)
    machine = held.machine.model_dump(mode="json", by_alias=True, exclude_none=True) if held.machine else {}
    sentence, grid = held.statement.evidence["_"][0], _grid()
    for name, spans in held.statement.evidence.items():
        if name != "_":
            grid.add_row(name, Text(_value(body.get(name))))
            words = "the sentence" if spans[0] == sentence else f"“{shown(spans[0].quote)}”"
            grid.add_row("", Text(f"{words} at {spans[0].start}", "dim"))
        if name in held.overridden:
            grid.add_row("", Text(f"corrected; the reader said {_value(machine.get(name))}", "yellow"))
    marks = [word for word, holds in (("rejected", held.rejected), ("open again", held.reopened)) if holds]
    return [
        Text(shown(phrases.fact(held.statement)), "bold"),
        Text(" · ".join([held.statement.id, held.statement.kind, held.statement.certainty, *marks]), "dim"),
        Text(shown(f"in {where.title or where.ref}, {where.id}"), "dim"),
        Text(""),
        Text(f"“{shown(sentence.quote)}”"),
        Text(""),
        grid,
    ]


def _value(value: object) -> str:
    """A field's value as JSON has it, on one line."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {_value(part)}" for name, part in value.items())
    if isinstance(value, list):
        return "; ".join(_value(part) for part in value)
    return "nothing" if value is None else shown(str(value))


def document(view: LedgerView, identity: str) -> list[RenderableType]:
    """A document's publication facts and what it says.

    Raises:
        UnknownIdError: no one document has this id.
    """
    facts = next(held for held in view.documents() if held.id == view.document(identity).id)
    rows = (
        ("id", facts.id), ("ref", "; ".join(facts.refs)), ("url", facts.url), ("by", wording.listed(facts.byline)),
        ("language", facts.language), ("learned", facts.learned), ("read by", f"{facts.reader} {facts.reader_version}"),
        ("read", f"{facts.characters_read:,} of {facts.characters:,} characters"),
    )  # fmt: skip
    grid = _grid()
    for name, value in rows:
        if value:
            grid.add_row(name, Text(shown(value)))
    statements = [held.statement for held in view.statements(document=facts.id) if not held.rejected]
    issues = [held.issue for held in view.issues() if held.document == facts.id]
    return [heading(facts), grid, Text(""), saying(statements, issues)]


def _grid() -> Table:
    grid = Table.grid(padding=(0, 2), expand=True)
    grid.add_column(width=14, no_wrap=True, style="cyan")
    grid.add_column(ratio=1, overflow="fold")
    return grid


def _terms(terms: Iterable[Term]) -> Table:
    """A row a term; a sentence that was quoted above is not quoted again."""
    grid, quoted = _grid(), set[tuple[str, str]]()
    for term in terms:
        if term.words is None:
            grid.add_row(term.label, Text(f"not stated. {term.note}", "yellow"))
            continue
        grid.add_row(term.label, Text(shown(term.words) + (f" ({term.note})" if term.note else "")))
        for one in term.proofs:
            sentence = (one.source.digest, one.before + one.marked + one.after)
            if sentence not in quoted:
                grid.add_row("", _proof(one))
            elif one.before or one.after:
                grid.add_row("", Text(f"“{one.marked}”", "dim"))
            quoted.add(sentence)
    return grid


def _proof(one: Proof) -> Text:
    """The sentence with the words that count in bold, and where it stands."""
    return Text.assemble(
        ("“" + one.before, "dim"),
        (one.marked, "bold"),
        (one.after + "” ", "dim"),
        (f"— {_source(one.source)}", "dim italic"),
    )


def _source(source: Source) -> str:
    return ", ".join(part for part in (source.title, source.publisher, source.published, source.link) if part)


def _section(title: str, rows: Iterable[RenderableType]) -> Iterator[RenderableType]:
    held: Sequence[RenderableType] = list(rows)
    if held:
        yield Text("")
        yield Text(title, "bold cyan")
        yield from held


def _told(item: Telling) -> RenderableType:
    details = f" ({'; '.join(item.details)})" if item.details else ""
    return Group(Text(shown(item.line + details)), _proof(item.proof))


def _versions(told: Page) -> Iterator[RenderableType]:
    for label, versions in told.versions:
        for version in versions:
            used = " ← counted" if version.used else ""
            sources = "; ".join(_source(one.source) for one in version.proofs)
            yield Text.assemble((f"{label}: ", "cyan"), shown(version.words) + used, (f" — {sources}", "dim italic"))


def _others(told: Page) -> Iterator[RenderableType]:
    for other in told.others[:_OTHERS]:
        yield Text(shown(" · ".join(part for part in (other.when, other.line, other.stage, other.became) if part)))
    if len(told.others) > _OTHERS:
        yield Text(f"and {len(told.others) - _OTHERS} more: makegood pledges --promisor {told.promisors!r}", "dim")


def _statements(dossier: Dossier) -> Iterator[RenderableType]:
    told = (*dossier.statements, *dossier.progress)
    short = ids.short(one.id for one in told)
    for one in told:
        yield elided(f"{short[one.id]}  {phrases.fact(one.statement)} · {one.document.title or one.document.ref}")
