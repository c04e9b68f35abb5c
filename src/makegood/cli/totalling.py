"""`makegood claim` and `makegood totals`: sums that can be taken apart."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from makegood.cli import settings, terminal

if TYPE_CHECKING:
    from makegood.cli.selection import AtLeast

File = Path | None
Currency = Annotated[str, typer.Option(help="Count in this currency, at the reference rates of the ECB.")]


def take_apart(
    context: typer.Context,
    subject: Annotated[
        str, typer.Argument(metavar="AMOUNT|DOCUMENT", help="A sum, or a document that makes one.", show_default=False)
    ],
    total: Annotated[
        str | None,
        typer.Option(metavar="AMOUNT", help="What a document claims, where it is not what it states or adds up to."),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="What was announced before does not count.", show_default=False)
    ] = None,
    country: Annotated[list[str] | None, typer.Option(help="Where it is to land.", show_default=False)] = None,
    currency: Currency = "USD",
    lines: Annotated[bool, typer.Option("--lines", help="List every line behind each step.")] = False,
    form: Annotated[Literal["table", "json"], typer.Option("--format", "-f", help="How to print.")] = "table",
    svg: Annotated[File, typer.Option(metavar="FILE", help="Write the picture.", show_default=False)] = None,
    html: Annotated[File, typer.Option(metavar="FILE", help="Write a page.", show_default=False)] = None,
    ledger: settings.LedgerAt = None,
) -> None:
    """Take a claimed total apart: what stands behind it, and on what grounds the rest does not.

    An AMOUNT is held against all that the ledger holds. Of a DOCUMENT (its id or ref in the ledger, else a
    file or URL that is read now and not kept) its own lines are taken: against the total that it states, or
    against what they add up to. All steps together are the claim, to the cent.

    \b
    Examples:
      makegood claim "21 trillion" --country US --since 2025-01-20
      makegood claim samples/07-list-of-investments.md --html list.html --svg list.svg
      makegood claim list.html --total '$9.6 trillion' --lines
    """
    from makegood.cli import anatomies, printing
    from makegood.cli.anatomies import Asked

    asked = Asked(total, since, tuple(country or ()), currency.upper())
    sum_asked = None if Path(subject).exists() else _sum(subject)
    if sum_asked is not None:
        with settings.view(context, ledger) as view:
            anatomy, ledgered = anatomies.of_sum(view, sum_asked, asked)
            head = view.head().hash
    else:
        from makegood.cli import lookup

        with lookup.documents(context, [subject], ledger) as found:
            anatomy, ledgered = anatomies.of_document(found.view, found.documents[0], asked)
            head = found.view.head().hash
    if form == "json":
        printing.models("json", [anatomies.line(anatomy, ledgered)])
    else:
        terminal.show(*anatomies.table_of(anatomy, ledgered, lines))
    anatomies.write(anatomy, ledgered, head, {"svg": svg, "html": html})


def _sum(text: str) -> "AtLeast | None":
    """The sum that a text is; None where it is none."""
    from makegood.cli.selection import AtLeast
    from makegood.errors import ConfigError

    try:
        return AtLeast.of(text)
    except ConfigError:
        return None
