"""`makegood judge`: a person's verdicts, each with a reason, in the ledger like everything else."""

from typing import TYPE_CHECKING, Annotated

import typer

from makegood.cli import settings, terminal

if TYPE_CHECKING:
    from makegood.cli.verdicts import Verdict
    from makegood.ledger.store import Ledger

Reason = Annotated[str, typer.Option("--reason", "-r", help="Why; it is published.", show_default=False)]
By = Annotated[str | None, typer.Option("--by", help="Who judges: a name.", show_default="by in makegood.toml")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The id of the other.", show_default=False)]
Corrections = Annotated[
    list[str],
    typer.Argument(metavar="FIELD=VALUE...", help="Names as `makegood read` prints them.", show_default=False),
]

app = typer.Typer(
    name="judge",
    help="Correct, reject, merge or split what was read; nothing is ever overwritten.",
    rich_markup_mode=None,
)


@app.command()
def correct(
    context: typer.Context,
    identity: settings.Identity,
    fields: Corrections,
    reason: Reason,
    by: By = None,
    ledger: settings.LedgerAt = None,
) -> None:
    """Correct fields of a statement; what the reader said is kept beside it.

    Parts of a field are named with a dot. A value is JSON, an amount in words, or else text; no value clears it.

    \b
    Examples:
      makegood judge correct st:81c2 amount="up to $5 billion" -r "so the release" --by "A. Editor"
      makegood judge correct st:81c2 stage=cancelled purpose= -r "called off on page 2" --by "A. Editor"
    """
    from makegood.cli.verdicts import Verdict, corrections, statement_of

    with settings.opened(context, ledger) as book:
        held = statement_of(book.view(), identity)
        changed = corrections(held.statement, fields)
        _keep(book, Verdict("override", held.statement.id, fields=changed), reason, settings.judge(context, by))


@app.command()
def reject(
    context: typer.Context, identity: settings.Identity, reason: Reason, by: By = None, ledger: settings.LedgerAt = None
) -> None:
    """Reject a statement: it stays visible, and is in no pledge.

    \b
    Examples:
      makegood judge reject st:81c2 --reason "an analyst's estimate, no promise" --by "A. Editor"
    """
    from makegood.cli.verdicts import Verdict, statement_of

    with settings.opened(context, ledger) as book:
        subject = statement_of(book.view(), identity).statement.id
        _keep(book, Verdict("reject", subject), reason, settings.judge(context, by))


@app.command()
def merge(
    context: typer.Context,
    identity: settings.Identity,
    other: Other,
    reason: Reason,
    by: By = None,
    ledger: settings.LedgerAt = None,
) -> None:
    """Judge that two pledges, or two statements, speak of the same undertaking.

    \b
    Examples:
      makegood judge merge pl:4f1a09 pl:77d0e2 --reason "the same plant, announced twice" --by "A. Editor"
    """
    from makegood.cli.verdicts import between

    with settings.opened(context, ledger) as book:
        _keep(book, between("same", book.view(), identity, other), reason, settings.judge(context, by))


@app.command()
def split(
    context: typer.Context,
    identity: settings.Identity,
    other: Other,
    reason: Reason,
    by: By = None,
    ledger: settings.LedgerAt = None,
) -> None:
    """Judge that two pledges, or two statements, speak of different undertakings.

    \b
    Examples:
      makegood judge split st:81c2 st:09ab --reason "a second plant, in another state" --by "A. Editor"
    """
    from makegood.cli.verdicts import between

    with settings.opened(context, ledger) as book:
        _keep(book, between("different", book.view(), identity, other), reason, settings.judge(context, by))


def _keep(book: "Ledger", verdict: "Verdict", reason: str, by: str) -> None:
    at = settings.now()
    head = book.judge(verdict.judgement(reason, by, at), at)
    terminal.tell(f"kept as entry {head.entries}: {verdict.words()}, by {by}")
