"""`makegood export` and `makegood dossier`: what the ledger holds, for others to read."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from makegood.cli import settings, terminal

if TYPE_CHECKING:
    from makegood.assessment.sourced import Sourced
    from makegood.ledger.views import LedgerView
    from makegood.model.pledge import Pledge


def export(
    context: typer.Context,
    form: Annotated[str, typer.Option("--format", "-f", help="json, jsonl, csv, or an exporter plug-in.")] = "jsonl",
    what: Annotated[Literal["all", "pledges", "statements"], typer.Option(help="What to write.")] = "all",
    out: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to.", show_default="standard output")
    ] = None,
    ledger: settings.LedgerAt = None,
    as_of: settings.AsOf = None,
) -> None:
    """Write pledges and statements, with their quotes and sources, for programs and spreadsheets.

    \b
    Examples:
      makegood export --format csv -o ledger.csv
      makegood export --what pledges | jq .promisor_names
      makegood export --as-of 2025-06-30 --format json -o june.json
    """
    from makegood.publication.gathered import sourced

    with settings.view(context, ledger, as_of) as view:
        pledges = view.pledges() if what != "statements" else []
        statements = sourced(view) if what != "pledges" else []
        write(view, form, pledges, statements, out)


def dossier(
    context: typer.Context,
    identity: settings.Identity,
    out: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to.", show_default="dossier-ID.html")
    ] = None,
    ledger: settings.LedgerAt = None,
    as_of: settings.AsOf = None,
) -> None:
    """Write one pledge's dossier as a single HTML file: every figure with its sentence, to send or print.

    \b
    Examples:
      makegood dossier pl:4f1a09
      makegood dossier 4f1a09 -o softbank.html
    """
    from makegood import __version__
    from makegood.cli.files import replacing
    from makegood.publication.dossier import render
    from makegood.publication.gathered import dossier_of
    from makegood.publication.page import Colophon

    with settings.view(context, ledger, as_of) as view:
        day = as_of or settings.now()[:10]
        found = dossier_of(view, identity, date.fromisoformat(day))
        html = render(found, Colophon(day, view.head().hash, __version__))
    path = out or Path(f"dossier-{found.pledge.id.partition(':')[2][:12]}.html")
    with replacing(path) as text:
        text.write(html)
    terminal.write(f"{path}\n")


def write(
    view: "LedgerView", form: str, pledges: "Sequence[Pledge]", statements: "Sequence[Sourced]", out: Path | None = None
) -> None:
    """Pledges and statements in one format, to a file or standard output.

    Raises:
        ConfigError: no such exporter, or the file cannot be written.
    """
    from makegood import plugins
    from makegood.cli.files import replacing
    from makegood.publication.gathered import publication_of

    exporter = plugins.exporter(form)
    publication = publication_of(view, settings.now()[:10], pledges, statements)
    with terminal.stream() if out is None else replacing(out) as text:
        exporter.write(publication, text)
