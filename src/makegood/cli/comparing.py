"""Changes between documents or dates: from the ledger to a table, a line of JSON and a page."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import RenderableType
from rich.text import Text

from makegood import __version__
from makegood.assessment.changes import ORDER, Change, changes, changes_between
from makegood.assessment.sayings import sayings_of
from makegood.assessment.sourced import DocumentFacts, Sourced
from makegood.cli import settings, terminal
from makegood.cli.anatomies import facts_of, names
from makegood.cli.files import replacing
from makegood.cli.selection import first_day
from makegood.cli.tables import elided, words
from makegood.errors import ConfigError
from makegood.ledger.holdings import HeldDocument
from makegood.ledger.views import LedgerView
from makegood.model.frozen import Frozen
from makegood.publication.changes import TITLES, Compared, render, row, side, summary
from makegood.publication.inert import shown
from makegood.publication.page import Colophon

Found = tuple[tuple[Change, ...], Compared]


class ChangesLine(Frozen):
    """What `makegood diff` prints for programs. `names` are pledge id → who promises, `quotes` statement id → words."""

    before: DocumentFacts | str
    after: DocumentFacts | str
    changes: tuple[Change, ...]
    names: dict[str, str]
    quotes: dict[str, str]


def of_documents(view: LedgerView, before: HeldDocument, after: HeldDocument) -> Found:
    """What changed from one document to the other.

    Raises:
        ConfigError: both are one document.
    """
    if before.id == after.id:
        raise ConfigError(f"{before.ref} and {after.ref} are one document: name two")
    pledges, by_id = view.pledges(), {one.id: one for one in view.sourced()}
    told = [sayings_of(one.id, pledges, by_id) for one in (before, after)]
    actors = {actor.id: actor for actor in view.actors()}
    return changes(*told), Compared(facts_of(before), facts_of(after), by_id, names(pledges, actors))


def of_dates(view: LedgerView, first: str, last: str) -> Found:
    """What documents published after the first date and until the last changed.

    Raises:
        ConfigError: one is no date, or they are in the wrong order.
    """
    days = first_day(first), first_day(last)
    if days[0] >= days[1]:
        raise ConfigError(f"--between {first} {last}: give the earlier date first")
    pledges, by_id = view.pledges(), {one.id: one for one in view.sourced()}
    actors = {actor.id: actor for actor in view.actors()}
    return changes_between(pledges, by_id, *days), Compared(first, last, by_id, names(pledges, actors))


def line(found: Sequence[Change], compared: Compared) -> ChangesLine:
    """The changes for programs."""
    told = {one for change in found for one in (change.before, change.after) if one is not None}
    return ChangesLine(
        before=compared.before,
        after=compared.after,
        changes=tuple(found),
        names={one.pledge: compared.names.get(one.pledge, one.pledge) for one in found},
        quotes={one: _quote(compared.sourced[one]) for one in sorted(told)},
    )


def tables(found: Sequence[Change], compared: Compared) -> list[RenderableType]:
    """The changes for people: each with the words of both."""
    heading = f"{side(compared.before)} → {side(compared.after)}"
    return [elided(heading, "bold"), Text(summary(found)), *_sections(found, compared)]


def write(found: Sequence[Change], compared: Compared, head: str, file: Path) -> None:
    """The page."""
    with replacing(file) as text:
        text.write(render(found, compared, Colophon(settings.now()[:10], head, __version__)))
    terminal.tell(f"written: {file}")


def _sections(found: Sequence[Change], compared: Compared) -> Iterator[RenderableType]:
    for what in ORDER:
        held = [one for one in found if one.what == what]
        if held and what != "unchanged":
            yield Text("")
            yield Text(f"{TITLES[what][0]} ({len(held)})", "bold cyan")
            for change in held:
                yield from _told(change, compared)
    same = sum(one.what == "unchanged" for one in found)
    if same:
        yield Text("")
        yield Text(f"{same:,} unchanged", "dim")


def _told(change: Change, compared: Compared) -> Iterator[RenderableType]:
    told = row(change, compared)
    by = f" ({told.by})" if told.by else ""
    yield elided(f"{told.who}: {told.figures}{by}{f' · {told.note}' if told.note else ''}")
    for sign, statement in (("−", change.before), ("+", change.after)):
        if statement is not None:
            yield elided(f"  {sign} “{shown(words(compared.sourced[statement].statement))}”", "dim")


def _quote(sourced: Sourced) -> str:
    return sourced.statement.evidence["_"][0].quote
