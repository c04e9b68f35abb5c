"""Paragraphs of ours with marks in them, and statements in one readable line, as the golden files hold them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from makegood.model.document import Document
from makegood.model.statement import PledgeStatement, ProgressStatement
from makegood.model.values import Amount, Quantity

_MARK = re.compile(r"\[([^|\]]+)\|(?:(\d)\.)?(\w+)\]")
_BOUNDS = {
    "exact": "{low}",
    "at_least": "at least {low}",
    "more_than": "more than {low}",
    "less_than": "less than {high}",
    "up_to": "up to {high}",
    "about": "about {low}",
    "between": "{low} to {high}",
}


@dataclass(frozen=True)
class Paragraph:
    """`text` without its marks; `marked` are the intervals that a mark covers, by statement (from 1) and field."""

    name: str
    text: str
    expected: tuple[str, ...]
    marked: dict[tuple[int, str], set[tuple[int, int]]] = field(default_factory=dict)

    @property
    def document(self) -> Document:
        """The paragraph as a document."""
        return Document(ref=self.name, text=self.text)


def paragraphs(path: Path) -> Iterator[Paragraph]:
    """The paragraphs of a golden file: a title, the marked text, and a line with '=' for each statement."""
    _, *sections = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for section in sections:
        name, body = section.split("\n", 1)
        lines = body.strip().split("\n")
        expected = tuple(line[1:].strip() for line in lines if line.startswith("="))
        text, marked = _unmarked("\n".join(line for line in lines if not line.startswith("=")).strip())
        yield Paragraph(name.strip(), text, expected, marked)


def _unmarked(marked: str) -> tuple[str, dict[tuple[int, str], set[tuple[int, int]]]]:
    text, last = "", 0
    found: dict[tuple[int, str], set[tuple[int, int]]] = {}
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        found.setdefault((int(mark[2] or 1), mark[3]), set()).add((len(text), len(text) + len(mark[1])))
        text += mark[1]
        last = mark.end()
    return text + marked[last:], found


def pledge_line(pledge: PledgeStatement) -> str:
    """A pledge in one line: 'Acme: pledged USD 3000000000, in US Ohio, over 4 years, 900 jobs'."""
    parts = [f"{pledge.promisor.name}: {pledge.stage}"]
    parts += [_sum(pledge.amount)] if pledge.amount else []
    if pledge.recipient:
        parts.append("in " + " ".join([*pledge.recipient.countries, pledge.recipient.place or ""]).strip())
    if pledge.horizon:
        over, start, end = pledge.horizon.years, pledge.horizon.start, pledge.horizon.end
        said = (f"over {over} years" if over else "", f"from {start}" if start else "", f"by {end}" if end else "")
        parts.append(" ".join(word for word in said if word))
    if pledge.jobs:
        parts.append(" ".join(word for word in (_bounded(pledge.jobs), pledge.jobs.kind, "jobs") if word))
    parts += [f"for {pledge.purpose}"] if pledge.purpose else []
    parts += [pledge.condition] if pledge.condition else []
    parts += ["as a part"] if pledge.part_of else []
    parts += [f"said by {pledge.announced_by.name}"] if pledge.announced_by else []
    return ", ".join(parts)


def progress_line(progress: ProgressStatement) -> str:
    """A progress statement in one line: 'Acme: delay, on 2025-05, USD 3000000000'."""
    parts = [f"{progress.promisor.name}: {progress.what}"]
    parts += [f"on {progress.date.date}"] if progress.date else []
    parts += [_sum(progress.amount)] if progress.amount else []
    return ", ".join(parts)


def _sum(amount: Amount) -> str:
    each = "" if amount.per == "total" else f" a {amount.per}"
    return f"{amount.currency} {_bounded(amount)}{each}"


def _bounded(quantity: Quantity) -> str:
    return _BOUNDS[quantity.bound].format(low=quantity.low, high=quantity.high)
