"""Evidence under construction: field → spans, gathered while a statement is put together."""

from collections.abc import Iterable

from makegood.model.document import Document
from makegood.model.statement import Evidence

Interval = tuple[int, int]
"""Code points [start, end) of a document's text."""


class Proof:
    """Collects the intervals that prove each field of one statement of `document`."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._at: dict[str, set[Interval]] = {}

    def add(self, field: str, intervals: Iterable[Interval]) -> None:
        """Add code-point intervals that prove `field`."""
        self._at.setdefault(field, set()).update(intervals)

    def evidence(self) -> Evidence:
        """The spans by field, in the order of the text."""
        return {field: tuple(self._document.span(*at) for at in sorted(found)) for field, found in self._at.items()}


class Draft:
    """A statement under construction: its values by field, none without what proves it."""

    def __init__(self, document: Document, sentences: Iterable[Interval]) -> None:
        self.fields: dict[str, object] = {}
        self._proof = Proof(document)
        self._proof.add("_", sentences)

    def put(self, field: str, value: object, at: Iterable[Interval]) -> None:
        """Set a field, with the intervals that prove it."""
        self.fields[field] = value
        self._proof.add(field, at)

    def mark(self, field: str, value: object) -> None:
        """Set a field that the reader itself judges and no single word proves (certainty, confidence)."""
        self.fields[field] = value

    def prove(self, field: str, at: Iterable[Interval]) -> None:
        """Add to what proves a field."""
        self._proof.add(field, at)

    def evidence(self) -> Evidence:
        """The spans by field, in the order of the text."""
        return self._proof.evidence()
