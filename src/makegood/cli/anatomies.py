"""Claims taken apart: from what a ledger holds to its table, its line of JSON and its files."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from rich.console import RenderableType
from rich.text import Text

from makegood import __version__
from makegood.assessment.anatomy import Anatomy, take_apart
from makegood.assessment.figures import Question
from makegood.assessment.sayings import sayings_of, standing_sayings
from makegood.assessment.sourced import DocumentFacts, Sourced
from makegood.cli import settings, terminal
from makegood.cli.files import replacing
from makegood.cli.selection import AtLeast, Selection, first_day, reported
from makegood.cli.tables import Column, elided, table
from makegood.errors import ConfigError
from makegood.ledger.holdings import HeldDocument
from makegood.ledger.views import LedgerView
from makegood.model.actor import Actor
from makegood.model.frozen import Frozen
from makegood.model.pledge import Pledge
from makegood.model.statement import TotalStatement
from makegood.publication import wording
from makegood.publication.anatomy import AnatomyPage, Ledgered, page, render_page, render_picture
from makegood.publication.page import Colophon

_STEPS = (Column("step", 36), Column("amount", 30, "right"), Column("share", 8, "right"), Column("lines"))
_LINES = (Column("who", 30), Column("stated", 22), Column("counted", 20, "right"), Column("why"))


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options ask for."""

    total: str | None
    since: str | None
    countries: tuple[str, ...]
    currency: str


class AnatomyLine(Frozen):
    """What `makegood claim` prints. `names` are pledge id → who promises, `quotes` statement id → its sentence."""

    document: DocumentFacts | None
    anatomy: Anatomy
    names: dict[str, str]
    quotes: dict[str, str]


def of_sum(view: LedgerView, claimed: AtLeast, asked: Asked) -> tuple[Anatomy, Ledgered]:
    """A sum held against all pledges that the options let pass."""
    pledges, actors = view.pledges(), {actor.id: actor for actor in view.actors()}
    chosen = Selection(countries=asked.countries).of(pledges, actors, reported(view))
    by_id = {one.id: one for one in view.sourced()}
    currency = claimed.currency or asked.currency
    question = Question(currency, claimed.value, _since(asked), whole=True)
    return take_apart(standing_sayings(chosen, by_id), question), Ledgered(by_id, names(chosen, actors))


def of_document(view: LedgerView, document: HeldDocument, asked: Asked) -> tuple[Anatomy, Ledgered]:
    """The lines of a document held against the total that it states, or against their sum.

    Raises:
        ConfigError: it tells of no pledge, or the options name no sum.
    """
    pledges, actors = view.pledges(), {actor.id: actor for actor in view.actors()}
    by_id = {one.id: one for one in view.sourced()}
    chosen = Selection(countries=asked.countries).of(pledges, actors, reported(view))
    told = sayings_of(document.id, chosen, by_id)
    if not told:
        raise ConfigError(f"{document.title or document.ref} tells of no pledge, so there is nothing to take apart")
    given = AtLeast.of(asked.total) if asked.total else None
    claimed = given.value if given is not None else _stated(by_id.values(), document.id, asked.currency)
    question = Question(given.currency or asked.currency if given else asked.currency, claimed, _since(asked))
    return take_apart(told, question), Ledgered(by_id, names(chosen, actors), document)


def names(pledges: Iterable[Pledge], actors: Mapping[str, Actor]) -> dict[str, str]:
    """Pledge id → who promises."""
    return {
        pledge.id: wording.listed([actors[one].name if one in actors else one for one in pledge.promisors])
        for pledge in pledges
    }


def facts_of(document: DocumentFacts) -> DocumentFacts:
    """The facts alone, without what the ledger knows of how the document came."""
    return DocumentFacts(**{name: getattr(document, name) for name in DocumentFacts.model_fields})


def line(anatomy: Anatomy, ledgered: Ledgered) -> AnatomyLine:
    """The claim for programs."""
    told = [one.statement for one in anatomy.portions if one.statement] + [one.statement for one in anatomy.uncounted]
    document = ledgered.document
    quotes = {one: ledgered.sourced[one].statement.evidence["_"][0].quote for one in told}
    pledges = {one.pledge for one in anatomy.portions if one.pledge} | {one.pledge for one in anatomy.uncounted}
    return AnatomyLine(
        document=facts_of(document) if document is not None else None,
        anatomy=anatomy,
        names={one: ledgered.names[one] for one in sorted(pledges)},
        quotes=dict(sorted(quotes.items())),
    )


def table_of(anatomy: Anatomy, ledgered: Ledgered, lines: bool) -> list[RenderableType]:
    """The claim for people: a row a step, under it each line if asked for."""
    told = _page(anatomy, ledgered, None)
    rows = [(row.label, row.figure, row.share, row.below) for row in told.wide.bars]
    more = f"{len(told.uncounted)} more add nothing to the sum" if told.uncounted else ""
    again = f"told {told.told_again:,} more times in all, counted once each" if told.told_again else ""
    notes = [elided(note, "dim") for note in (more, again) if note]
    return [Text(told.heading, "bold"), Text(" ".join(told.lead)), Text(""), table(_STEPS, rows), *notes,
            *(_lines(told) if lines else ())]  # fmt: skip


def write(anatomy: Anatomy, ledgered: Ledgered, head: str, files: Mapping[str, Path | None]) -> None:
    """The picture (svg) and the page (html), each where a file is named."""
    renderers = {"svg": render_picture, "html": render_page}
    for name, file in files.items():
        if file is not None:
            with replacing(file) as text:
                text.write(renderers[name](anatomy, ledgered, Colophon(settings.now()[:10], head, __version__)))
            terminal.tell(f"written: {file}")


def _page(anatomy: Anatomy, ledgered: Ledgered, head: str | None) -> AnatomyPage:
    return page(anatomy, ledgered, Colophon(settings.now()[:10], head, __version__))


def _lines(told: AnatomyPage) -> Iterator[RenderableType]:
    for part in told.parts:
        yield Text("")
        yield Text(f"{part.words}: {part.amount}", "bold cyan")
        if part.rows:
            yield table(_LINES, [(row.who, row.stated, row.counted, row.note) for row in part.rows])
    if told.uncounted:
        yield Text("")
        yield Text("No sum to add", "bold cyan")
        yield table(_LINES, [(row.who, row.stated, "", row.note) for row in told.uncounted])


def _stated(sourced: Iterable[Sourced], document: str, currency: str) -> Decimal | None:
    """The largest total that the document itself states in this currency."""
    found = [
        one.statement.amount
        for one in sourced
        if one.document.id == document and isinstance(one.statement, TotalStatement)
    ]
    stated = [amount.low or amount.high for amount in found if amount.currency == currency]
    return max((Decimal(str(one)) for one in stated if one is not None), default=None)


def _since(asked: Asked) -> date | None:
    return first_day(asked.since) if asked.since else None
