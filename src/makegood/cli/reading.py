"""`makegood read` and `makegood mentions`: documents in, what they say out."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from makegood.cli import settings, terminal

if TYPE_CHECKING:
    from makegood.cli.lines import MentionsLine, ReadLine
    from makegood.cli.tally import Tally
    from makegood.model.document import Document
    from makegood.sources import Unread
    from makegood.workflow import Step

_TOLD = 20
Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH|URL|-...", help="Files, folders, URLs; - reads standard input.", show_default=False),
]


def read(
    context: typer.Context,
    paths: Paths,
    form: Annotated[
        Literal["table", "json", "jsonl", "csv"], typer.Option("--format", "-f", help="How to print.")
    ] = "table",
    with_text: Annotated[bool, typer.Option("--with-text", help="Print the documents' texts (json, jsonl).")] = False,
    keep: Annotated[bool, typer.Option("--keep", "-k", help="Keep what was read in the ledger.")] = False,
    ledger: Annotated[
        str | None, typer.Option("--ledger", "-l", metavar="FILE|URL", help="Keep it in this one.", show_default=False)
    ] = None,
    reader: Annotated[str | None, typer.Option(help="Plug-in that reads.", show_default="hybrid")] = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="Processes that read.", show_default="one a core")] = None,
) -> None:
    """Read documents: what was promised, by whom, and the words that say so.

    Without --keep or --ledger nothing is stored. With one, documents read before are skipped, so that a
    second run goes on where the first was stopped. Exit code 1: something could not be read.

    \b
    Examples:
      makegood read story.html
      makegood read press-releases/ --keep
      makegood read https://example.org/news/plant --format jsonl
      curl -s https://example.org/feed.xml | makegood read - --ledger pledges.sqlite
    """
    from makegood import workflow
    from makegood.cli import printing
    from makegood.cli.progress import bar
    from makegood.cli.tally import Tally
    from makegood.sources import locate

    chosen = settings.config(context)
    located = list(locate(_named(paths)))
    name, workers, url = reader or chosen.reader, jobs or chosen.workers, ledger or (chosen.ledger if keep else None)
    tally = Tally()
    with ExitStack() as stack:
        counter = stack.enter_context(bar(located))
        inputs = counter.counting(located)
        if url is None:
            steps = workflow.read(inputs, name, workers)
        else:
            book = stack.enter_context(workflow.open_ledger(url, create=True))
            before = workflow.read_before(book, name), workflow.cleaned_before(book)
            steps = workflow.read(inputs, name, workers, *before)
            steps = workflow.keep(steps, book, settings.now(), chosen.batch)
        printing.READ[form](_read_lines(tally.counting(steps), with_text), counter.aside)
    _leave(tally, f" · kept in {_shown(url)}" if url else "")


def mentions(
    paths: Paths,
    form: Annotated[Literal["table", "json", "jsonl"], typer.Option("--format", "-f", help="How to print.")] = "table",
) -> None:
    """List normalised mentions alone: money, counts, percent, dates, durations, periods, actors.

    \b
    Examples:
      makegood mentions story.html
      echo "about $5 billion by 2030" | makegood mentions - --format jsonl
    """
    from makegood import workflow
    from makegood.cli import printing
    from makegood.cli.progress import bar
    from makegood.cli.tally import Tally
    from makegood.sources import locate

    located = list(locate(_named(paths)))
    tally = Tally()
    with bar(located) as counter:
        found = workflow.documents(counter.counting(located))
        printing.MENTIONS[form](_mention_lines(tally.counting(found)), counter.aside)
    _leave(tally, "")


def _named(paths: list[str]) -> list[str]:
    """The paths, none of them empty: an unset variable of a script must not mean the whole folder."""
    if not all(paths):
        raise typer.BadParameter("a PATH is empty; name a file, a folder, a URL, or - for standard input")
    return paths


def _shown(url: str) -> str:
    """The ledger's name without its password."""
    from makegood.ledger.engine import ledger_url, shown

    return shown(ledger_url(url))


def _leave(tally: "Tally", more: str) -> None:
    for issue in tally.failures[:_TOLD]:
        terminal.tell(issue.message)
    if len(tally.failures) > _TOLD:
        terminal.tell(f"and {len(tally.failures) - _TOLD:,} more; --format jsonl lists all")
    terminal.tell(tally.words() + more)
    if tally.failed:
        raise typer.Exit(1)


def _read_lines(steps: "Iterable[Step]", with_text: bool) -> "Iterator[ReadLine]":
    """What is to be printed: documents read now, and inputs that could not be."""
    from makegood.cli.lines import DocumentLine, ReadLine
    from makegood.workflow import Known, Read

    for step in steps:
        if isinstance(step, Read):
            facts = DocumentLine.of(step.document, step.reading, with_text)
            yield ReadLine(document=facts, statements=step.reading.statements, issues=step.reading.issues)
        elif not isinstance(step, Known):
            yield ReadLine(document=DocumentLine(id=None, ref=step.ref), issues=(step.issue,))


def _mention_lines(found: "Iterable[Document | Unread]") -> "Iterator[MentionsLine]":
    from makegood import workflow
    from makegood.cli.lines import MentionsLine
    from makegood.sources import Unread

    for one in found:
        if not isinstance(one, Unread):
            yield MentionsLine(id=one.ref, mentions=tuple(workflow.mentions(one)))
