"""Plain text: kept letter for letter, facts from its top."""

from pathlib import Path

from makegood.model.document import digest
from tests.unit.sources.sourced import document_in, saved, unread_in

PAGE = """\
The Meridian Quarterly
Ports Agree on Four Cranes

Three ports said on Tuesday that they would share four cranes from May on this year.

By Lena Oduya

The “tunnel”\u00a0that the towns have asked for since 1987 is to cost $12 million and to open in 2031.
"""


def test_the_text_is_the_file(tmp_path: Path) -> None:
    document = document_in(saved(tmp_path / "page.txt", PAGE))
    assert document.text == PAGE
    assert document.raw_digest == digest(PAGE.encode())
    assert (document.title, document.byline, document.publisher, document.language) == (
        "Ports Agree on Four Cranes",
        ("Lena Oduya",),
        "The Meridian Quarterly",
        "en",
    )
    assert document.published is None
    assert [document.text[part.start : part.end] for part in document.skipped] == [
        "The Meridian Quarterly",
        "By Lena Oduya",
    ]


def test_newlines_are_those_of_the_same_text_elsewhere(tmp_path: Path) -> None:
    one = document_in(saved(tmp_path / "a.txt", PAGE))
    other = document_in(saved(tmp_path / "b.txt", b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode()))
    assert one.id == other.id
    assert one.raw_digest != other.raw_digest


def test_only_blanks_are_no_document(tmp_path: Path) -> None:
    assert unread_in(saved(tmp_path / "a.txt", "\u00a0\u2003\n")).issue.code == "empty"
