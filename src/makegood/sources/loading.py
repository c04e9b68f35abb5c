"""One input from its locator to its documents: the door of this room, which raises for no input."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj

from makegood.errors import SourceError
from makegood.model.document import Document
from makegood.sources.files import Locator
from makegood.sources.formats import documents
from makegood.sources.received import Received
from makegood.sources.unread import Unread


def load(locator: Locator) -> Iterator[Document | Unread]:
    """The documents behind a locator, and what of it could not be read. Raises for no input."""
    try:
        with _received(locator) as received:
            yield from documents(received)
    except SourceError as error:
        yield Unread.because(locator.ref, error)
    except OSError as error:
        why = f"cannot be opened ({(error.strerror or str(error)).lower()}); check its name and permissions"
        yield Unread.of(locator.ref, "unreadable", why)


@contextmanager
def _received(locator: Locator) -> Iterator[Received]:
    """The bytes behind a locator, for the time of the `with` block.

    Raises:
        SourceError: the input cannot be fetched.
        OSError: the file cannot be opened.
    """
    if locator.kind == "url":
        # httpx takes 0.3 s to import; files do without
        from makegood.sources.http import fetch  # noqa: PLC0415

        yield fetch(locator.ref)
    elif locator.kind == "stdin":
        with tempfile.NamedTemporaryFile(prefix="makegood-") as spool:
            copyfileobj(sys.stdin.buffer, spool)
            spool.flush()
            yield Received("-", Path(spool.name))
    else:
        yield Received(locator.ref, Path(locator.path or locator.ref))
