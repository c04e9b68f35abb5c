"""The ledger itself: the only writer. What it writes is never changed; what is asked is answered by views.py."""

import dataclasses
from collections.abc import Sequence
from types import TracebackType
from typing import Self

import orjson
from pydantic import JsonValue
from sqlalchemy import Connection, Engine, select

from makegood.errors import ConfigError, LedgerError, TamperError, UnknownIdError
from makegood.ledger import arrivals as arriving
from makegood.ledger import bulk, engine, intake, replay, state, tables, verify
from makegood.ledger.arrivals import Arrival
from makegood.ledger.documents import document_model
from makegood.ledger.entry import Draft, Head, actor_draft, chain, judgement_draft, learned_time
from makegood.ledger.past import as_known_on
from makegood.ledger.replay import Resolver
from makegood.ledger.statements import check_override, statement_model
from makegood.ledger.views import LedgerView
from makegood.model.actor import Actor
from makegood.model.document import Document
from makegood.model.frozen import Frozen
from makegood.model.judgement import Judgement

_FOREVER = "9999-12-31"


class Appended(Frozen):
    """What a batch did: documents `added`; `revised` by a new reading; `sighted` again elsewhere or with
    other facts; inputs `unread`; arrivals that left the ledger `unchanged`. `head` is the chain's new end.
    """

    added: int = 0
    revised: int = 0
    sighted: int = 0
    unread: int = 0
    unchanged: int = 0
    head: str


class Ledger:
    """An open ledger. Use as a context manager, or `close` it."""

    def __init__(self, database: Engine, resolver: Resolver) -> None:
        self._database = database
        self._resolver = resolver
        self._ready = False

    @classmethod
    def open(cls, url: str, create: bool = False, *, resolver: Resolver) -> Self:
        """Open the ledger at a path or URL (`postgresql://…`), making it if there is none and `create`.

        Raises:
            LedgerError: there is none, it is something else, newer, locked or out of reach.
        """
        database = engine.connect(engine.ledger_url(url))
        try:
            engine.ensure_schema(database, create)
        except LedgerError:
            database.dispose()
            raise
        return cls(database, resolver)

    @classmethod
    def in_memory(cls, resolver: Resolver) -> Self:
        """An empty ledger that is never stored, to try documents on."""
        database = engine.memory()
        with engine.writing(database) as connection:
            tables.durable.create_all(connection)
        return cls(database, resolver)

    def trial(self) -> Self:
        """A ledger in memory with the same entries: what is added to it is never stored."""
        return type(self)(as_known_on(self._current(), _FOREVER, self._resolver), self._resolver)

    def close(self) -> None:
        """Give the database back."""
        self._database.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def append(self, arrivals: Sequence[Arrival], learned: str) -> Appended:
        """Ledger what came in, in its order, in one transaction; `learned` is the day (or UTC time) it was learnt.

        An arrival that says nothing new adds nothing, so the head depends on what arrived and in what
        order, never on how it was cut into batches or how often it was offered.

        Raises:
            AnchorError: a reading whose quotes are not its document's text.
            LedgerError: the ledger cannot be written, or `learned` lies before what it holds.
        """
        with engine.writing(self._current()) as connection:
            news = arriving.news(connection, arrivals)
            bulk.insert(connection, tables.document, news.texts.items())
            head = _append(connection, news.drafts, learned)
        return Appended(head=head.hash, **news.counts)

    def judge(self, judgement: Judgement, learned: str) -> Head:
        """Ledger a verdict.

        Raises:
            UnknownIdError: no statement or pledge has its subject's id.
            ConfigError: a correction that its statement cannot take.
            LedgerError: the ledger cannot be written.
        """
        replay.refresh(self._current(), self._resolver)
        with engine.writing(self._current()) as connection:
            document = _judged_document(connection, judgement)
            return _append(connection, [judgement_draft(judgement, document)], learned)

    def import_actors(self, actors: Sequence[Actor], source: str, learned: str) -> Head:
        """Ledger actors known from elsewhere; `source` says from where."""
        with engine.writing(self._current()) as connection:
            return _append(connection, [actor_draft(actors, source)], learned)

    def known(self, document_id: str, reader: str, version: str) -> bool:
        """Whether this reader, in this version, has read this text."""
        key = tables.reading.c
        names = key.reader == bulk.column_text(reader), key.version == bulk.column_text(version)
        with engine.reading(self._current()) as connection:
            return connection.execute(select(key.seq).where(key.document == document_id, *names)).first() is not None

    def cleaned(self, ref: str, raw_digest: str) -> Document | None:
        """The document last made of these bytes under this name; None where the ledger knows none."""
        sighting, text = tables.sighting.c, tables.document.c
        made = select(sighting.facts, text.text).join_from(
            tables.sighting, tables.document, sighting.document == text.id
        )
        these = made.where(sighting.ref == bulk.column_text(ref), sighting.raw_digest == raw_digest)
        with engine.reading(self._current()) as connection:
            last = connection.execute(these.order_by(sighting.seq.desc()).limit(1)).first()
        return document_model(orjson.loads(last.facts), last.text) if last else None

    def head(self) -> Head:
        """The end of the chain."""
        with engine.reading(self._database) as connection:
            return replay.head(connection)

    def view(self, as_of: str | None = None) -> LedgerView:
        """Typed questions to the ledger as it is, or as it was known on a day (ISO date).

        Raises:
            LedgerError: `as_of` is no day.
        """
        if as_of is not None:
            return LedgerView(as_known_on(self._current(), as_of, self._resolver))
        replay.refresh(self._current(), self._resolver)
        return LedgerView(self._current())

    def rebuild(self) -> str:
        """Make every derived table again from the entries; returns the digest of their rows.

        Raises:
            TamperError: the entries do not verify.
        """
        return replay.rebuild(self._database, self._resolver)

    def derived_digest(self) -> str:
        """The digest of the derived rows as they stand; `rebuild` gives the same if they follow from the entries."""
        with engine.reading(self._current()) as connection:
            return replay.derived_digest(connection)

    def verify(self, expect_head: str | None = None) -> verify.Verification:
        """Recompute the chain; `expect_head` is a hash or seal noted earlier, which must still be in it."""
        with engine.reading(self._database) as connection:
            return verify.verify(connection, expect_head)

    def _current(self) -> Engine:
        """The database, its derived tables made if they are missing; what only looks at the chain does without."""
        if not self._ready:
            replay.make_ready(self._database)
            self._ready = True
        return self._database


