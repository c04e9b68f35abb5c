"""Tables for people: eighty columns, one flexible column, long text elided and never wrapped."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from makegood.assessment.sourced import DocumentFacts
from makegood.cli import phrases
from makegood.cli.lines import DocumentLine, MentionsLine
from makegood.model.issue import Issue
from makegood.model.statement import Statement
from makegood.model.values import Amount, Quantity
from makegood.publication import wording
from makegood.publication.inert import shown

_MAIN = ("amount", "jobs", "rate", "value", "outcome", "what", "relation", "then", "promisor")
_IN_SIGHT = 45


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is the widest it gets; 0 takes what the others leave."""

    title: str
    width: int = 0
    justify: Literal["left", "right"] = "left"
    style: str = ""


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Table:
    """A table of plain text; cells are made harmless and elided at their column's width."""
    cells = [[Text(shown(cell)) for cell in row] for row in rows]
    made = Table(box=SIMPLE_HEAD, expand=True, show_edge=False, padding=0, header_style="bold")
    for column, held in zip(columns, zip(*cells, strict=True) if cells else ((),) * len(columns), strict=True):
        widest = max(len(column.title), *(cell.cell_len for cell in held), 1)
        made.add_column(
            column.title,
            width=min(widest, column.width) or None,
            ratio=None if column.width else 1,
            justify=column.justify,
            style=column.style,
            no_wrap=True,
            overflow="ellipsis",
        )
    for row in cells:
        made.add_row(*row)
    return made


def heading(document: DocumentLine | DocumentFacts) -> Text:
    """Title, publisher and date of a document, in one line."""
    published = document.published and wording.date(document.published)
    parts = (document.title or document.ref, document.publisher, published)
    return elided(" · ".join(part for part in parts if part), "bold")


def elided(text: str, style: str = "") -> Text:
    """One harmless line that ends in … where the terminal does."""
    return Text(shown(text), style, no_wrap=True, overflow="ellipsis")


def saying(statements: Iterable[Statement], issues: Iterable[Issue]) -> Table:
    """Two lines a statement, what it says and the words; then the issues."""
    made = Table.grid(padding=(0, 1), expand=True)
    made.add_column(width=8, no_wrap=True)
    made.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    for statement in statements:
        made.add_row(Text(statement.kind, "cyan"), elided(phrases.fact(statement)))
        made.add_row("", elided(f"“{words(statement)}”", "dim"))
    for issue in issues:
        made.add_row(Text("issue", "yellow"), elided(f"{issue.code}: {issue.message}"))
    return made


def words(statement: Statement) -> str:
    """The sentence, begun late enough that the words which prove the main value are in sight."""
    whole = statement.evidence["_"][0]
    proof = next((statement.evidence[name][0] for name in _MAIN if statement.evidence.get(name)), whole)
    at = proof.start - whole.start
    if not _IN_SIGHT <= at < len(whole.quote):
        return whole.quote
    return "…" + whole.quote[whole.quote.rfind(" ", 0, at - _IN_SIGHT // 2) + 1 :]


def mentions(line: MentionsLine) -> list[RenderableType]:
    """One document's mentions: type, where, the words, the normalised value."""
    columns = (Column("type", 8, style="cyan"), Column("at", 7, "right"), Column("words", 28), Column("value"))
    rows = [(str(m["type"]), str(m["start"]), str(m["quote"]), _value(m)) for m in line.mentions]
    return [elided(line.id, "bold"), table(columns, rows)]


def _value(mention: Mapping[str, Any]) -> str:
    """The normalised value, in words where they lose nothing."""
    match mention["type"]:
        case "money":
            return wording.money(Amount(**{name: mention[name] for name in Amount.model_fields}))
        case "count" | "percent":
            ends = [None if mention[end] is None else wording.count(mention[end]) for end in ("low", "high")]
            unit = f" {mention['of']}" if "of" in mention else " %"
            return wording.bounded(Quantity(**{name: mention[name] for name in Quantity.model_fields}), ends) + unit
        case _:
            plain = {"type", "start", "end", "quote"}
            return " · ".join(str(value) for name, value in mention.items() if name not in plain and value is not None)
