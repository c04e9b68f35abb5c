"""A document: text as published, content-addressed, with its publication facts."""

import hashlib
from functools import cached_property

from pydantic import computed_field

from makegood.model.frozen import Frozen
from makegood.model.span import Span
from makegood.model.values import PartialDate


def digest(data: bytes) -> str:
    """`sha256:` and the hex digest of `data`."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


class Skipped(Frozen):
    """A part of the text that no reader may take a value from (menu, caption, related headlines)."""

    start: int
    end: int
    reason: str


class Document(Frozen):
    """`ref` is the path, URL or given id it came by; `raw_digest` the digest of the bytes as received.

    `text` is the main text; spans are code points of it. `skipped` are the parts of it that are
    not the story; `furniture` is never read but stays in the text, so that offsets fit the source.
    """

    ref: str
    text: str
    url: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    publisher: str | None = None
    published: PartialDate | None = None
    language: str | None = None
    raw_digest: str | None = None
    extractor: str | None = None
    skipped: tuple[Skipped, ...] = ()

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def id(self) -> str:
        """Digest of the text alone: the same text from two places is one document."""
        return digest(self.text.encode())

    @property
    def characters(self) -> int:
        """Length of the text in code points."""
        return len(self.text)

    @property
    def characters_read(self) -> int:
        """Code points outside the skipped parts."""
        return len(self.text) - sum(part.end - part.start for part in self.skipped)

    def span(self, start: int, end: int) -> Span:
        """The span of this document's text between two code points."""
        return Span.of(self.text, start, end)
