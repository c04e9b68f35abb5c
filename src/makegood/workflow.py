"""The whole flow: locate → load → read → ledger. One plain function a stage, and every stage a stream."""

import multiprocessing
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import JsonValue

from makegood import plugins
from makegood.errors import ConfigError, MakegoodError
from makegood.model.document import Document
from makegood.model.issue import Issue
from makegood.model.reading import Reading
from makegood.sources import Locator, Unread, load

if TYPE_CHECKING:
    from makegood.ledger.arrivals import Arrival
    from makegood.ledger.store import Ledger

CRASHED = "crashed"
"""Code of the issue that stands for an input on which a source, or a document on which a reader, failed."""

_FEW = 8
_AHEAD = 4
_FRAMES = 6

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Read:
    """A document and what the reader got from it."""

    document: Document
    reading: Reading

    @property
    def crashed(self) -> bool:
        """Whether the reader failed on this document."""
        return any(issue.code == CRASHED for issue in self.reading.issues)


@dataclass(frozen=True, slots=True)
class Known:
    """A document that was not read again."""

    document: Document


Step = Read | Known | Unread
Submit = Callable[[str, Document], Future[Step]]


def documents(located: Iterable[Locator | Unread]) -> Iterator[Document | Unread]:
    """What the inputs found by `sources.locate` hold, in their order; what cannot be read is an `Unread`."""
    for found in located:
        yield from [found] if isinstance(found, Unread) else _loaded(found)


def read(
    found: Iterable[Document | Unread], reader: str, jobs: int = 1, known: Callable[[Document], bool] | None = None
) -> Iterator[Step]:
    """One step for each of `found`, in its order, whatever the number of worker processes.

    Args:
        reader: name of a reader plug-in; a crash of it on one document is an issue of that document.
        jobs: worker processes; few documents are read in this one.
        known: whether a document needs no reading.

    Raises:
        ConfigError: no such reader.
        MakegoodError: a worker process died.
    """
    plugins.reader(reader)
    coming = iter(found)
    first = list(islice(coming, _FEW))
    ahead = jobs * _AHEAD if jobs > 1 and len(first) == _FEW else 0
    waiting: deque[Future[Step]] = deque()
    with _workers(jobs if ahead else 0) as submit:
        for one in chain(first, coming):
            if isinstance(one, Unread):
                waiting.append(_settled(one))
            elif known is not None and known(one):
                waiting.append(_settled(Known(one)))
            else:
                waiting.append(submit(reader, one))
            if len(waiting) > ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def read_document(reader: str, document: Document) -> Step:
    """The document with its reading, checked against its text. May run in any process on any machine."""
    plugin = plugins.reader(reader)
    what = f"the reader {plugin.name} failed on {document.ref}"
    reading = _guarded(what, lambda: plugin.read(document).checked(document))
    if isinstance(reading, Issue):
        reading = Reading(document_id=document.id, reader=plugin.name, version=plugin.version, issues=(reading,))
    return Read(document, reading)


def open_ledger(url: str, create: bool = False) -> "Ledger":
    """The ledger at a path or database URL, with the resolution that makes its pledges.

    Raises:
        LedgerError: there is none and not `create`, or it cannot be used.
    """
    # SQLAlchemy takes 0.6 s to import; reading without a ledger, and every worker, do without.
    from makegood.ledger.store import Ledger  # noqa: PLC0415
    from makegood.resolution import resolve  # noqa: PLC0415

    return Ledger.open(url, create, resolver=resolve)


def read_before(ledger: "Ledger", reader: str) -> Callable[[Document], bool]:
    """Whether the ledger holds this reader's reading, in this version, of a document's text."""
    plugin = plugins.reader(reader)
    return lambda document: ledger.known(document.id, plugin.name, plugin.version)


def mentions(document: Document) -> list[dict[str, JsonValue]]:
    """The normalised mentions of a document's story, as JSON, by where they stand."""
    from makegood.reading.mentions import find_mentions, mention_json

    found = find_mentions(document.text, document.published)
    in_story = [m for m in found if not any(m.start < part.end and part.start < m.end for part in document.skipped)]
    return [mention_json(mention, document.text) for mention in in_story]


def keep(steps: Iterable[Step], ledger: "Ledger", learned: str, batch: int) -> Iterator[Step]:
    """Pass the steps on once they are in the ledger, `batch` at a time; what was read is kept when interrupted."""
    pending: list[Step] = []
    try:
        for step in steps:
            pending.append(step)
            if len(pending) == batch:
                ledger.append([_arrival(step) for step in pending], learned)
                yield from pending
                pending = []
    except KeyboardInterrupt:
        # Appending again what was appended just before adds nothing.
        ledger.append([_arrival(step) for step in pending], learned)
        raise
    ledger.append([_arrival(step) for step in pending], learned)
    yield from pending


def _arrival(step: Step) -> "Arrival":
    match step:
        case Read():
            return step.document, step.reading
        case Known():
            return step.document
        case Unread():
            return step


def _loaded(locator: Locator) -> Iterator[Document | Unread]:
    coming = load(locator)
    what = f"{locator.ref} could not be loaded"
    while (one := _guarded(what, lambda: next(coming, None))) is not None:
        yield Unread(locator.ref, one) if isinstance(one, Issue) else one


def _guarded(what: str, act: Callable[[], T]) -> T | Issue:
    """What `act` gives; a crash on one document is an issue with its traceback, and the run goes on."""
    try:
        return act()
    except ConfigError:
        raise
    except Exception as error:  # noqa: BLE001 the per-document loop is one of the three places that may
        frames = reversed(traceback.extract_tb(error.__traceback__)[-_FRAMES:])
        # Without the folders, so that the entry and its hash are the same on every machine.
        trace = " < ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
        return Issue(code=CRASHED, message=f"{what}: {type(error).__name__}: {error} [{trace}]")


@contextmanager
def _workers(jobs: int) -> Iterator[Submit]:
    """What reads a document: this process if `jobs` is 0, else a pool."""
    if not jobs:
        yield lambda reader, document: _settled(read_document(reader, document))
        return
    # Spawned, not forked: a fork would share the open database connection and break it when it ends.
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_ignore_interrupt)
    try:
        yield lambda reader, document: pool.submit(read_document, reader, document)
    except BrokenProcessPool as error:
        raise MakegoodError(
            "a reading process was ended from outside (out of memory?): run again with --jobs 1"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _ignore_interrupt() -> None:
    """Ctrl-C goes to all processes of a terminal; the one that writes the ledger decides."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _settled(step: Step) -> Future[Step]:
    future: Future[Step] = Future()
    future.set_result(step)
    return future
