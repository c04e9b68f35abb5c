"""Builds documents of our own and statements on them; spans are found by their words, so tests stay readable."""

from makegood.assessment.sourced import DocumentFacts, Sourced
from makegood.model.document import Document
from makegood.model.span import Span
from makegood.model.statement import (
    FigureStatement,
    MeasureStatement,
    MeetingStatement,
    OutlookStatement,
    PledgeStatement,
    ProgressStatement,
    Statement,
    TieStatement,
)
from makegood.model.values import PartialDate

KINDS: dict[str, type] = {
    "pledge": PledgeStatement,
    "progress": ProgressStatement,
    "meeting": MeetingStatement,
    "measure": MeasureStatement,
    "figure": FigureStatement,
    "tie": TieStatement,
    "outlook": OutlookStatement,
}


class Telling:
    """A document and what it says. `tell` takes the sentence and, per field, the words that prove it."""

    def __init__(self, text: str, published: str | None = None, **facts: object) -> None:
        when = PartialDate(date=published, precision="day", basis="metadata") if published else None
        self.document = Document.model_validate({"ref": "test", "text": text, "published": when, **facts})
        self.facts = DocumentFacts.of(self.document, "rules", "1")

    def span(self, words: str) -> Span:
        """The first place where the words stand."""
        start = self.document.text.index(words)
        return self.document.span(start, start + len(words))

    def tell(self, kind: str, sentence: str, quotes: dict[str, str], **fields: object) -> Sourced:
        """A statement of `kind`; `quotes` maps fields to words of the text, the stage rests on the sentence."""
        if kind == "pledge":
            quotes = {"stage": sentence} | quotes
        evidence = {"_": (self.span(sentence),)} | {name: (self.span(words),) for name, words in quotes.items()}
        statement: Statement = KINDS[kind].of(self.document.id, evidence, **fields)
        return Sourced(self.facts, statement)
