"""Which format an input has, told by its content first and its extension second."""

import re
import zlib
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Protocol, cast

from makegood.errors import SourceError
from makegood.model.document import Document
from makegood.sources.encoding import decode, is_binary
from makegood.sources.received import Received
from makegood.sources.unread import Unread

_GZIP = b"\x1f\x8b"
_FEED = re.compile(r"<(rss|feed|rdf:RDF)[\s>]")
_HTML = re.compile(r"<!doctype html|<(html|head|body)[\s>]", re.IGNORECASE)
_FRAGMENT = re.compile(r"\s*<(p|div|article|section|main|h1|span|table|meta|title)\b[^>]*>", re.IGNORECASE)
_JSON_LINE = re.compile(r'\s*\{\s*"(id|url|title|published|publisher|byline|text|html)"\s*:')
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:[^\n]*\n){0,40}?[\w-]+[ \t]*:")
_KNOWN_BINARY = (
    (b"PK\x03\x04", "is a ZIP or Office file; save it as PDF, HTML or text"),
    (b"\xd0\xcf\x11\xe0", "is an old Office file; save it as PDF, HTML or text"),
    (_GZIP, "is compressed and no WARC; unpack it first"),
)


class FormatModule(Protocol):
    """A module of this package that turns the bytes of one format into documents."""

    def documents(self, received: Received) -> Iterator[Document | Unread]:
        """All documents in the input, in order, streamed where the format allows it."""


def documents(received: Received) -> Iterator[Document | Unread]:
    """The documents in what was received.

    Raises:
        SourceError: it is empty, binary, too large or in no format that is read.
        OSError: its file cannot be opened.
    """
    name = format_of(received)
    # Each format brings a library that takes 0.1 to 0.5 s to import; only the one needed is loaded.
    module = cast(FormatModule, import_module(f"makegood.sources.{name}"))
    yield from module.documents(received)


def format_of(received: Received) -> str:
    """The name of the module that reads this input.

    Raises:
        SourceError: it is empty or binary.
    """
    head = received.head()
    if not head.strip():
        raise SourceError("is empty; nothing to read", "empty")
    for name, holds in _BY_BYTES:
        if holds(head):
            return name
    for magic, why in _KNOWN_BINARY:
        if head.startswith(magic):
            raise SourceError(why, "unsupported")
    if is_binary(head):
        raise SourceError("is binary, not text; save it as PDF, HTML or text", "binary")
    return _of_text(decode(head, received.charset), received)


def _of_text(head: str, received: Received) -> str:
    for name, holds in _BY_TEXT:
        if holds(head.lstrip("\n ")):
            return name
    if received.suffix in _BY_SUFFIX:
        return _BY_SUFFIX[received.suffix]
    if received.media_type in ("text/html", "application/xhtml+xml"):
        return "html"
    return "html" if _FRAGMENT.match(head) else "plain"


def _is_warc(head: bytes) -> bool:
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, 16)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")


def _is_feed(head: str) -> bool:
    return head.startswith("<") and _FEED.search(head) is not None and _HTML.search(head) is None


def _is_html(head: str) -> bool:
    return head.startswith("<") and _HTML.search(head) is not None


_BY_BYTES: tuple[tuple[str, Callable[[bytes], bool]], ...] = (
    ("pdf", lambda head: b"%PDF-" in head[:1024]),
    ("warc", _is_warc),
)
_BY_TEXT: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("feed", _is_feed),
    ("html", _is_html),
    ("jsonlines", lambda head: _JSON_LINE.match(head) is not None),
    ("markdown", lambda head: _FRONT_MATTER.match(head) is not None),
)
_BY_SUFFIX = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".md": "markdown", ".markdown": "markdown",
    ".jsonl": "jsonlines", ".ndjson": "jsonlines", ".json": "jsonlines", ".rss": "feed", ".atom": "feed",
}  # fmt: skip
