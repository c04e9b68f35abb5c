"""`makegood diff`: what changed between two documents, or between two dates of a ledger."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from makegood.cli import settings, terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from makegood.assessment.changes import Change
    from makegood.publication.changes import Compared


def diff(
    context: typer.Context,
    documents: Annotated[
        list[str] | None, typer.Argument(metavar="[OLD NEW]", help="Two documents: ids, files or URLs.")
    ] = None,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="DATE DATE", help="What documents published in between changed.", show_default=False),
    ] = None,
    form: Annotated[Literal["table", "json"], typer.Option("--format", "-f", help="How to print.")] = "table",
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a page with the words of both.", show_default=False)
    ] = None,
    ledger: settings.LedgerAt = None,
) -> None:
    """Compare two versions of a list, or a ledger at two dates: added, dropped, raised, cut, reworded.

    What the ledger takes for one pledge stands side by side with the words of both. Documents are named by id or
    ref in the ledger; a file or URL that it does not hold is read now and not kept. With --between, what had been
    published until the first date is held against what was published after it and until the second.

    \b
    Examples:
      makegood diff list-may.html list-june.html
      makegood diff 3f09aa 81c2d4 --html changes.html
      makegood diff --between 2025-05-31 2025-08-15 --format json
    """
    from makegood.cli import comparing, lookup, printing
    from makegood.errors import ConfigError

    named = list(documents or ())
    if (len(named) != 2) == (between is None) or (named and between):
        raise ConfigError("name two documents, the older first, or give --between DATE DATE")
    if between is not None:
        with settings.view(context, ledger) as view:
            found, compared = comparing.of_dates(view, *between)
            head = view.head().hash
    else:
        with lookup.documents(context, named, ledger) as asked:
            found, compared = comparing.of_documents(asked.view, *asked.documents)
            head = asked.view.head().hash
    if form == "json":
        printing.models("json", [comparing.line(found, compared)])
    else:
        terminal.show(*_shown(found, compared))
    if html is not None:
        comparing.write(found, compared, head, html)


def _shown(found: "Sequence[Change]", compared: "Compared") -> "list[RenderableType]":
    from makegood.cli import comparing

    return comparing.tables(found, compared)
