"""References to locators: order, hidden files, links, and what cannot be found."""

import os
import pickle
from pathlib import Path

from makegood.sources import Locator, Unread, locate


def _refs(folder: Path) -> list[str]:
    found = [one for one in locate([str(folder)]) if isinstance(one, Locator)]
    return [os.path.relpath(one.ref, folder) for one in found]


def _codes(ref: str) -> list[str]:
    return [one.issue.code for one in locate([ref]) if isinstance(one, Unread)]


def test_a_folder_is_sorted_recursive_and_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/b.HTML", ".hidden/x.txt", "c.jsonl", ".d.txt", "e.warc.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert _refs(tmp_path) == ["a/b.HTML", "a/z.md", "b.txt", "c.jsonl", "e.warc.gz"]


def test_what_is_not_named_as_a_document_is_left_out_and_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "style.css").write_text("x")
    assert _refs(tmp_path) == ["a.txt"]
    (issue,) = [one.issue for one in locate([str(tmp_path)]) if isinstance(one, Unread)]
    assert issue.code == "left_out"
    assert "style.css" in issue.message


def test_a_file_named_by_itself_is_always_taken(tmp_path: Path) -> None:
    (tmp_path / "NOTICE").write_text("x")
    ref = str(tmp_path / "NOTICE")
    assert list(locate([ref])) == [Locator(ref, "file", ref)]


def test_addresses_and_standard_input_are_not_looked_up() -> None:
    assert list(locate(["-", "https://example.org/a", "HTTP://example.org/b"])) == [
        Locator("-", "stdin"),
        Locator("https://example.org/a", "url"),
        Locator("HTTP://example.org/b", "url"),
    ]


def test_a_loop_of_links_ends_and_each_folder_is_walked_once(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.txt").write_text("x")
    (tmp_path / "inner" / "up").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "inner")
    assert len(_refs(tmp_path)) == 1
    assert _codes(str(tmp_path)) == ["link_loop", "link_loop"]


def test_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert _codes(str(tmp_path / "missing.txt")) == ["not_found"]
    assert _codes("a\0b") == ["not_found"]
    assert set(_codes(str(tmp_path))) == {"not_found", "unreadable", "empty_folder"}


def test_an_empty_folder_and_a_pipe(tmp_path: Path) -> None:
    assert _codes(str(tmp_path)) == ["empty_folder"]
    os.mkfifo(tmp_path / "pipe")
    assert _codes(str(tmp_path / "pipe")) == ["not_a_file"]


def test_a_locator_travels_to_another_process() -> None:
    locator = Locator("a.txt", "file", "a.txt")
    assert pickle.loads(pickle.dumps(locator)) == locator  # noqa: S301  our own bytes
