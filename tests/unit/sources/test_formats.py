"""Formats are told by content first; what is no document says so and names the way out."""

import gzip
import io
from pathlib import Path

import pytest

from makegood.sources import Locator, Unread, load
from makegood.sources import received as received_module
from makegood.sources.formats import format_of
from makegood.sources.received import Received
from tests.unit.sources.sourced import document_in, loaded, saved, unread_in

STORY = "Three ports said on Tuesday that they would share four cranes from May on this year.\n"


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("a.txt", "<!DOCTYPE html><html><body>", "html"),
        ("a", "<p>Ports agree</p>", "html"),
        ("a.html", "Ports agree", "html"),
        ("a.txt", STORY, "plain"),
        ("a", "<5 % of it> is paid", "plain"),
        ("a.md", STORY, "markdown"),
        ("a.txt", "---\ntitle: Ports\n---\n\ntext", "markdown"),
        ("a.txt", "--- \n\nPorts agree\n", "plain"),
        ("a.txt", '{"id": "1", "text": "x"}\n', "jsonlines"),
        ("a.json", '[{"text": "x"}]', "jsonlines"),
        ("a.txt", "{not json}", "plain"),
        ("a.xml", '<?xml version="1.0"?>\n<rss version="2.0">', "feed"),
        ("a.html", '<feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
        ("a.txt", "%PDF-1.4\n", "pdf"),
        ("a.txt", "WARC/1.0\r\n", "warc"),
    ],
)
def test_a_format_is_told_by_content_then_name(name: str, head: str, expected: str) -> None:
    assert format_of(Received(name, data=head.encode())) == expected


def test_a_carriers_word_counts_where_content_says_nothing() -> None:
    assert format_of(Received("https://example.org/a", data=b"Ports agree", media_type="text/html")) == "html"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"PK\x03\x04word/document.xml", "unsupported"),
        (gzip.compress(b"plain text in gzip"), "unsupported"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "binary"),
    ],
)
def test_what_is_no_text_is_unread_with_its_name_and_a_way_out(tmp_path: Path, content: bytes, code: str) -> None:
    path = saved(tmp_path / "odd.txt", content)
    unread = unread_in(path)
    assert unread.issue.code == code
    assert unread.ref == str(path)
    assert str(path) in unread.issue.message
    assert ";" in unread.issue.message


def test_a_bad_input_does_not_stop_the_rest(tmp_path: Path) -> None:
    saved(tmp_path / "a.txt", b"\0\1\2\3")
    saved(tmp_path / "b.pdf", b"%PDF-1.4 cut")
    saved(tmp_path / "c.txt", STORY)
    kinds = [type(one).__name__ for one in loaded(tmp_path)]
    assert kinds == ["Unread", "Unread", "Document"]


def test_a_file_that_went_away_is_unread() -> None:
    (found,) = load(Locator("gone.txt", "file", "gone.txt"))
    assert isinstance(found, Unread)
    assert found.issue.code == "unreadable"


def test_a_single_document_has_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(received_module, "LARGEST", 100)
    assert unread_in(saved(tmp_path / "a.txt", STORY * 2)).issue.code == "too_large"
    assert document_in(saved(tmp_path / "b.txt", STORY)).text == STORY


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped:
        buffer = io.BytesIO(STORY.encode())

    monkeypatch.setattr("sys.stdin", Piped())
    (found,) = load(Locator("-", "stdin"))
    assert not isinstance(found, Unread)
    assert (found.ref, found.text) == ("-", STORY)
