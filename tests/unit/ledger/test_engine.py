"""Opening: what cannot be opened is one line with the way out."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from makegood.errors import LedgerError
from makegood.ledger.engine import connect, ledger_url, reading, shown, writing
from makegood.ledger.store import Ledger
from tests.arrivals import DAY, arrivals, ledger, simple_resolver

NOBODY = 65534


def refusal(url: str, create: bool = False) -> str:
    """What opening says; always one line."""
    with pytest.raises(LedgerError) as raised:
        Ledger.open(url, create, resolver=simple_resolver)
    assert "\n" not in str(raised.value)
    return str(raised.value)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may write anywhere; look as somebody who may not."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("ledger.db", "sqlite"),
        ("sqlite:///ledger.db", "sqlite"),
        ("postgresql://ana@host/ledger", "postgresql+psycopg"),
        ("postgresql+psycopg2://ana@host/ledger", "postgresql+psycopg"),
        ("postgres://ana@host/ledger", "postgresql+psycopg"),
    ],
)
def test_paths_and_urls(given: str, driver: str) -> None:
    assert ledger_url(given).drivername == driver


def test_a_path_may_hold_what_a_url_may_not(tmp_path: Path) -> None:
    path = tmp_path / "a? b#c%20é.db"
    ledger(str(path)).close()
    assert path.exists()


@pytest.mark.parametrize(("given", "said"), [("mysql://host/x", "mysql is no database"), ("://x", "is no ledger")])
def test_other_databases_are_refused(given: str, said: str) -> None:
    with pytest.raises(LedgerError, match=said):
        ledger_url(given)


def test_a_password_is_never_shown() -> None:
    assert "secret" not in shown(ledger_url("postgresql://ana:secret@host/ledger"))


def test_no_ledger_there(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    assert "there is no ledger" in refusal(str(path))
    assert not path.exists(), "asking makes nothing"


def test_no_folder_there(tmp_path: Path) -> None:
    assert "folder that exists" in refusal(str(tmp_path / "none" / "ledger.db"), create=True)
    assert "folder that exists" in refusal(str(tmp_path), create=True)


def test_not_a_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Not a ledger. " * 100)
    assert "this file is no Makegood ledger" in refusal(str(path), create=True)
    assert path.read_text().startswith("Not a ledger"), "it is left as it was"


def test_a_database_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "music.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE song (title TEXT)")
    assert "database of something else" in refusal(str(path), create=True)


def test_an_empty_file_is_no_ledger_until_one_is_made(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.touch()
    assert "holds no ledger yet" in refusal(str(path))
    ledger(str(path)).close()
    assert ledger(str(path)).head().entries == 0


def test_a_newer_ledger(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    ledger(str(path)).close()
    with sqlite3.connect(path) as newer:
        newer.execute("UPDATE ledger_schema SET version_num = '9999'")
    assert "newer Makegood (9999): upgrade Makegood" in refusal(str(path), create=True)


def test_a_locked_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(tmp_path / "ledger.db")
    monkeypatch.setattr("makegood.ledger.engine.WAIT_SECONDS", 0)
    waiting = pytest.raises(LedgerError, match="another process is writing; try again")
    with ledger(path) as kept, writing(connect(ledger_url(path))), waiting:
        kept.append(arrivals(1), DAY)


@pytest.fixture
def shut_folder() -> Iterator[Path]:
    """A folder with a ledger that only its owner may write to, but everybody may enter."""
    with TemporaryDirectory(prefix="mg-shut-") as name:
        folder = Path(name)
        ledger(str(folder / "ledger.db")).close()
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


@pytest.mark.parametrize("name", ["ledger.db", "other.db"])
def test_a_folder_that_may_not_be_written(shut_folder: Path, name: str) -> None:
    with as_nobody():
        said = refusal(str(shut_folder / name), create=True)
    assert "that you may write to" in said


def test_no_driver_for_postgresql(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "pip install 'makegood[postgres]'" in refusal("postgresql://host/ledger")


def test_no_server_there(tmp_path: Path) -> None:
    assert "cannot be reached" in refusal(f"postgresql://ana@/ledger?host={tmp_path}")


def test_the_pragmas_hold_on_every_connection(tmp_path: Path) -> None:
    path = str(tmp_path / "ledger.db")
    ledger(path).close()
    database = connect(ledger_url(path))
    with reading(database) as first, reading(database) as second:
        for connection in (first, second):
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in
                     ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers")}  # fmt: skip
            assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1}
