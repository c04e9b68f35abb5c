"""RSS and Atom: one document an entry, from the text that the feed itself carries. Nothing is fetched."""

from collections.abc import Iterator
from importlib.metadata import version
from io import BytesIO
from typing import Any

import feedparser

from makegood.model.document import Document, digest
from makegood.sources.dates import partial_date
from makegood.sources.plain import Given, document
from makegood.sources.received import Received
from makegood.sources.unread import Unread
from makegood.sources.visible import whole_text


def documents(received: Received) -> Iterator[Document | Unread]:
    """The entries of a feed, in its order."""
    raw = received.content()
    # A stream, since feedparser takes text or bytes for a file's name or an address first.
    feed = feedparser.parse(BytesIO(raw), response_headers={"content-location": received.url or ""})
    if not feed.entries:
        yield Unread.of(received.ref, "no_text", f"holds no feed entries ({_why(feed)}); nothing to read")
    for number, entry in enumerate(feed.entries, start=1):
        yield _entry(received.ref, number, entry, _given(feed, entry, digest(raw)))


def _entry(place: str, number: int, entry: Any, given: Given) -> Document | Unread:
    """The document of one entry; feedparser has no types."""
    bodies = [part.get("value", "") for part in entry.get("content", [])] + [entry.get("summary", "")]
    text = whole_text(max(bodies, key=len))
    ref = str(entry.get("id") or entry.get("link") or f"{place}:{number}")
    if not text:
        return Unread.of(f"{place}:{number}", "no_text", "is an entry without text; read the page that it links to")
    how = f"feedparser {version('feedparser')}, resiliparse {version('resiliparse')}"
    return document(ref, text, given, extractor=how, scraped=False)


def _given(feed: Any, entry: Any, raw_digest: str) -> Given:
    day = partial_date(entry.get("published"), "metadata") or partial_date(entry.get("updated"), "metadata")
    names = [author.get("name") for author in entry.get("authors", [])] or [entry.get("author")]
    return Given(
        url=entry.get("link") or None,
        title=whole_text(entry.get("title") or "") or None,
        byline=tuple(name for name in names if name),
        publisher=(entry.get("source") or {}).get("title") or feed.feed.get("title") or None,
        published=day,
        raw_digest=raw_digest,
    )


def _why(feed: Any) -> str:
    return " ".join(str(feed.get("bozo_exception") or "it is empty").split())
