"""`makegood sources`, `issues`, `verify` and `rebuild`: what the ledger holds, and whether it is whole."""

from collections import Counter
from typing import Annotated, Literal

import typer

from makegood.cli import settings, terminal

Plain = Annotated[Literal["table", "json", "jsonl"], typer.Option("--format", "-f", help="How to print.")]


def sources(
    context: typer.Context, form: Plain = "table", ledger: settings.LedgerAt = None, as_of: settings.AsOf = None
) -> None:
    """List the documents in the ledger, by date of publication.

    \b
    Examples:
      makegood sources
      makegood sources --format jsonl | jq -r .url
    """
    from makegood.cli import overview, printing

    with settings.view(context, ledger, as_of) as view:
        found = view.documents()
        if form == "table":
            said = Counter(held.document for held in view.statements() if not held.rejected)
            terminal.show(*overview.documents(found, said))
        else:
            printing.models(form, found)


def issues(
    context: typer.Context,
    code: Annotated[list[str] | None, typer.Option(help="Only of this code.", show_default=False)] = None,
    form: Plain = "table",
    ledger: settings.LedgerAt = None,
    as_of: settings.AsOf = None,
) -> None:
    """List what is doubtful in documents, and inputs that could not be read.

    \b
    Examples:
      makegood issues
      makegood issues --code not_found --code empty --format jsonl
    """
    from makegood.cli import overview, printing

    with settings.view(context, ledger, as_of) as view:
        found = [held for held in view.issues() if not code or held.issue.code in code]
    if form == "table":
        terminal.show(*overview.issues(found))
    else:
        printing.models(form, found)


def verify(
    context: typer.Context,
    expect: Annotated[
        str | None, typer.Option(metavar="HASH", help="A head noted earlier.", show_default=False)
    ] = None,
    ledger: settings.LedgerAt = None,
) -> None:
    """Recompute the chain: was any entry or document changed, removed, reordered or inserted?

    Prints the head. Note it somewhere else and give it as --expect later: then even a ledger forged as a
    whole is found out. Exit code 1: something does not fit.

    \b
    Examples:
      makegood verify --ledger pledges.sqlite
      makegood verify --expect sha256:9f3c…
    """
    with settings.opened(context, ledger) as book:
        found = book.verify(expect)
    for finding in found.findings:
        terminal.tell(f"{finding.where}: {finding.message}")
    terminal.write(f"{found.head}\n")
    counts = f"{found.entries:,} entries, {found.documents:,} documents"
    if found.findings:
        terminal.tell(f"NOT VERIFIED: {len(found.findings)} findings in {counts}; restore a copy that you trust")
        raise typer.Exit(1)
    terminal.tell(f"verified: {counts}")


def rebuild(context: typer.Context, ledger: settings.LedgerAt = None) -> None:
    """Make all derived tables again from the entries, and print their digest: the same each time.

    \b
    Examples:
      makegood rebuild --ledger pledges.sqlite
    """
    with settings.opened(context, ledger) as book:
        terminal.write(f"{book.rebuild()}\n")
