"""Short ways to load an input in a test."""

from pathlib import Path

from makegood.model.document import Document
from makegood.sources import Unread, load, locate
from makegood.sources.files import Locator


def loaded(path: Path) -> list[Document | Unread]:
    """All that a file or folder gives, in order."""
    return [one for found in locate([str(path)]) for one in (load(found) if isinstance(found, Locator) else [found])]


def saved(path: Path, content: str | bytes) -> Path:
    """The file, with that content."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def document_in(path: Path) -> Document:
    """The one document in a file."""
    (found,) = loaded(path)
    assert isinstance(found, Document), found
    return found


def unread_in(path: Path) -> Unread:
    """The one reason why a file was not read."""
    (found,) = loaded(path)
    assert isinstance(found, Unread), found
    return found
