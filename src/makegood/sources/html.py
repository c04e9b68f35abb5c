"""HTML pages → main text by trafilatura in its precise mode, with what the page declares about itself."""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from resiliparse.parse.html import HTMLTree
from trafilatura import bare_extraction
from trafilatura.metadata import extract_metadata

from makegood.model.document import Document, digest
from makegood.sources import extractors
from makegood.sources.dates import partial_date
from makegood.sources.encoding import cleaned, decode
from makegood.sources.metadata import Declared
from makegood.sources.plain import Given, document
from makegood.sources.received import Received
from makegood.sources.unread import Unread

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)|<\?xml[^>]{0,80}encoding=[\"']([\w-]+)", re.I)
_CHARSET_WITHIN = 4096
FEW = 200
"""Characters below which a page's text is doubted, if JSON-LD carries a longer one."""
_UNDATED = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
"""htmldate's settings; without a latest date it would ask the clock."""
_SPACES = re.compile(r"[ \t\n\r\f]+")

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
"""What it complains of comes as Unread, not as lines on the terminal."""


class Element(Protocol):
    """What of an lxml element is used here; lxml has no types."""

    tag: str
    text: str | None
    tail: str | None

    def __iter__(self) -> Iterator["Element"]: ...


def documents(received: Received) -> Iterator[Document | Unread]:
    """The one document in a page."""
    raw = received.content()
    markup = decode(raw, received.charset or declared_charset(raw))
    yield page(received.ref, markup, Given(url=received.url, raw_digest=digest(raw)))


def declared_charset(raw: bytes) -> str | None:
    """The encoding that the markup names for itself."""
    found = _CHARSET.search(raw, 0, _CHARSET_WITHIN)
    return (found[1] or found[2]).decode("ascii") if found else None


def page(ref: str, markup: str, beside: Given) -> Document | Unread:
    """The document in a page's markup; facts known beside it win over what it declares."""
    tree = HTMLTree.parse(markup)
    declared = Declared(tree)
    given = declared.given(beside)
    text, how = _main_text(markup, tree), extractors.page()
    if len(text) < FEW and len(body := declared.body()) > len(text):
        text, how = body, extractors.LINKED_PAGE
    if not text:
        why = (
            "has no main text that can be told from its menus; save the story as text, or the page after it has loaded"
        )
        return Unread.of(ref, "no_text", why)
    return document(ref, text, _inferred(markup, given), extractor=how, scraped=False)


def _inferred(markup: str, given: Given) -> Given:
    """Facts that the page does not declare, as trafilatura makes them out from its markup."""
    if given.published and given.title and given.byline and given.publisher:
        return given
    seen = extract_metadata(markup, default_url=given.url, date_config=_UNDATED)
    names = tuple(name for part in (seen.author or "").split(";") if (name := part.strip()))
    return replace(
        given,
        published=given.published or partial_date(seen.date, "inferred"),
        title=given.title or seen.title,
        byline=given.byline or names,
        publisher=given.publisher or seen.sitename,
    )


def _main_text(markup: str, tree: HTMLTree) -> str:
    """The main text; the balanced mode for a page too small for the precise one, mended markup if neither reads it."""
    for source, precise in ((markup, True), (markup, False), (str(tree), False)):
        found = bare_extraction(source, favor_precision=precise, include_comments=False, include_tables=True)
        if found is None or isinstance(found, dict) or found.body is None:
            continue
        if text := cleaned("\n\n".join(_blocks(found.body))).strip():
            return text
    return ""


def _blocks(body: Element) -> Iterator[str]:
    """Trafilatura's blocks as plain text: lists one a line, rows of tables with ` | ` between cells."""
    for block in body:
        match block.tag:
            case "list":
                text = "\n".join(_list(block, 0))
            case "table":
                text = "\n".join(_row(row) for row in block)
            case "quote" if any(child.tag == "p" for child in block):
                text = "\n\n".join(_blocks(block))
            case _:
                text = _flow(block)
        if text.strip():
            yield text


def _list(block: Element, depth: int) -> Iterator[str]:
    for entry in block:
        inner = [child for child in entry if child.tag == "list"]
        if text := _flow(entry).replace("\n", " "):
            yield f"{'  ' * depth}- {text}"
        for child in inner:
            yield from _list(child, depth + 1)


def _row(row: Element) -> str:
    return " | ".join(_flow(cell).replace("\n", " ") for cell in row)


def _flow(block: Element) -> str:
    """Text within a block, with a newline for a break; lists inside it are left to their own lines."""
    parts = [block.text or ""]
    for child in block:
        if child.tag == "lb":
            parts.append("\0")
        elif child.tag != "list":
            parts.append(f" {_flow(child)} " if child.tag == "p" else _flow(child))
        parts.append(child.tail or "")
    lines = _SPACES.sub(" ", "".join(parts)).split("\0")
    return "\n".join(line.strip(" ") for line in lines if line.strip())
