"""`makegood pledges` and `makegood show`: what was promised, and all that is known of one promise."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from makegood.cli import settings, terminal

if TYPE_CHECKING:
    from rich.console import RenderableType

    from makegood.ledger.views import LedgerView

Several = list[str] | None


def pledges(
    context: typer.Context,
    promisor: Annotated[str | None, typer.Option(help="Part of the promisor's name.", show_default=False)] = None,
    country: Annotated[Several, typer.Option(help="Where it is to land: code or name.", show_default=False)] = None,
    stage: Annotated[Several, typer.Option(help="pledged, committed, cancelled …", show_default=False)] = None,
    money: Annotated[Several, typer.Option(help="Kind: capex, loan, purchase …", show_default=False)] = None,
    minimum: Annotated[
        str | None,
        typer.Option("--min", metavar="AMOUNT", help="Smallest amount: 5bn, '$5 billion'.", show_default=False),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Announced (or first reported) then or later: 2025-06.", show_default=False),
    ] = None,
    sort: Annotated[
        Literal["date", "amount", "promisor", "stage"],
        typer.Option(help="Newest, largest in its currency, or by name."),
    ] = "date",
    limit: Annotated[int | None, typer.Option(min=1, help="So many at most.", show_default=False)] = None,
    form: settings.Format = "table",
    ledger: settings.LedgerAt = None,
    as_of: settings.AsOf = None,
) -> None:
    """List pledges, with totals: committed, and pledged beside it, never added together (R3).

    Totals have a low and a high end (R6), are kept apart by currency (R19) and cover all that the filters
    let pass. Country, stage and money may be given more than once. A date after ≤ is the first report's.

    \b
    Examples:
      makegood pledges --sort amount
      makegood pledges --promisor softbank --since 2025
      makegood pledges --country US --stage committed --min '$1 billion'
      makegood pledges --as-of 2025-06-30 --format csv > pledges.csv
    """
    from makegood.cli import overview, publishing
    from makegood.cli.selection import AtLeast, Selection, one_of, ordered, reported
    from makegood.model.statement import Money, Stage

    chosen = Selection(
        promisor=promisor,
        countries=tuple(country or ()),
        stages=one_of(Stage, stage, "--stage"),
        money=one_of(Money, money, "--money"),
        at_least=AtLeast.of(minimum) if minimum else None,
        since=since,
    )
    with settings.view(context, ledger, as_of) as view:
        actors = {actor.id: actor for actor in view.actors()}
        by_then = reported(view)
        found = ordered(chosen.of(view.pledges(), actors, by_then), sort, actors, by_then)
        if form == "table":
            terminal.show(*overview.pledges(found[:limit], actors, by_then), *overview.sums(found, limit))
        else:
            publishing.write(view, form, found[:limit], [])


def show(
    context: typer.Context,
    identity: settings.Identity,
    ledger: settings.LedgerAt = None,
    as_of: settings.AsOf = None,
) -> None:
    """Show one pledge with the words behind every fact; or one statement, or one document.

    \b
    Examples:
      makegood show pl:4f1a09
      makegood show 4f1a09 --as-of 2025-06-30
    """
    with settings.view(context, ledger, as_of) as view:
        terminal.show(*_told(view, identity, date.fromisoformat(as_of or settings.now()[:10])))


def _told(view: "LedgerView", identity: str, day: date) -> "list[RenderableType]":
    """What the ledger holds under this id, whatever kind of thing it is; silence is weighed as on `day`.

    Raises:
        UnknownIdError: nothing, or more than one thing, has it.
    """
    from makegood.cli import facts
    from makegood.errors import UnknownIdError

    kinds: dict[str, Callable[[LedgerView, str], list[RenderableType]]] = {
        "pl:": lambda view, identity: facts.pledge(view, identity, day),
        "st:": facts.statement,
        "sha256:": facts.document,
    }
    asked = [kind for prefix, kind in kinds.items() if identity.startswith(prefix)]
    unknown = []
    for tell in asked or kinds.values():
        try:
            return tell(view, identity)
        except UnknownIdError as error:
            unknown.append(str(error))
    raise UnknownIdError("; ".join(unknown))