def _append(connection: Connection, drafts: Sequence[Draft], learned: str) -> Head:
    head, day = replay.head(connection), learned_time(learned)[:10]
    if not drafts:
        return head
    if state.get(connection, "intake") != head.hash:
        raise TamperError("the ledger does not end where it was left: run `makegood verify`, then `makegood rebuild`")
    last = connection.execute(select(tables.entry.c.learned).where(tables.entry.c.seq == head.entries)).scalar()
    if last is not None and day < last[:10]:
        raise LedgerError(f"learned {day} lies before the last entry ({last[:10]}): a ledger is not written backwards")
    entries = list(chain(head, drafts, learned))
    bulk.insert(connection, tables.entry, (dataclasses.astuple(entry) for entry in entries))
    intake.take_in(connection, entries)
    return Head(entries[-1].seq, entries[-1].hash, entries[-1].seal)


def _judged_document(connection: Connection, judgement: Judgement) -> str | None:
    """The document of the statement that a verdict is about; None where it is about pledges."""
    subjects = [bulk.column_text(subject) for subject in (judgement.subject, judgement.other) if subject]
    held = {subject: _statement(connection, subject) for subject in subjects}
    for subject, found in held.items():
        if found is None and not _is_pledge(connection, subject):
            raise UnknownIdError(f"no statement or pledge has the id {subject}: `makegood pledges` lists them")
    statement = held[subjects[0]]
    if judgement.verdict not in ("override", "reject"):
        return None
    if statement is None:
        raise ConfigError(f"{judgement.subject} is a pledge: {judgement.verdict} one of its statements instead")
    document, body = statement
    if judgement.verdict == "override":
        fields: dict[str, JsonValue] = judgement.fields  # type: ignore[assignment]
        check_override(statement_model(body).model_dump(mode="json", by_alias=True, exclude_none=True), fields)
    return document


def _statement(connection: Connection, identity: str) -> tuple[str, str] | None:
    columns = tables.statement.c
    row = connection.execute(select(columns.document, columns.body).where(columns.id == identity)).first()
    return (row.document, row.body) if row else None


def _is_pledge(connection: Connection, identity: str) -> bool:
    return connection.execute(select(tables.pledge.c.id).where(tables.pledge.c.id == identity)).first() is not None
