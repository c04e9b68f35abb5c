import json
from pathlib import Path

import pytest

from makegood import workflow
from makegood.cli.lines import ReadLine
from tests.unit.cli.conftest import DOCUMENTS, Makegood


def test_one_line_a_document_in_the_order_of_the_input(makegood: Makegood, stories: Path) -> None:
    ran = makegood("read", str(stories), "--format", "jsonl")
    assert ran.code == 0
    assert [line["document"]["ref"] for line in ran.lines] == ["one", "two", "three"]  # type: ignore[index]
    assert [len(ReadLine.model_validate(line).statements) for line in ran.lines] == [1, 1, 1]


def test_the_text_is_printed_only_where_asked_for(makegood: Makegood, stories: Path) -> None:
    without = makegood("read", str(stories), "--format", "jsonl").lines[0]["document"]
    with_text = makegood("read", str(stories), "--format", "jsonl", "--with-text").lines[0]["document"]
    assert with_text == without | {"text": DOCUMENTS[0]["text"]}  # type: ignore[operator]


def test_each_quote_is_the_text_at_its_place(makegood: Makegood, stories: Path) -> None:
    for line in makegood("read", str(stories), "--format", "jsonl", "--with-text").lines:
        read = ReadLine.model_validate(line)
        spans = [span for statement in read.statements for spans in statement.evidence.values() for span in spans]
        assert spans
        assert all(span.stands_in(read.document.text or "") for span in spans)


def test_empty_fields_are_left_out_of_statements_and_kept_of_documents(makegood: Makegood, stories: Path) -> None:
    line = makegood("read", str(stories), "--format", "jsonl").lines[0]
    (statement,) = line["statements"]  # type: ignore[misc]
    assert "jobs" not in statement
    assert line["document"]["url"] is None  # type: ignore[index]
    assert statement["amount"] == {
        "low": 5_000_000_000, "high": 5_000_000_000, "bound": "exact", "currency": "USD", "per": "total",
    }  # fmt: skip


def test_json_is_a_list_of_the_same_lines(makegood: Makegood, stories: Path) -> None:
    lines = makegood("read", str(stories), "--format", "jsonl").lines
    assert json.loads(makegood("read", str(stories), "--format", "json").out) == lines
    (stories.parent / "empty").mkdir()
    assert len(json.loads(makegood("read", "empty", "--format", "json").out)) == 1


def test_csv_has_a_row_a_statement(makegood: Makegood, stories: Path) -> None:
    rows = makegood("read", str(stories), "--format", "csv").out.splitlines()
    assert len(rows) == 4
    assert "Acme pledged $5 billion to France." in rows[1]


def test_what_cannot_be_read_is_a_line_with_an_issue_and_exit_code_1(makegood: Makegood, stories: Path) -> None:
    ran = makegood("read", "nowhere.html", str(stories), "--format", "jsonl")
    assert ran.code == 1
    assert ran.lines[0]["document"]["id"] is None  # type: ignore[index]
    assert ran.lines[0]["issues"][0]["code"] == "not_found"  # type: ignore[index]
    assert len(ran.lines) == 4
    assert "makegood: nowhere.html: cannot be found" in ran.err


def test_a_crash_of_the_reader_is_an_issue_and_exit_code_1(makegood: Makegood, folder: Path) -> None:
    (folder / "bad.txt").write_text("Here the reader of the tests is asked to CRASH on a document.\n")
    ran = makegood("read", "bad.txt")
    assert ran.code == 1
    assert "crashed: the reader plain failed on bad.txt: ZeroDivisionError" in ran.out
    assert "ZeroDivisionError" in ran.err


def test_files_that_are_no_documents_are_no_failure(makegood: Makegood, folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text("Acme pledged $5 billion to France. The sun shone.\n")
    (folder / "in" / "a.png").write_bytes(b"\x89PNG")
    ran = makegood("read", "in")
    assert ran.code == 0
    assert "1 files are not named as documents" in ran.err


def test_the_table_fits_eighty_columns(makegood: Makegood, folder: Path) -> None:
    title = "A very long title " * 9
    text = "The weather was fine, as had been foretold. " * 3 + "Acme pledged $5 billion to France."
    (folder / "long.jsonl").write_text(json.dumps({"id": "x", "title": title, "publisher": "Press", "text": text}))
    out = makegood("read", "long.jsonl").out
    assert max(map(len, out.splitlines())) <= 80
    assert "pledge   Acme → France: $5 billion" in out
    assert "Acme pledged $5 billion to France." in out
    assert "\x1b" not in out


def test_control_characters_of_a_document_do_not_reach_the_terminal(makegood: Makegood, folder: Path) -> None:
    (folder / "bad.jsonl").write_text(
        json.dumps({"id": "x\x1b]0;", "title": "Hi \x1b[31m", "text": "Acme pledged $5 billion to France."})
    )
    out = makegood("read", "bad.jsonl").out
    assert "\x1b" not in out
    assert "⟨U+001B⟩" in out


def test_nothing_is_stored_unless_asked_for(makegood: Makegood, stories: Path) -> None:
    assert makegood("read", str(stories)).code == 0
    assert not list(stories.parent.glob("*.sqlite"))


@pytest.mark.parametrize("where", [("--keep",), ("--ledger", "makegood.sqlite")])
def test_a_second_run_reads_nothing_again(makegood: Makegood, stories: Path, where: tuple[str, ...]) -> None:
    first = makegood("read", str(stories), *where)
    assert "3 documents read: 3 pledges · kept in makegood.sqlite" in first.err
    second = makegood("read", str(stories), *where)
    assert "0 documents read · 3 read before" in second.err
    assert second.out == ""
    assert makegood("verify").err.startswith("makegood: verified: 3 entries")


def test_a_run_that_is_interrupted_says_so_in_one_line(
    makegood: Makegood, stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("makegood.workflow.read_document", interrupted)
    ran = makegood("read", str(stories), "--keep")
    assert (ran.code, ran.out) == (130, "")
    assert ran.err.count("\n") == 1
    assert "run again to go on" in ran.err


def test_mentions_are_a_line_a_text_with_its_id(makegood: Makegood, stories: Path) -> None:
    lines = makegood("mentions", str(stories), "--format", "jsonl").lines
    assert [line["id"] for line in lines] == ["one", "two", "three"]
    (money,) = [one for one in lines[0]["mentions"] if one["type"] == "money"]  # type: ignore[attr-defined]
    text = str(DOCUMENTS[0]["text"])
    assert text[money["start"] : money["end"]] == money["quote"] == "$5 billion"
    assert (money["low"], money["high"], money["currency"]) == (5_000_000_000, 5_000_000_000, "USD")


def test_mentions_for_people_are_a_table(makegood: Makegood, stories: Path) -> None:
    out = makegood("mentions", str(stories)).out
    assert max(map(len, out.splitlines())) <= 80
    assert "€2 billion" in out


def test_the_password_of_a_ledger_is_not_shown(
    makegood: Makegood, stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_a_file = workflow.open_ledger
    monkeypatch.setattr(workflow, "open_ledger", lambda _, create: in_a_file("elsewhere.sqlite", create))
    ran = makegood("read", str(stories), "--ledger", "postgresql://me:secret@host/pledges")
    assert ran.code == 0
    assert "kept in postgresql+psycopg://me:***@host/pledges" in ran.err
    assert "secret" not in ran.err + ran.out
