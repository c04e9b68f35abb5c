"""JSON Lines: one document a line, and a bad line does not cost the others."""

import json
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest

from makegood.sources import Unread, jsonlines
from makegood.sources.received import Received
from tests.unit.sources.sourced import document_in, loaded, saved

TEXT = (
    "The Meridian Review\n\nPorts Agree on Cranes\n\nThree ports said on Tuesday that they would share four cranes.\n"
)


def _lines(*values: object) -> str:
    return "".join((value if isinstance(value, str) else json.dumps(value)) + "\n" for value in values)


def test_given_facts_win_and_the_id_is_the_ref(tmp_path: Path) -> None:
    given = {
        "id": "p1",
        "url": "https://example.org/1",
        "title": "Cranes",
        "published": "2025-04-10",
        "publisher": "Courier",
        "byline": ["Ann Pell"],
        "text": TEXT,
    }
    document = document_in(saved(tmp_path / "a.jsonl", _lines(given)))
    assert (document.ref, document.url, document.title) == ("p1", "https://example.org/1", "Cranes")
    assert (document.publisher, document.byline, document.text) == ("Courier", ("Ann Pell",), TEXT)
    assert document.published is not None
    assert (document.published.date, document.published.basis) == ("2025-04-10", "metadata")


def test_what_is_not_given_is_read_from_the_page(tmp_path: Path) -> None:
    document = document_in(saved(tmp_path / "a.jsonl", _lines({"url": "u", "published": None, "text": TEXT})))
    assert (document.ref, document.title, document.publisher) == ("u", "Ports Agree on Cranes", "The Meridian Review")
    assert [document.text[part.start : part.end] for part in document.skipped] == ["The Meridian Review"]


def test_bad_lines_are_named_by_number(tmp_path: Path) -> None:
    path = saved(
        tmp_path / "a.jsonl",
        _lines(
            {"text": "one"}, "{broken", "", {"title": "no text"}, [1], {"text": ""}, {"id": "last", "text": "seven"}
        ),
    )
    found = loaded(path)
    refs = [one.ref for one in found]
    assert refs == [f"{path}:1", f"{path}:2", f"{path}:4", f"{path}:5", f"{path}:6", "last"]
    assert [one.issue.code for one in found if isinstance(one, Unread)] == ["bad_line"] * 4


def test_odd_characters_become_a_document_with_an_id(tmp_path: Path) -> None:
    document = document_in(saved(tmp_path / "a.jsonl", '{"text": "a\\ud800b\\u0000c\\r\\nd"}\n'))
    assert document.text == "a\ufffdb\ufffdc\nd"
    assert document.id.startswith("sha256:")


def test_html_is_read_as_a_page(tmp_path: Path) -> None:
    html = "<html><body><p>Three ports said that they would share four cranes from May on.</p></body></html>"
    document = document_in(saved(tmp_path / "a.jsonl", _lines({"id": "p", "html": html})))
    assert document.text == "Three ports said that they would share four cranes from May on."


@pytest.mark.parametrize("name", ["a.json", "a.txt"])
def test_one_object_over_many_lines(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path / name, json.dumps({"id": "p", "text": "Ports agree."}, indent=2))
    assert document_in(path).text == "Ports agree."


def test_an_array_of_objects(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.json", json.dumps([{"text": "One."}, {"id": "two", "text": "Two."}], indent=1))
    assert [one.ref for one in loaded(path)] == [f"{path}:1", "two"]


def test_a_line_that_is_too_large_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonlines, "LARGEST", 50)
    path = saved(tmp_path / "a.jsonl", _lines({"text": "x" * 500}, {"id": "b", "text": "short"}))
    large, short = loaded(path)
    assert isinstance(large, Unread)
    assert (large.issue.code, short.ref) == ("too_large", "b")


def test_the_first_line_is_there_before_the_last_is_read() -> None:
    """A stream is asked for no more than the line that is wanted."""
    asked: list[int] = []

    class Slow(BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            asked.append(1)
            return super().readline(size)

    class Piped(Received):
        def stream(self) -> BinaryIO:
            return Slow(_lines(*({"id": str(number), "text": "One."} for number in range(100))).encode())

    documents = jsonlines.documents(Piped("a.jsonl"))
    assert next(documents).ref == "0"
    assert len(asked) <= 3
