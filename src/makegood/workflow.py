"""The whole flow: locate → load → read → ledger. One plain function a stage, and every stage a stream.

    steps = read(locate(paths), "hybrid", 4, read_before(ledger, "hybrid"), cleaned_before(ledger))
    for step in keep(steps, ledger, learned, batch=100): ...

Steps come in the order of the inputs whatever the number of workers, so the chain's head does too.
"""

import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from makegood import plugins
from makegood.errors import ConfigError, MakegoodError, SourceError
from makegood.model.document import Document, digest
from makegood.model.issue import Issue
from makegood.model.reading import Reading
from makegood.reading.mentions import find_mentions, mention_json
from makegood.sources import Locator, Unread, extractors, load
from makegood.sources.received import Received

if TYPE_CHECKING:
    from collections.abc import Sequence

    from makegood.ledger.arrivals import Arrival
    from makegood.ledger.store import Ledger
    from makegood.model.actor import Actor
    from makegood.model.judgement import Judgement
    from makegood.model.statement import Statement
    from makegood.resolution.resolve import Resolution

CRASHED = "crashed"
"""Code of the issue that stands for an input on which a source, or a document on which a reader, failed."""

_STREAMED = frozenset((".jsonl", ".ndjson", ".json", ".rss", ".atom", ".xml", ".warc", ".gz"))
"""Files that may hold so many documents that they are loaded here, one by one, and not by a worker."""
_FEW = 16
_AHEAD = 4
_FRAMES = 6

T = TypeVar("T")
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Read:
    """A document and what the reader got from it."""

    document: Document
    reading: Reading


@dataclass(frozen=True, slots=True)
class Known:
    """A document that was not read again."""

    document: Document


Loaded = Document | Unread
Step = Read | Known | Unread
KnownBefore = Callable[[Document], bool]
CleanedBefore = Callable[[Locator], Document | None]


def read(
    located: Iterable[Locator | Unread],
    reader: str,
    jobs: int = 1,
    known: KnownBefore | None = None,
    cleaned: CleanedBefore | None = None,
) -> Iterator[Step]:
    """One step for each document of the inputs found by `sources.locate`, in their order.

    Args:
        reader: name of a reader plug-in; a crash of it on one document is an issue of that document.
        jobs: processes that load and read; the first few inputs are dealt with in this one.
        known: whether a document needs no reading.
        cleaned: the document of an input that needs no cleaning.

    Raises:
        ConfigError: no such reader.
        MakegoodError: a worker process died.
    """
    plugins.reader(reader)
    with _workers(jobs) as workers:
        begun = (_begin(workers, reader, one, known) for one in _documents(located, workers, cleaned))
        yield from workers.in_order(begun)


def documents(located: Iterable[Locator | Unread]) -> Iterator[Loaded]:
    """What the inputs found by `sources.locate` hold, in their order; what cannot be read is an `Unread`."""
    for found in located:
        yield from [found] if isinstance(found, Unread) else _loaded(found)


def read_document(reader: str, document: Document) -> Step:
    """The document with its reading, checked against its text. May run in any process on any machine."""
    plugin = plugins.reader(reader)
    what = f"the reader {plugin.name} failed on {document.ref}"
    reading = _guarded(what, lambda: plugin.read(document).checked(document))
    if isinstance(reading, Issue):
        reading = Reading(document_id=document.id, reader=plugin.name, version=plugin.version, issues=(reading,))
    return Read(document, reading)


def mentions(document: Document) -> list[dict[str, object]]:
    """The normalised mentions of a document's story, as JSON, by where they stand."""
    found = find_mentions(document.text, document.published.date if document.published else None)
    in_story = [m for m in found if not any(m.start < part.end and part.start < m.end for part in document.skipped)]
    return [mention_json(mention, document.text) for mention in in_story]


def open_ledger(url: str, create: bool = False) -> "Ledger":
    """The ledger at a path or database URL, with the resolution that makes its pledges.

    Raises:
        LedgerError: there is none and not `create`, or it cannot be used.
    """
    # SQLAlchemy takes 0.6 s to import; reading without a ledger, and every worker, do without.
    from makegood.ledger.store import Ledger  # noqa: PLC0415

    return Ledger.open(url, create, resolver=resolved)


def resolved(
    statements: "Sequence[tuple[Document, Statement]]", judgements: "Sequence[Judgement]", imported: "Sequence[Actor]"
) -> "Resolution":
    """Actors and pledges of all statements, each pledge at the stage that the progress on it is evidence for (R4)."""
    from makegood.assessment.moving import moved  # noqa: PLC0415 only a ledger needs it, as above
    from makegood.resolution import resolve  # noqa: PLC0415

    found = resolve(statements, judgements, imported)
    return replace(found, pledges=moved(found.pledges, statements))


