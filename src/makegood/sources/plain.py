"""Plain text, kept letter for letter; what is not the story is marked, not cut."""

from collections.abc import Iterator
from dataclasses import dataclass

from makegood.model.document import Document, digest
from makegood.model.values import PartialDate
from makegood.sources.encoding import decode
from makegood.sources.extractors import PLAIN
from makegood.sources.furniture import layout
from makegood.sources.language import language_of
from makegood.sources.received import Received
from makegood.sources.unread import Unread


@dataclass(frozen=True, slots=True)
class Given:
    """Publication facts that come beside a text, from metadata or from the one who hands it over."""

    url: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    publisher: str | None = None
    published: PartialDate | None = None
    raw_digest: str | None = None


def documents(received: Received) -> Iterator[Document | Unread]:
    """The one document in a text file."""
    raw = received.content()
    text = decode(raw, received.charset)
    if text.strip():
        yield document(received.ref, text, Given(url=received.url, raw_digest=digest(raw)))
    else:
        yield Unread.of(received.ref, "empty", "holds only blanks; nothing to read")


def document(ref: str, text: str, given: Given, *, extractor: str = PLAIN, scraped: bool = True) -> Document:
    """A document of this text; facts that are not given are taken from the page's top if `scraped`."""
    page = layout(text, given.title, scraped=scraped)
    return Document(
        ref=ref,
        text=text,
        url=given.url,
        title=given.title or page.title,
        byline=given.byline or page.byline,
        publisher=given.publisher or page.publisher,
        published=given.published or page.published,
        language=language_of(text),
        raw_digest=given.raw_digest,
        extractor=extractor,
        skipped=page.skipped,
    )
