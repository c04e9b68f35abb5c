"""PDF → its text, page after page, with paragraphs put together again from the printed lines."""

import logging
import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from makegood.errors import SourceError
from makegood.model.document import Document, digest
from makegood.model.values import PartialDate
from makegood.sources import extractors
from makegood.sources.dates import partial_date
from makegood.sources.encoding import cleaned
from makegood.sources.plain import Given, document
from makegood.sources.received import Received
from makegood.sources.reflow import paragraphs
from makegood.sources.unread import Unread

_BROKEN = (
    PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, OSError,
    RecursionError, TypeError, ValueError,
)  # fmt: skip
"""What pypdf raises for broken files, beside its own errors."""
_LEAST_RUNNING = 3
_EDGE = 2
_NUMBER = re.compile(r"\d+")

logging.getLogger("pypdf").setLevel(logging.CRITICAL)
"""What it complains of comes as Unread, not as lines on the terminal."""


def documents(received: Received) -> Iterator[Document | Unread]:
    """The one document in a PDF."""
    raw = received.content()
    try:
        pages, given = _read(raw, received)
    except (FileNotDecryptedError, DependencyError) as error:
        raise SourceError("is protected by a password; save a copy without it", "encrypted") from error
    except _BROKEN as error:
        raise SourceError(f"is a damaged PDF ({_line(error)}); open and print it to a new PDF", "broken") from error
    text = paragraphs([_without_running_lines(page, _running(pages)) for page in pages])
    if text:
        yield document(received.ref, text, given, extractor=extractors.pdf(), scraped=False)
    else:
        why = f"holds no text on its {len(pages)} pages, only pictures; recognise its text first (OCR)"
        yield Unread.of(received.ref, "no_text", why)


def _read(raw: bytes, received: Received) -> tuple[list[list[str]], Given]:
    """The lines of each page, and what the file declares about itself."""
    reader = PdfReader(BytesIO(raw), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise FileNotDecryptedError("a password is needed")
    pages = [cleaned(page.extract_text()).split("\n") for page in reader.pages]
    about = reader.metadata
    return pages, Given(
        url=received.url,
        title=_title(about.title if about else None),
        byline=tuple(name for name in [(about.author or "").strip() if about else ""] if " " in name),
        published=_created(about.get("/CreationDate") if about else None),
        raw_digest=digest(raw),
    )


def _title(value: str | None) -> str | None:
    """The declared title, unless it is a file's name or a program's default."""
    title = " ".join((value or "").split())
    is_name = re.search(r"\.\w{2,4}$|^(microsoft|untitled|document\d*$|slide)", title, re.IGNORECASE)
    return cleaned(title) if " " in title and not is_name else None


def _created(value: object) -> PartialDate | None:
    """A file's making is only a hint at its publication. PDF writes D:YYYYMMDD…"""
    found = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", str(value or ""))
    return partial_date("-".join(found.groups()), "inferred") if found else None


def _running(pages: list[list[str]]) -> frozenset[str]:
    """Heads and feet: lines at the edge of most pages that differ in numbers at most."""
    edges = Counter(key for page in pages for key in {_key(line) for line in _edge(page)})
    least = max(_LEAST_RUNNING, len(pages) * 0.5)
    return frozenset(key for key, times in edges.items() if times >= least)


def _edge(page: list[str]) -> list[str]:
    lines = [line for line in page if line.strip()]
    return lines[:_EDGE] + lines[-_EDGE:]


def _key(line: str) -> str:
    return _NUMBER.sub("#", " ".join(line.split()))


def _without_running_lines(page: list[str], running: frozenset[str]) -> list[str]:
    edge = set(_edge(page))
    return [line for line in page if not (line in edge and _key(line) in running)]


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
