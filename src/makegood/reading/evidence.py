"""Evidence under construction: field → spans, gathered while a statement is put together."""

from collections.abc import Iterable

from makegood.model.document import Document
from makegood.model.statement import Evidence


class Proof:
    """Collects the intervals that prove each field of one statement of `document`."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._at: dict[str, set[tuple[int, int]]] = {}

    def add(self, field: str, intervals: Iterable[tuple[int, int]]) -> None:
        """Add code-point intervals that prove `field`."""
        self._at.setdefault(field, set()).update(intervals)

    def evidence(self) -> Evidence:
        """The spans by field, in the order of the text."""
        return {field: tuple(self._document.span(*at) for at in sorted(found)) for field, found in self._at.items()}
