"""Lines as they come, in each format. `aside` takes the progress bar off the terminal for the moment."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Protocol

from makegood.cli import tables, terminal
from makegood.cli.lines import MentionsLine, ReadLine, to_json
from makegood.model.frozen import Frozen
from makegood.publication.exporter import Publication
from makegood.publication.tabular import CsvExporter

Aside = Callable[[], AbstractContextManager[None]]


class Line(Protocol):
    """Anything that prints itself as one line of JSON."""

    def to_json(self) -> str:
        """One line of JSON."""
        ...


def jsonl(lines: Iterable[Line], aside: Aside) -> None:
    """One JSON value a line."""
    for line in lines:
        with aside():
            terminal.write(line.to_json() + "\n")


def models(form: str, found: Iterable[Frozen]) -> None:
    """Models as a JSON list or as JSON lines."""
    {"json": json, "jsonl": jsonl}[form]((_Modelled(one) for one in found), nullcontext)


@dataclass(frozen=True, slots=True)
class _Modelled:
    model: Frozen

    def to_json(self) -> str:
        return to_json(self.model.model_dump(mode="json", by_alias=True))


def json(lines: Iterable[Line], aside: Aside) -> None:
    """One JSON list."""
    opening = "[\n"
    for line in lines:
        with aside():
            terminal.write(opening + line.to_json())
        opening = ",\n"
    terminal.write("[]\n" if opening == "[\n" else "\n]\n")


def readings(lines: Iterable[ReadLine], aside: Aside) -> None:
    """For people: documents that say something, one block each."""
    for line in lines:
        if line.document.id is not None and (line.statements or line.issues):
            with aside():
                terminal.show(tables.heading(line.document), tables.saying(line.statements, line.issues), "")


def csv(lines: Iterable[ReadLine], _: Aside) -> None:
    """One row a statement, when all is read."""
    statements = [one for line in lines for one in line.sourced()]
    with terminal.stream() as out:
        CsvExporter().write(Publication(statements=statements), out)


def mentions(lines: Iterable[MentionsLine], aside: Aside) -> None:
    """For people: one table a document."""
    for line in lines:
        with aside():
            terminal.show(*tables.mentions(line), "")


READ: dict[str, Callable[[Iterable[ReadLine], Aside], None]] = {
    "table": readings, "json": json, "jsonl": jsonl, "csv": csv,
}  # fmt: skip
MENTIONS: dict[str, Callable[[Iterable[MentionsLine], Aside], None]] = {"table": mentions, "json": json, "jsonl": jsonl}