def read_before(ledger: "Ledger", reader: str) -> KnownBefore:
    """Whether the ledger holds this reader's reading, in this version, of a document's text."""
    plugin = plugins.reader(reader)
    return lambda document: ledger.known(document.id, plugin.name, plugin.version)


def cleaned_before(ledger: "Ledger") -> CleanedBefore:
    """The document that the ledger holds of a file, where the file's bytes and what would clean them are the same."""
    today = extractors.of_today()

    def recall(found: Locator) -> Document | None:
        if found.kind != "file" or _is_streamed(found):
            return None
        try:
            raw = Received(found.ref, Path(found.path or found.ref)).content()
        except (OSError, SourceError):
            return None
        document = ledger.cleaned(found.ref, digest(raw))
        return document if document is not None and document.extractor in today else None

    return recall


def keep(steps: Iterable[Step], ledger: "Ledger", learned: str, batch: int) -> Iterator[Step]:
    """Pass the steps on once they are in the ledger, `batch` at a time; what was read is kept when interrupted."""
    pending: list[Step] = []
    try:
        for step in steps:
            pending.append(step)
            if len(pending) == batch:
                ledger.append([_arrival(one) for one in pending], learned)
                yield from pending
                pending = []
    except KeyboardInterrupt:
        # Appending again what was appended just before adds nothing.
        ledger.append([_arrival(one) for one in pending], learned)
        raise
    ledger.append([_arrival(one) for one in pending], learned)
    yield from pending


def _arrival(step: Step) -> "Arrival":
    match step:
        case Read():
            return step.document, step.reading
        case Known():
            return step.document
        case Unread():
            return step


def _begin(workers: "_Workers", reader: str, one: Loaded, known: KnownBefore | None) -> "Future[Step]":
    if isinstance(one, Unread):
        return _settled(one)
    if known is not None and known(one):
        return _settled(Known(one))
    return workers.begin(read_document, reader, one)


def _documents(
    located: Iterable[Locator | Unread], workers: "_Workers", cleaned: CleanedBefore | None
) -> Iterator[Loaded]:
    """As `documents`, with files of one document loaded by workers, unless they were cleaned before."""
    for streamed, group in groupby(located, _is_streamed):
        if streamed:
            yield from documents(group)
        else:
            for loaded in workers.in_order(_load(workers, found, cleaned) for found in group):
                yield from loaded


def _load(workers: "_Workers", found: Locator | Unread, cleaned: CleanedBefore | None) -> "Future[list[Loaded]]":
    document = cleaned(found) if cleaned is not None and isinstance(found, Locator) else None
    return workers.begin(_load_all, found) if document is None else _settled([document])


def _is_streamed(found: Locator | Unread) -> bool:
    return isinstance(found, Unread) or found.kind == "stdin" or Path(found.ref).suffix.lower() in _STREAMED


def _load_all(located: Locator | Unread) -> list[Loaded]:
    return list(documents([located]))


def _loaded(locator: Locator) -> Iterator[Loaded]:
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
        return Issue(code=CRASHED, message=f"{what}: {type(error).__name__}: {' '.join(str(error).split())} [{trace}]")


class _Workers:
    """Begins calls in a pool, the first few and those of a pool of one in this process, and gives them in order."""

    def __init__(self, jobs: int) -> None:
        # Spawned, not forked: a fork would share the open database connection and break it when it ends.
        spawned = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(jobs, spawned, initializer=_become_worker) if jobs > 1 else None
        self._ahead = jobs * _AHEAD if jobs > 1 else 0
        self._begun = 0

    def begin(self, function: Callable[P, T], *args: P.args, **named: P.kwargs) -> Future[T]:
        self._begun += 1
        if self._pool is None or self._begun <= _FEW:
            return _settled(function(*args, **named))
        return self._pool.submit(function, *args, **named)

    def in_order(self, begun: Iterable[Future[T]]) -> Iterator[T]:
        """What the calls gave, in the order they were begun, with no more begun ahead than keeps all busy."""
        waiting: deque[Future[T]] = deque()
        for future in begun:
            waiting.append(future)
            if len(waiting) > self._ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def end(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


@contextmanager
def _workers(jobs: int) -> Iterator[_Workers]:
    workers = _Workers(jobs)
    try:
        yield workers
    except BrokenProcessPool as error:
        raise MakegoodError("a process that read was ended (out of memory?): run again with --jobs 1") from error
    finally:
        workers.end()


def _become_worker() -> None:
    """Leave Ctrl-C to the process that writes the ledger, and end with it even if it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _settled(value: T) -> Future[T]:
    future: Future[T] = Future()
    future.set_result(value)
    return future
