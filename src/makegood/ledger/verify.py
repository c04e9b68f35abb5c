"""Recomputing the chain, without trusting anything that the database says of itself.

A bare check cannot see two things: entries cut off the end with the derived state mended too, and a
chain forged anew from some entry on. Both change the head: note it elsewhere and expect it here.
"""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import orjson
from sqlalchemy import Connection, Row, inspect, select, text

from makegood.errors import TamperError
from makegood.ledger import state, tables
from makegood.ledger.entry import GENESIS, Head, content_hash, document_of, time_seal
from makegood.model.document import digest
from makegood.model.frozen import Frozen

_BATCH = 200
_TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": """SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
                     WHERE relnamespace = current_schema()::regnamespace AND tgenabled <> 'D'""",
}


class Finding(Frozen):
    """Something that append alone cannot have brought about. `where` is an entry's number or a document's id."""

    code: str
    where: str
    message: str


class Verification(Frozen):
    """What was recomputed: how many entries and documents, the end of the chain, and what does not fit."""

    entries: int
    documents: int
    head: str
    seal: str
    findings: tuple[Finding, ...] = ()

    def require(self, besides: Collection[str] = ()) -> None:
        """Raise if anything was found, `besides` codes that do not matter here.

        Raises:
            TamperError: the first finding, and how many there are.
        """
        found = [finding for finding in self.findings if finding.code not in besides]
        if found:
            count = f"{len(found)} finding{'s' * (len(found) > 1)}"
            raise TamperError(f"{found[0].where}: {found[0].message} ({count}): restore a trusted copy of the ledger")


@dataclass(slots=True)
class _Walk:
    """Where the chain stands while it is walked, and what is looked for on the way."""

    sought: set[str]
    head: Head = field(default_factory=Head)
    day: str = ""
    documents: set[str] = field(default_factory=set)


def verify(connection: Connection, expect_head: str | None = None) -> Verification:
    """Walk all entries and documents; everything that does not fit is a finding."""
    intake = state.get(connection, "intake") if inspect(connection).has_table(tables.state.name) else ""
    walk = _Walk({hash_ for hash_ in (intake, expect_head) if hash_ and hash_ != GENESIS})
    with _any_bytes(connection):
        findings = [finding for row in _rows(connection) for finding in _entry(walk, row)]
        texts = {identity: digest(content) == identity for identity, content in _texts(connection)}
    findings += [*_documents(walk, texts), *_guards(connection), *_ends(walk, expect_head, intake)]
    return Verification(
        entries=walk.head.entries,
        documents=len(texts),
        head=walk.head.hash,
        seal=walk.head.seal,
        findings=tuple(findings),
    )


@contextmanager
def _any_bytes(connection: Connection) -> Iterator[None]:
    """Read text from SQLite though a hand made it invalid UTF-8, byte for byte."""
    driver = connection.connection.driver_connection
    if isinstance(driver, sqlite3.Connection):
        driver.text_factory = lambda data: data.decode(errors="surrogateescape")
    try:
        yield
    finally:
        if isinstance(driver, sqlite3.Connection):
            driver.text_factory = str


def _rows(connection: Connection) -> Iterator[Row[*tuple[Any, ...]]]:
    question = select(tables.entry).order_by(tables.entry.c.seq)
    yield from connection.execute(question, execution_options={"yield_per": _BATCH})


def _texts(connection: Connection) -> Iterator[tuple[str, bytes]]:
    question = select(tables.document.c.id, tables.document.c.text)
    for row in connection.execute(question, execution_options={"yield_per": _BATCH}):
        yield str(row.id), _bytes(row.text)


def _entry(walk: _Walk, row: Row[*tuple[Any, ...]]) -> Iterator[Finding]:
    """What does not fit in one entry, given the one before; then step onto it."""
    seq, day, body = int(row.seq), str(row.learned)[:10], _bytes(row.body)
    checks = (
        ("order", seq == walk.head.entries + 1, f"follows entry {walk.head.entries}"),
        ("previous", row.previous == walk.head.hash, "does not continue the entry before it"),
        ("content", row.hash == content_hash(row.previous, row.kind, body), "its content is not what was hashed"),
        (
            "time",
            row.seal == time_seal(walk.head.seal, row.hash, row.learned),
            "its time or place is not what was sealed",
        ),
        ("backwards", day >= walk.day, f"learned {day}, before the entry before it"),
        ("document", row.document == _document_in(row.kind, body), "is filed under another document"),
    )
    yield from (Finding(code=code, where=f"entry {seq}", message=message) for code, fits, message in checks if not fits)
    walk.head, walk.day = Head(seq, str(row.hash), str(row.seal)), day
    walk.sought -= {str(row.hash), str(row.seal)}
    if row.document is not None:
        walk.documents.add(str(row.document))


def _document_in(kind: str, body: bytes) -> str | None:
    """The document that a body speaks of; None too where the body is no JSON, which its hash has told already."""
    try:
        return document_of(kind, orjson.loads(body))
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return None


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode(errors="surrogateescape")


def _documents(walk: _Walk, texts: dict[str, bool]) -> Iterator[Finding]:
    for identity in sorted(walk.documents - texts.keys()):
        yield Finding(code="missing", where=identity, message="this document is gone")
    for identity in sorted(texts.keys() - walk.documents):
        yield Finding(code="stray", where=identity, message="no entry speaks of this document")
    for identity in sorted(identity for identity, fits in texts.items() if not fits):
        yield Finding(code="text", where=identity, message="this document's text is not what was read")


def _guards(connection: Connection) -> Iterator[Finding]:
    dialect = connection.dialect.name
    present = set(connection.execute(text(_TRIGGERS[dialect])).scalars())
    for name in sorted(tables.GUARDS[dialect] - present):
        yield Finding(code="guard", where=name, message="this trigger against changes is gone")


def _ends(walk: _Walk, expect_head: str | None, intake: str) -> Iterator[Finding]:
    if intake in walk.sought:
        yield Finding(code="cut", where=intake, message="this entry was taken in and is gone")
    if expect_head in walk.sought:
        yield Finding(code="head", where=str(expect_head), message="this head was expected and is not in the chain")
