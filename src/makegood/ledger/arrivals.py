"""What of a batch is new: the entries it calls for, given what the ledger knows already."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from makegood.errors import LedgerError
from makegood.ledger import bulk, tables
from makegood.ledger.bulk import column_text
from makegood.ledger.entry import Draft, document_draft, document_facts, reading_draft, unread_draft
from makegood.ledger.intake import facts_digest
from makegood.model.document import Document
from makegood.model.reading import Reading
from makegood.sources.unread import Unread

Arrival = tuple[Document, Reading] | Document | Unread
"""One input in its turn: a document with what a reader got from it; one alone that was known, so not read again;
or why there is none."""


@dataclass(slots=True)
class News:
    """The entries that a batch calls for, the texts the ledger does not hold yet, and how many of each outcome."""

    drafts: list[Draft] = field(default_factory=list)
    texts: dict[str, bytes] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, draft: Draft, outcome: str) -> None:
        """One more entry."""
        self.drafts.append(draft)
        self.counts[outcome] += 1


@dataclass(slots=True)
class _Memory:
    """What the ledger knows of the documents and inputs of one batch; grows as the batch is gone through."""

    texts: set[str] = field(default_factory=set)
    read: set[tuple[str, str, str]] = field(default_factory=set)
    sighted: set[tuple[str, str]] = field(default_factory=set)
    unread: set[tuple[str, str]] = field(default_factory=set)


def news(connection: Connection, arrivals: Sequence[Arrival]) -> News:
    """What these arrivals add, in their order.

    Raises:
        AnchorError: a reading whose quotes are not its document's text (law 4).
        LedgerError: a document without a reading, of a text that was never read.
    """
    memory = _remember(connection, arrivals)
    found = News()
    for arrival in arrivals:
        if isinstance(arrival, Unread):
            _weigh_unread(found, memory, arrival)
        elif isinstance(arrival, Document):
            _weigh_sighting(found, memory, arrival)
        else:
            _weigh_reading(found, memory, *arrival)
    return found


def _weigh_unread(found: News, memory: _Memory, unread: Unread) -> None:
    key = (column_text(unread.ref), unread.issue.code)
    if key in memory.unread:
        found.counts["unchanged"] += 1
        return
    memory.unread.add(key)
    found.add(unread_draft(unread), "unread")


def _weigh_reading(found: News, memory: _Memory, document: Document, reading: Reading) -> None:
    reading.checked(document)
    read = (document.id, column_text(reading.reader), column_text(reading.version))
    if read in memory.read:
        _weigh_sighting(found, memory, document)
        return
    found.add(reading_draft(document, reading), "revised" if document.id in memory.texts else "added")
    if document.id not in memory.texts:
        found.texts[document.id] = document.text.encode()
    memory.read.add(read)
    memory.sighted.add(_sighting(document))
    memory.texts.add(document.id)


def _weigh_sighting(found: News, memory: _Memory, document: Document) -> None:
    if document.id not in memory.texts:
        raise LedgerError(f"{document.ref} was offered without a reading and has never been read")
    if _sighting(document) in memory.sighted:
        found.counts["unchanged"] += 1
        return
    memory.sighted.add(_sighting(document))
    found.add(document_draft(document), "sighted")


def _sighting(document: Document) -> tuple[str, str]:
    return document.id, facts_digest(document_facts(document))


def _remember(connection: Connection, arrivals: Iterable[Arrival]) -> _Memory:
    memory = _Memory()
    read, sighting = tables.reading.c, tables.sighting.c
    for ids in bulk.chunks(_document(arrival).id for arrival in arrivals if not isinstance(arrival, Unread)):
        texts = select(tables.document.c.id).where(tables.document.c.id.in_(ids))
        memory.texts.update(connection.execute(texts).scalars())
        readings = select(read.document, read.reader, read.version).where(read.document.in_(ids))
        memory.read.update((row[0], row[1], row[2]) for row in connection.execute(readings))
        sightings = select(sighting.document, sighting.facts_digest).where(sighting.document.in_(ids))
        memory.sighted.update((row[0], row[1]) for row in connection.execute(sightings))
    for refs in bulk.chunks(column_text(arrival.ref) for arrival in arrivals if isinstance(arrival, Unread)):
        memory.unread.update(_still_unread(connection, refs))
    return memory


def _document(arrival: tuple[Document, Reading] | Document) -> Document:
    return arrival if isinstance(arrival, Document) else arrival[0]


def _still_unread(connection: Connection, refs: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Inputs that could not be read and have not been since."""
    failed, sighting = tables.unread.c, tables.sighting.c
    since = select(func.coalesce(func.max(sighting.seq), 0)).where(sighting.ref == failed.ref).scalar_subquery()
    question = select(failed.ref, failed.code).where(failed.ref.in_(refs), failed.seq > since)
    return [(row.ref, row.code) for row in connection.execute(question)]
