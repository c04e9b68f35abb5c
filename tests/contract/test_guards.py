"""Append-only in the database, not by manners: raw SQL on another connection is refused too."""

import sqlite3

import psycopg
import pytest

from makegood.errors import LedgerError
from makegood.ledger.engine import connect, ledger_url, writing
from tests.arrivals import DAY, arrivals, ledger

Refused = (sqlite3.IntegrityError, psycopg.errors.RaiseException)


def raw(url: str, statement: str) -> None:
    """Run one statement as a person with a database shell would: no pragma set, nothing of ours loaded."""
    if "://" in url:
        with psycopg.connect(url) as connection:
            connection.execute(statement)
        return
    with sqlite3.connect(url) as connection:
        connection.execute(statement)


@pytest.fixture
def filled(url: str) -> str:
    with ledger(url) as kept:
        kept.append(arrivals(3), DAY)
    return url


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET learned = '2020-01-01' WHERE seq = 2",
        "UPDATE document SET text = CAST('other' AS {blob})",
        "DELETE FROM entry WHERE seq = 3",
        "DELETE FROM document",
        "INSERT INTO entry SELECT seq + 5, hash, 'x', kind, document, body, learned, 'x' FROM entry WHERE seq = 3",
        "INSERT INTO entry SELECT seq + 1, 'y', 'x', kind, document, body, learned, 'x' FROM entry WHERE seq = 3",
    ],
)
def test_changes_are_refused(filled: str, statement: str) -> None:
    blob = "bytea" if "://" in filled else "BLOB"
    with pytest.raises(Refused):
        raw(filled, statement.format(blob=blob))
    with ledger(filled) as kept:
        assert kept.verify().findings == ()


@pytest.mark.postgres
@pytest.mark.parametrize("statement", ["TRUNCATE entry", "TRUNCATE document CASCADE"])
def test_truncation_is_refused(postgres_url: str, statement: str) -> None:
    with ledger(postgres_url) as kept:
        kept.append(arrivals(3), DAY)
    with pytest.raises(psycopg.errors.RaiseException):
        raw(postgres_url, statement)


@pytest.mark.postgres
def test_upsert_is_refused(postgres_url: str) -> None:
    with ledger(postgres_url) as kept:
        kept.append(arrivals(1), DAY)
    upsert = "INSERT INTO document SELECT * FROM document ON CONFLICT (id) DO UPDATE SET text = '\\x00'"
    with pytest.raises(psycopg.errors.RaiseException):
        raw(postgres_url, upsert)


REPLACEMENTS = {
    "entry": """INSERT OR REPLACE INTO entry
                SELECT seq, previous, hash, kind, document, 'forged', learned, seal FROM entry""",
    "head": """INSERT OR REPLACE INTO entry
               SELECT 4, previous, 'new', kind, document, body, learned, 's' FROM entry LIMIT 1""",
    "document": "INSERT OR REPLACE INTO document SELECT id, CAST('forged' AS BLOB) FROM document",
}


@pytest.fixture
def file(tmp_path: object) -> str:
    path = f"{tmp_path}/ledger.db"
    with ledger(path) as kept:
        kept.append(arrivals(3), DAY)
    return path


@pytest.mark.parametrize("statement", REPLACEMENTS.values(), ids=REPLACEMENTS)
def test_replacing_on_sqlite_is_refused_without_the_pragma(file: str, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        raw(file, statement)


@pytest.mark.parametrize("name", ["entry", "document"])
def test_replacing_is_refused_by_the_pragma_alone(file: str, name: str) -> None:
    """With the insert triggers gone the delete trigger must fire for REPLACE: that needs `recursive_triggers`."""
    raw(file, "DROP TRIGGER entry_follows_head")
    raw(file, "DROP TRIGGER document_no_replace")
    database = connect(ledger_url(file))
    with pytest.raises(LedgerError, match="never removed"), writing(database) as connection:
        connection.exec_driver_sql(REPLACEMENTS[name])
    raw(file, REPLACEMENTS[name])
    with ledger(file) as kept:
        assert {finding.code for finding in kept.verify().findings} & {"content", "text"}
