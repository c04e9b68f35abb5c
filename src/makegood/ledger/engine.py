"""From a path or URL to an open database: pragmas, locks, schema, and errors an operator can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from makegood.errors import LedgerError
from makegood.ledger.tables import SCHEMAS

WAIT_SECONDS = 30
"""How long a writer waits for another one before it gives up."""

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
)

_WAYS_OUT = (
    ("locked", "another process is writing; try again when it has ended"),
    ("lock timeout", "another process is writing; try again when it has ended"),
    ("file is not a database", "this file is no Makegood ledger; name another file"),
    ("read-only", "it cannot be written; name a database that you may write to"),
    ("permission denied", "it cannot be written; ask its owner for the right to create and insert"),
    ("readonly", "it cannot be written; copy it to a folder that you may write to"),
    ("unable to open", "it cannot be opened; name a folder that exists and that you may write to"),
    ("no space left", "the disk is full; free some space and run again, nothing is lost"),
    ("disk is full", "the disk is full; free some space and run again, nothing is lost"),
    ("connection", "the PostgreSQL server cannot be reached; check host, port, user and password"),
    ("malformed", "the file is damaged; restore a copy and run `makegood verify` on it"),
)


def ledger_url(url: str) -> URL:
    """The database URL of a path or URL; PostgreSQL is always spoken to through psycopg 3.

    Raises:
        LedgerError: the URL is malformed or names another kind of database.
    """
    if "://" not in url:
        return URL.create("sqlite", database=url)
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise LedgerError(f"{url!r} is no ledger: give a file, or a URL as postgresql://user@host/name") from error
    match parsed.get_backend_name():
        case "sqlite":
            return parsed.set(drivername="sqlite")
        case "postgresql" | "postgres":
            return parsed.set(drivername="postgresql+psycopg")
        case other:
            raise LedgerError(f"{other} is no database for a ledger: use a file (SQLite) or postgresql://…")


def connect(url: URL) -> Engine:
    """An engine on a SQLite file or a PostgreSQL database; nothing is opened yet.

    Raises:
        LedgerError: PostgreSQL without its driver.
    """
    try:
        engine = create_engine(url)
    except ModuleNotFoundError as error:
        raise LedgerError("a PostgreSQL ledger needs psycopg: pip install 'makegood[postgres]'") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    return engine


def memory() -> Engine:
    """An empty database in memory, for answers that are not to be stored."""
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    # The driver's own transactions begin too late to be consistent; `_begin` sends BEGIN instead.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout={int(WAIT_SECONDS * 1000)}")
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent look at the database.

    Raises:
        LedgerError: the database cannot be read, with the way out.
    """
    with _told(engine), engine.begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """The only transaction that may write at this time; others wait, then fail. All or nothing.

    Raises:
        LedgerError: the database cannot be written, with the way out.
    """
    with _told(engine), engine.execution_options(writes=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(WAIT_SECONDS * 1000)}")
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('makegood ' || current_schema()))")
        yield connection


@contextmanager
def _told(engine: Engine) -> Iterator[None]:
    """Database errors as one line with the way out."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        cause = str(error.orig if isinstance(error, DBAPIError) else error).strip().splitlines()[0]
        way_out = next((way for sign, way in _WAYS_OUT if sign in cause.lower()), "run `makegood verify`")
        raise LedgerError(f"ledger {shown(engine.url)}: {cause}: {way_out}") from error


def shown(url: URL) -> str:
    """The ledger's name for people: the file, or the URL without its password."""
    return str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)


def ensure_schema(engine: Engine, create: bool) -> None:
    """Check that this is a ledger this version can use; make the tables first where there are none and `create`.

    Raises:
        LedgerError: no ledger, a database of something else, or one that a newer Makegood wrote.
    """
    _refuse_missing_file(engine, create)
    with reading(engine) as connection:
        version = _version(connection)
    if version == SCHEMAS[-1]:
        return
    if version is None and not create:
        raise LedgerError(f"{shown(engine.url)} holds no ledger yet: `makegood read … --ledger` makes one")
    if version is not None and version not in SCHEMAS:
        raise LedgerError(f"ledger {shown(engine.url)} was written by a newer Makegood ({version}): upgrade Makegood")
    with writing(engine) as connection:
        _upgrade(connection)


def _refuse_missing_file(engine: Engine, create: bool) -> None:
    if engine.dialect.name != "sqlite":
        return
    path = Path(str(engine.url.database))
    if not create and not path.exists():
        raise LedgerError(f"there is no ledger {path}: `makegood read … --ledger {path}` makes one")
    if path.is_dir() or not path.absolute().parent.is_dir():
        raise LedgerError(f"ledger {path}: name a file in a folder that exists")


def _version(connection: Connection) -> str | None:
    """The revision of the durable tables; None for an empty database.

    Raises:
        LedgerError: the database holds tables of something else.
    """
    tables = set(inspect(connection).get_table_names())
    if "ledger_schema" in tables and "entry" in tables:
        return str(connection.exec_driver_sql("SELECT version_num FROM ledger_schema").scalar_one())
    if tables and connection.dialect.name == "sqlite":
        raise LedgerError(f"{shown(connection.engine.url)} is a database of something else: name another file")
    return None


def _upgrade(connection: Connection) -> None:
    # Alembic takes a second to import and is needed once in a ledger's life.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    command.upgrade(config, "head")
