import sqlite3
from pathlib import Path

from tests.unit.cli.conftest import Makegood


def test_documents_are_listed_by_date_with_what_they_said(kept: Makegood) -> None:
    rows = kept("sources").out.splitlines()[2:]
    assert [(row.split()[1], row.split()[-1]) for row in rows] == [
        ("2025-03-04", "1"),
        ("2025-03-05", "1"),
        ("2025-04-01", "1"),
    ]
    assert [line["refs"] for line in kept("sources", "--format", "jsonl").lines] == [["one"], ["two"], ["three"]]


def test_issues_are_listed_and_can_be_chosen_by_code(kept: Makegood, folder: Path) -> None:
    assert kept("issues").out == "no issues\n"
    (folder / "empty.txt").write_text("")
    kept("read", "nowhere.html", "empty.txt", "--keep")
    assert [line["issue"]["code"] for line in kept("issues", "-f", "jsonl").lines] == ["not_found", "empty"]  # type: ignore[index]
    assert "empty.txt" in kept("issues", "--code", "empty").out
    assert "nowhere.html" not in kept("issues", "--code", "empty").out


def test_an_untouched_ledger_verifies_and_prints_its_head(kept: Makegood) -> None:
    ran = kept("verify")
    assert (ran.code, ran.err) == (0, "makegood: verified: 3 entries, 3 documents\n")
    assert kept("verify", "--expect", ran.out.strip()).code == 0


def test_a_head_that_is_not_in_the_chain_is_found_out(kept: Makegood) -> None:
    ran = kept("verify", "--expect", "sha256:" + "0" * 64)
    assert ran.code == 1
    assert "NOT VERIFIED" in ran.err


def test_a_changed_entry_is_found_out(kept: Makegood, folder: Path) -> None:
    connection = sqlite3.connect(folder / "makegood.sqlite")
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute("UPDATE entry SET body = replace(body, 'Acme', 'Akme') WHERE seq = 1")
    connection.commit()
    connection.close()
    ran = kept("verify")
    assert ran.code == 1
    assert "makegood: entry 1: its content is not what was hashed" in ran.err


def test_rebuilding_gives_the_same_digest_each_time(kept: Makegood) -> None:
    first = kept("rebuild")
    assert first.out.startswith("sha256:")
    assert kept("rebuild").out == first.out
