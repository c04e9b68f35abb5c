"""`makegood reference`: pledges of the past and what came of them, to load, check, correct and learn from."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from makegood.cli import settings, terminal

if TYPE_CHECKING:
    from makegood.ledger.store import Ledger
    from makegood.reference.pledges import History

app = typer.Typer(
    name="reference",
    help="Pledges of the past and what came of them: load them, check and correct them, learn from them.",
    rich_markup_mode=None,
)

From = Annotated[
    Path | None,
    typer.Option("--from", metavar="FOLDER", help="pledges.csv and outcomes.csv of yours.", show_default="as shipped"),
]


@app.command()
def load(context: typer.Context, folder: From = None, ledger: settings.LedgerAt = None) -> None:
    """Load the reference ledger, so that a promisor's page shows what it promised before and what came of it.

    Each row becomes a document of a few sentences of ours, with the page that states the fact as its address.
    Loading again changes nothing; a corrected row takes the place of the earlier one.

    \b
    Examples:
      makegood reference load
      makegood reference load --from my-rows
    """
    from makegood import workflow
    from makegood.reference.retelling import SCHEME, retold, withdrawn

    history = _history(folder)
    told = retold(history)
    with workflow.open_ledger(ledger or settings.config(context).ledger, create=True) as book:
        refs = [ref for held in book.view().documents() for ref in held.refs if ref.startswith(SCHEME)]
        done = book.append(told, settings.now())
        gone = book.append(withdrawn(refs, told), settings.now()).added
        _tell_apart(book, history)
    new = done.added + done.revised + done.sighted
    terminal.tell(
        f"{len(told):,} rows of the reference ledger: {new:,} new or changed, {done.unchanged:,} as before"
        f"{f', {gone:,} withdrawn' if gone else ''}"
    )


@app.command()
def check(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="FOLDER", help="Where pledges.csv and outcomes.csv are.", show_default="as shipped"),
    ] = None,
) -> None:
    """Check rows before they are loaded: codes, dates, sums, addresses, references between rows.

    \b
    Examples:
      makegood reference check my-rows
    """
    from makegood.reference.checking import problems

    pledges, outcomes = _tables(folder)
    found = problems(pledges, outcomes)
    for problem in found:
        terminal.write(problem + "\n")
    terminal.tell(f"{len(pledges):,} pledges, {len(outcomes):,} outcomes, {len(found):,} to mend")
    if found:
        raise typer.Exit(1)


@app.command()
def rates(
    by: Annotated[
        Literal["all", "kind", "size", "sector"], typer.Option(help="Kind of promisor, size of the sum, or sector.")
    ] = "kind",
    before: Annotated[str, typer.Option(metavar="YEAR", help="Only pledges announced before.")] = "2022",
    folder: From = None,
) -> None:
    """Show what usually came of pledges: shares in the reference ledger, each with its 95% interval.

    \b
    Examples:
      makegood reference rates --by size
    """
    from makegood.assessment.base_rates import rates as shares
    from makegood.cli import past

    terminal.show(*past.rates(shares(_history(folder), by, before)))


@app.command()
def survival(folder: From = None) -> None:
    """Show how long pledges stay open: the share settled, and the share delivered, by years since the announcement.

    \b
    Examples:
      makegood reference survival --from my-rows
    """
    from makegood.assessment.survival import curve, lives
    from makegood.cli import past

    history = _history(folder)
    settled, delivered = lives(history, "settled"), lives(history, "delivered")
    curves = curve(settled, past.YEARS), curve(delivered, past.YEARS)
    terminal.show(*past.survival(*curves, pledges=len(settled)))


@app.command()
def write(folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to.", show_default=False)]) -> None:
    """Write the rows as shipped into a folder, to correct them or add to them; nothing there is replaced.

    \b
    Examples:
      makegood reference write my-rows
    """
    from importlib.resources import files

    from makegood.errors import ConfigError

    there = [folder / name for name in _FILES if (folder / name).exists()]
    if there:
        raise ConfigError(f"{there[0]} exists: name an empty folder")
    folder.mkdir(parents=True, exist_ok=True)
    for name in _FILES:
        (folder / name).write_bytes((files("makegood.reference") / name).read_bytes())
        terminal.write(f"{folder / name}\n")


def _tell_apart(book: "Ledger", history: "History") -> None:
    """Judge rows different that the rules put together."""
    from makegood.reference.apart import apart

    view, at = book.view(), settings.now()
    documents = {held.id: held.ref for held in view.documents()}
    refs = {held.statement.id: documents[held.document] for held in view.statements("pledge")}
    for judgement in apart(history, view.pledges(), refs, at):
        book.judge(judgement, at)


_FILES = ("pledges.csv", "outcomes.csv")


def _tables(folder: Path | None) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The rows of both tables.

    Raises:
        SourceError: they cannot be read.
    """
    from makegood.errors import SourceError
    from makegood.reference import tables
    from makegood.reference.pledges import rows_of

    if folder is None:
        return list(tables.rows("pledges")), list(tables.rows("outcomes"))
    try:
        pledges, outcomes = ((folder / name).read_text(encoding="utf-8-sig") for name in _FILES)
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{folder} cannot be read as the reference ledger: {error}") from error
    return rows_of(pledges), rows_of(outcomes)


def _history(folder: Path | None) -> "History":
    """The rows as values.

    Raises:
        SourceError: they cannot be read, or something is wrong with them.
    """
    from makegood.errors import SourceError
    from makegood.reference.checking import problems
    from makegood.reference.pledges import history, shipped

    if folder is None:
        return shipped()
    pledges, outcomes = _tables(folder)
    found = problems(pledges, outcomes)
    if found:
        raise SourceError(f"{found[0]} (and {len(found) - 1} more: makegood reference check {folder})")
    return history(pledges, outcomes)
