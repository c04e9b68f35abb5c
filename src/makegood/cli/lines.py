"""The lines that `makegood read` and `makegood mentions` print: their JSON is the public contract (docs/schema)."""

import json
from typing import Self

from makegood.assessment.sourced import DocumentFacts, Sourced
from makegood.model.document import Document
from makegood.model.frozen import Frozen
from makegood.model.issue import Issue
from makegood.model.reading import Reading
from makegood.model.statement import Statement
from makegood.model.values import PartialDate


class DocumentLine(Frozen):
    """A document's publication facts, and who read it. `id` is null for an input that could not be read."""

    id: str | None
    ref: str
    url: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    publisher: str | None = None
    published: PartialDate | None = None
    language: str | None = None
    characters: int = 0
    characters_read: int = 0
    raw_digest: str | None = None
    reader: str | None = None
    reader_version: str | None = None
    text: str | None = None

    @classmethod
    def of(cls, document: Document, reading: Reading, with_text: bool = False) -> Self:
        """The facts of `document`, with its text only where asked for."""
        facts = DocumentFacts.of(document, reading.reader, reading.version)
        return cls(**dict(facts), text=document.text if with_text else None)


class ReadLine(Frozen):
    """What `makegood read` prints for one document, or for one input that could not be read."""

    document: DocumentLine
    statements: tuple[Statement, ...] = ()
    issues: tuple[Issue, ...] = ()

    def sourced(self) -> list[Sourced]:
        """The statements with the facts of their document."""
        if self.document.id is None:
            return []
        facts = DocumentFacts.model_validate(self.document.model_dump(exclude={"text"}))
        return [Sourced(facts, statement) for statement in self.statements]

    def to_json(self) -> str:
        """One line of JSON. Fields that hold nothing are left out of statements, and kept as null in `document`."""
        hidden = {"text"} if self.document.text is None else None
        return to_json({
            "document": self.document.model_dump(mode="json", exclude=hidden),
            "statements": [s.model_dump(mode="json", by_alias=True, exclude_none=True) for s in self.statements],
            "issues": [issue.model_dump(mode="json") for issue in self.issues],
        })  # fmt: skip


class MentionsLine(Frozen):
    """What `makegood mentions` prints for one document; `type` says which further fields a mention has."""

    id: str
    mentions: tuple[dict[str, object], ...]

    def to_json(self) -> str:
        """One line of JSON."""
        return to_json(self.model_dump(mode="json"))


def to_json(line: object) -> str:
    """Compact JSON, in Unicode."""
    # The standard library's encoder, for it takes whole numbers of any size: a text may name 10^20 won.
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"))
