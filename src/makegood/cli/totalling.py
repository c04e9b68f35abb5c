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
    """The sum that a text is, in digits or with a currency; None where it is none ('one' may be a document's ref)."""
    from makegood.cli.selection import AtLeast
    from makegood.errors import ConfigError

    try:
        found = AtLeast.of(text)
    except ConfigError:
        return None
    return found if found.currency is not None or any(sign.isdigit() for sign in text) else None


def totals(
    context: typer.Context,
    by: Annotated[
        Literal["promisor", "country", "sector", "year", "money"] | None,
        typer.Option(help="Break it down.", show_default=False),
    ] = None,
    rules: Annotated[str, typer.Option(help="Rule set: makegood, binding or headline.")] = "makegood",
    currency: Currency = "USD",
    promisor: Annotated[str | None, typer.Option(help="Part of the promisor's name.", show_default=False)] = None,
    country: Annotated[list[str] | None, typer.Option(help="Where it is to land.", show_default=False)] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Announced or first reported then or later.", show_default=False)
    ] = None,
    lines: Annotated[bool, typer.Option("--lines", help="List every line, and what is left out.")] = False,
    form: Annotated[Literal["table", "json"], typer.Option("--format", "-f", help="How to print.")] = "table",
    ledger: settings.LedgerAt = None,
    as_of: settings.AsOf = None,
) -> None:
    """Add pledges up: committed, pledged beside it, and what was reported spent; never added together (R3).

    Each total names its rule set and opens line by line, and its lines add up to it to the cent. Money in other
    currencies is converted at the reference rate of the day it was promised (R19); what has no rate is listed
    and left out. Groups add up to the whole: a joint pledge is in one group of all its promisors.

    \b
    Examples:
      makegood totals --by money
      makegood totals --by promisor --country US --lines
      makegood totals --rules headline --since 2025-01-20 --format json
    """
    from makegood.assessment.counting import RULE_SETS
    from makegood.cli import printing, sums
    from makegood.cli.selection import Selection, reported
    from makegood.errors import ConfigError

    if rules not in RULE_SETS:
        raise ConfigError(f"--rules {rules!r} is none of {', '.join(RULE_SETS)}")
    with settings.view(context, ledger, as_of) as view:
        actors, by_then = {actor.id: actor for actor in view.actors()}, reported(view)
        chosen = Selection(promisor=promisor, countries=tuple(country or ()), since=since)
        pledges = chosen.of(view.pledges(), actors, by_then)
        total = sums.total(view, pledges, RULE_SETS[rules], currency.upper())
    groups = sums.groups(total, pledges, by, actors, by_then)
    if form == "json":
        printing.models("json", [sums.SumsLine(total=total, by=by, groups=groups)])
    else:
        terminal.show(*sums.tables(total, groups, lines))
