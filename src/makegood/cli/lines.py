"""The lines that `makegood read` and `makegood mentions` print: their JSON is the public contract (docs/schema)."""

import json
from typing import Self

from makegood.model.document import Document
from makegood.model.frozen import Frozen
from makegood.model.issue import Issue
from makegood.model.statement import Statement
from makegood.model.values import PartialDate


class DocumentLine(Frozen):
    """A document's publication facts. `id` is null for an input that could not be read; `text` is on request."""

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
    text: str | None = None

    @classmethod
    def of(cls, document: Document, with_text: bool) -> Self:
        """The facts of `document`, with its text only where asked for."""
        facts = {name: getattr(document, name) for name in cls.model_fields if name != "text"}
        return cls(**facts, text=document.text if with_text else None)


class ReadLine(Frozen):
    """What `makegood read` prints for one document, or for one input that could not be read."""

    document: DocumentLine
    statements: tuple[Statement, ...] = ()
    issues: tuple[Issue, ...] = ()

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
