"""A statement with the facts of its document: what an assessment is made from."""

from dataclasses import dataclass
from typing import Self

from makegood.model.document import Document
from makegood.model.frozen import Frozen
from makegood.model.statement import Statement
from makegood.model.values import PartialDate


class DocumentFacts(Frozen):
    """A document without its text, which stays with the ledger's owner; `reader` names who read it."""

    id: str
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

    @classmethod
    def of(cls, document: Document, reader: str | None = None, version: str | None = None) -> Self:
        """The facts of `document` as read by `reader` in `version`."""
        return cls(
            id=document.id,
            ref=document.ref,
            url=document.url,
            title=document.title,
            byline=document.byline,
            publisher=document.publisher,
            published=document.published,
            language=document.language,
            characters=document.characters,
            characters_read=document.characters_read,
            raw_digest=document.raw_digest,
            reader=reader,
            reader_version=version,
        )


@dataclass(frozen=True, slots=True)
class Sourced:
    """One statement and the document that makes it."""

    document: DocumentFacts
    statement: Statement

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @property
    def start(self) -> int:
        """Code point at which the statement's sentence starts in its document."""
        return self.statement.evidence["_"][0].start
