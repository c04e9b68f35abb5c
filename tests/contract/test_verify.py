"""`verify` finds what was done to a ledger behind the triggers' back."""

import sqlite3
from pathlib import Path

import psycopg
import pytest

from makegood.errors import TamperError
from tests.arrivals import DAY, UNREAD, arrivals, ledger

DISARM = {
    "sqlite": ("DROP TRIGGER entry_no_update", "DROP TRIGGER entry_no_delete", "DROP TRIGGER entry_follows_head",
               "DROP TRIGGER document_no_update", "DROP TRIGGER document_no_delete"),
    "postgresql": ("ALTER TABLE entry DISABLE TRIGGER ALL", "ALTER TABLE document DISABLE TRIGGER ALL"),
}  # fmt: skip
GUARD = "guard"


def disarmed(url: str, *statements: str) -> None:
    """Run statements with the triggers off, as somebody who owns the database can."""
    bare(url, *DISARM["postgresql" if "://" in url else "sqlite"], *statements)


def bare(url: str, *statements: str) -> None:
    """Run statements on a connection that knows nothing of ours."""
    with psycopg.connect(url) if "://" in url else sqlite3.connect(url) as connection:
        for statement in statements:
            connection.execute(statement)


def codes(url: str, expect_head: str | None = None) -> set[str]:
    """What verify finds, besides that the triggers are off."""
    with ledger(url) as kept:
        return {finding.code for finding in kept.verify(expect_head).findings} - {GUARD}


@pytest.fixture
def filled(url: str) -> str:
    with ledger(url) as kept:
        kept.append([*arrivals(4), UNREAD], DAY)
        kept.append(arrivals(2, first=4), "2026-02-01")
    return url


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE entry SET body = replace(body, '40000000', '90000000') WHERE seq = 2", {"content"}),
        ("UPDATE entry SET kind = 'document' WHERE seq = 2", {"content"}),
        ("UPDATE entry SET learned = '2026-01-30' WHERE seq = 1", {"time"}),
        ("UPDATE entry SET learned = '2026-03-01' WHERE seq = 3", {"time", "backwards"}),
        ("UPDATE entry SET document = NULL WHERE seq = 2", {"document", "stray"}),
        ("DELETE FROM entry WHERE seq = 5", {"order", "previous", "time"}),
        ("DELETE FROM entry WHERE seq = 1", {"order", "previous", "time", "stray"}),
        ("DELETE FROM entry WHERE seq = 7", {"cut", "stray"}),
        ("UPDATE entry SET seq = seq + 10 WHERE seq = 2", {"order", "previous", "time", "backwards"}),
    ],
)
def test_a_tampered_entry_is_found(filled: str, statement: str, expected: set[str]) -> None:
    disarmed(filled, statement)
    assert codes(filled) == expected


def test_exchanged_entries_are_found(filled: str) -> None:
    disarmed(filled, *(f"UPDATE entry SET seq = {new} WHERE seq = {old}" for old, new in ((2, 99), (3, 2), (99, 3))))
    assert codes(filled) >= {"previous"}


def test_an_inserted_entry_is_found(filled: str) -> None:
    disarmed(
        filled,
        "INSERT INTO entry SELECT 8, hash, 'sha256:x', kind, document, body, learned, 'y' FROM entry WHERE seq = 7",
    )
    assert codes(filled) == {"content", "time"}


def test_a_changed_removed_or_added_document_is_found(filled: str) -> None:
    with ledger(filled) as kept:
        first, second, *_ = [document.id for document in kept.view().documents()]
    text = "CAST('forged' AS BLOB)" if "://" not in filled else "convert_to('forged', 'UTF8')"
    disarmed(filled, f"UPDATE document SET text = {text} WHERE id = '{first}'")
    assert codes(filled) == {"text"}
    bare(filled, f"UPDATE document SET id = 'sha256:0' WHERE id = '{second}'")
    assert codes(filled) == {"text", "missing", "stray"}


def test_a_ledger_that_was_cut_is_not_written_on(filled: str) -> None:
    disarmed(filled, "DELETE FROM entry WHERE seq = 7")
    with ledger(filled) as kept:
        with pytest.raises(TamperError, match="does not end where it was left"):
            kept.append(arrivals(1, first=9), "2026-02-01")
        assert "cut" in codes(filled)


def test_nothing_is_rebuilt_from_a_chain_that_does_not_verify(filled: str) -> None:
    disarmed(filled, "UPDATE entry SET body = '{' WHERE seq = 2")
    with ledger(filled) as kept:
        before = kept.derived_digest()
        with pytest.raises(TamperError, match="entry 2: its content"):
            kept.rebuild()
        assert kept.derived_digest() == before


def test_missing_triggers_are_found(filled: str) -> None:
    disarmed(filled)
    with ledger(filled) as kept:
        found = kept.verify().findings
    assert {finding.code for finding in found} == {GUARD}
    assert "entry_no_update" in {finding.where for finding in found}


def test_bytes_that_are_no_text_are_found(tmp_path: Path) -> None:
    url = str(tmp_path / "ledger.db")
    with ledger(url) as kept:
        kept.append(arrivals(2), DAY)
    disarmed(url, "UPDATE entry SET body = CAST(X'7b80ff7d' AS TEXT) WHERE seq = 1")
    assert "content" in codes(url)


def test_a_cut_that_also_mends_the_derived_state_needs_a_known_head(filled: str) -> None:
    with ledger(filled) as kept:
        noted = kept.head()
    disarmed(filled, "DELETE FROM entry WHERE seq = 7")
    with ledger(filled) as kept:
        orphan = next(f.where for f in kept.verify().findings if f.code == "stray")
    bare(filled, f"DELETE FROM document WHERE id = '{orphan}'")
    with ledger(filled) as kept:
        kept.rebuild()
    assert codes(filled) == set(), "this is what a bare verify cannot see"
    assert codes(filled, noted.hash) == {"head"}
    assert codes(filled, noted.seal) == {"head"}


def test_an_earlier_head_is_still_in_a_grown_chain(url: str) -> None:
    with ledger(url) as kept:
        kept.append(arrivals(2), DAY)
        noted = kept.head()
        kept.append(arrivals(2, first=2), DAY)
        assert kept.verify(noted.hash).findings == kept.verify(noted.seal).findings == ()
        assert kept.verify("sha256:unknown").findings[0].code == "head"


def test_what_was_found_can_be_required_away(filled: str) -> None:
    with ledger(filled) as kept:
        verification = kept.verify()
        verification.require()
        assert (verification.entries, verification.documents) == (7, 6)
    disarmed(filled, "UPDATE entry SET body = '{}' WHERE seq = 2")
    with ledger(filled) as kept, pytest.raises(TamperError, match=r"entry 2: .*restore"):
        kept.verify().require()
