"""`makegood actors`: who is known, what a promisor's record is, and actors known from elsewhere."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from makegood.cli import settings, terminal
from makegood.cli.holdings import Plain

app = typer.Typer(
    name="actors",
    help="List actors, show what a promisor promised before, import those known from elsewhere.",
    rich_markup_mode=None,
)


@app.command("import")
def import_actors(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="FollowTheMoney JSON lines; - for standard input.")],
    source: Annotated[str | None, typer.Option(help="Where they come from.", show_default="the file's name")] = None,
    ledger: settings.LedgerAt = None,
) -> None:
    """Import actors with their other names and identifiers, so that documents' names are resolved to them.

    \b
    Examples:
      makegood actors import companies.ftm.json --source "Company register, 2025-06"
    """
    from makegood.cli.followthemoney import actors
    from makegood.errors import SourceError
    from makegood.model.actor import Actor

    try:
        with sys.stdin if str(file) == "-" else file.open(encoding="utf-8") as lines:
            found = list(actors(lines))
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{file} cannot be read as JSON lines: {error}") from error
    good = [one for one in found if isinstance(one, Actor)]
    for wrong in (one for one in found if isinstance(one, str)):
        terminal.tell(f"{file}: {wrong}")
    if not good:
        raise SourceError(f"{file} holds no actors: give JSON lines with schema, id and properties")
    with settings.opened(context, ledger) as book:
        book.import_actors(good, source or file.name, settings.now())
    terminal.tell(f"{len(good):,} actors imported")
    if len(good) < len(found):
        raise typer.Exit(1)


@app.command("show")
def show_actor(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME|ID", help="Part of a name, or an id.", show_default=False)],
    ledger: settings.LedgerAt = None,
    as_of: settings.AsOf = None,
) -> None:
    """Show a promisor's record: what it promised before, where each pledge stands, and what came of it.

    What is only inferred from silence is marked as such (R17).

    \b
    Examples:
      makegood actors show softbank
      makegood actors show softbank --as-of 2025-06-30
    """
    from makegood.assessment.record import past as past_of
    from makegood.cli import past
    from makegood.publication.gathered import sourced

    day = as_of or settings.now()[:10]
    with settings.view(context, ledger, as_of) as view:
        pledges = view.pledges()
        actor = past.promisor(name, view.actors(), pledges)
        found = past_of(actor, pledges, sourced(view), view.judgements(), date.fromisoformat(day))
    terminal.show(*past.promised_before(found))


@app.command("list")
def list_actors(
    context: typer.Context, form: Plain = "table", ledger: settings.LedgerAt = None, as_of: settings.AsOf = None
) -> None:
    """List the actors that documents name, and those they were resolved to.

    \b
    Examples:
      makegood actors list --format jsonl
    """
    from makegood.cli import overview, printing

    with settings.view(context, ledger, as_of) as view:
        found = sorted(view.actors(), key=lambda actor: (actor.name.casefold(), actor.id))
    if form == "table":
        terminal.show(*overview.actors(found))
    else:
        printing.models(form, found)
