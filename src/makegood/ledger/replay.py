"""Derived tables from entries, bit for bit: the same entries give the same rows, however often and in what steps.

Three steps, each a function of the one before: `intake` (what came in, with every append), documents
(settle.py, again for those that new entries touch), pledges (resolution, as a whole).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Protocol

import orjson
from sqlalchemy import Connection, Engine, delete, inspect, select

from makegood.ledger import bulk, documents, engine, state, tables
from makegood.ledger.entry import GENESIS, Entry, Head, canonical
from makegood.ledger.intake import take_in
from makegood.ledger.statements import statement_model
from makegood.ledger.verify import verify
from makegood.model.actor import Actor
from makegood.model.document import Document, digest
from makegood.model.judgement import Judgement
from makegood.model.pledge import Pledge
from makegood.model.statement import Statement

_BATCH = 500
_RESOLVED = (tables.actor, tables.pledge, tables.pledge_statement, tables.pledge_actor)


class Resolution(Protocol):
    """What resolution makes of the statements."""

    @property
    def actors(self) -> Sequence[Actor]:
        """Everybody whom a statement names, once each."""

    @property
    def pledges(self) -> Sequence[Pledge]:
        """Every undertaking, once each."""


class Resolver(Protocol):
    """Statements with their documents, verdicts and imported actors, to actors and pledges; a pure function."""

    def __call__(
        self,
        statements: Sequence[tuple[Document, Statement]],
        judgements: Sequence[Judgement],
        imported: Sequence[Actor],
        /,
    ) -> Resolution:
        """What the statements say, put together."""


def make_ready(database: Engine) -> None:
    """Make the derived tables where there are none, or only those of another version of replay.

    Raises:
        TamperError: the entries they would be made from do not verify.
    """
    with engine.reading(database) as connection:
        if _ready(connection):
            return
    with engine.writing(database) as connection:
        if not _ready(connection):
            _start_again(connection)


def refresh(database: Engine, resolver: Resolver) -> None:
    """Bring the derived tables up to the last entry, if they are behind."""
    with engine.reading(database) as connection:
        if _fresh(connection):
            return
    with engine.writing(database) as connection:
        _follow(connection, resolver)


def rebuild(database: Engine, resolver: Resolver) -> str:
    """Make all derived tables again from the entries; returns their digest.

    Raises:
        TamperError: the entries do not verify.
    """
    with engine.writing(database) as connection:
        _start_again(connection)
        _follow(connection, resolver)
        return derived_digest(connection)


def derived_digest(connection: Connection) -> str:
    """Digest of every derived row, the same on both databases."""
    lines = []
    for table in sorted(tables.derived.tables.values(), key=lambda table: table.name):
        rows = sorted(canonical(list(row)) for row in connection.execute(select(table)))
        lines += [table.name, *rows]
    return digest("\n".join(lines).encode())


def entries(connection: Connection, after: int = 0) -> Iterator[Entry]:
    """All entries past number `after`, in their order; a few hundred at a time are in memory."""
    columns = tables.entry.c
    while True:
        question = select(tables.entry).where(columns.seq > after).order_by(columns.seq).limit(_BATCH)
        batch = [Entry(*row) for row in connection.execute(question)]
        if not batch:
            return
        yield from batch
        after = batch[-1].seq


def head(connection: Connection) -> Head:
    """The end of the chain."""
    columns = tables.entry.c
    row = connection.execute(
        select(columns.seq, columns.hash, columns.seal).order_by(columns.seq.desc()).limit(1)
    ).first()
    return Head(row.seq, row.hash, row.seal) if row else Head()


def _ready(connection: Connection) -> bool:
    made = inspect(connection).has_table(tables.state.name)
    return made and state.get(connection, "replay") == tables.REPLAY_VERSION


def _fresh(connection: Connection) -> bool:
    return state.get(connection, "pledges") == state.get(connection, "intake")


def _start_again(connection: Connection) -> None:
    verify(connection).require(besides=("guard", "cut"))
    tables.derived.drop_all(connection)
    tables.derived.create_all(connection)
    state.put(connection, "replay", tables.REPLAY_VERSION)
    state.put(connection, "intake", GENESIS)
    coming = entries(connection)
    while batch := list(islice(coming, _BATCH)):
        take_in(connection, batch)


def _follow(connection: Connection, resolver: Resolver) -> None:
    documents.follow(connection)
    _resolve(connection, resolver)
    state.put(connection, "pledges", state.get(connection, "intake"))


def _resolve(connection: Connection, resolver: Resolver) -> None:
    resolution = resolver(_statements(connection), _judgements(connection), imported_actors(connection))
    for table in _RESOLVED:
        connection.execute(delete(table))
    bulk.insert(connection, tables.actor, ((a.id, a.name, canonical(_body(a))) for a in resolution.actors))
    bulk.insert(connection, tables.pledge, ((p.id, p.name, p.stage, canonical(_body(p))) for p in resolution.pledges))
    bulk.insert(connection, tables.pledge_statement, (row for p in resolution.pledges for row in _lines(p)))
    bulk.insert(
        connection, tables.pledge_actor, ((p.id, a) for p in resolution.pledges for a in sorted(set(p.promisors)))
    )


def _body(model: Actor | Pledge) -> dict[str, Any]:
    return model.model_dump(by_alias=True, exclude_none=True)


def _lines(pledge: Pledge) -> Iterable[bulk.Row]:
    roles = dict.fromkeys(pledge.progress, "progress") | dict.fromkeys(pledge.statements, "statement")
    return ((pledge.id, statement, role) for statement, role in roles.items())


def _statements(connection: Connection) -> list[tuple[Document, Statement]]:
    """Statements that stand, corrected where a person corrected them, in an order that no database decides."""
    held = {document.id: document for document in documents.standing(connection)}
    columns = tables.statement.c
    question = select(columns.document, columns.id, columns.body, columns.corrected).where(columns.rejected == 0)
    rows = sorted(connection.execute(question), key=lambda row: (row.document, row.id))
    return [(held[row.document], statement_model(row.corrected or row.body)) for row in rows]


def imported_actors(connection: Connection) -> list[Actor]:
    """Actors known from elsewhere, in the order they were imported."""
    columns = tables.imported.c
    rows = connection.execute(select(columns.body).order_by(columns.seq, columns.ordinal)).scalars()
    return [Actor.model_validate_json(body) for body in rows]


def _judgements(connection: Connection) -> list[Judgement]:
    rows = connection.execute(select(tables.judgement.c.body).order_by(tables.judgement.c.seq)).scalars()
    return [Judgement.model_validate(orjson.loads(body)) for body in rows]
