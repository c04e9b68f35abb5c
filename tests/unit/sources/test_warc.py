"""Web archives, written here with warcio: every page, and every way to be damaged."""

import gzip
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from makegood.model.document import Document
from makegood.sources import Unread, warc
from makegood.sources.formats import documents
from makegood.sources.received import Received
from tests.unit.sources.sourced import loaded, saved

PAGE = """\
<html><head><title>Ports {n}</title><meta name="date" content="2025-03-0{n}"></head><body>
<nav><ul><li><a href="/">Home</a></li></ul></nav><article><h1>Ports agree, part {n}</h1>
<p>Three ports said on Tuesday that they would spend ${n} billion on cranes over the next four years.</p>
<ul><li>3,000 jobs</li><li>a school</li></ul>
<p>The ministers welcomed the plan and said that the state would help with roads.</p></article></body></html>
"""


def _answer(writer: WARCWriter, url: str, body: bytes, status: str = "200 OK", **headers: str) -> None:
    named = [(name.replace("_", "-"), value) for name, value in headers.items()]
    http = StatusAndHeaders(status, [*named, ("Content-Length", str(len(body)))], protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record(url, "response", payload=BytesIO(body), http_headers=http))


def _archive(packed: bool) -> bytes:
    written = BytesIO()
    writer = WARCWriter(written, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "tests"}))
    for n in (1, 2, 3):
        _answer(writer, f"https://example.org/{n}", PAGE.format(n=n).encode(), Content_Type="text/html; charset=utf-8")
    return written.getvalue()


def _one(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    written = BytesIO()
    _answer(WARCWriter(written, gzip=False), "https://example.org/1", body, status, **headers)
    return written.getvalue()


@pytest.mark.parametrize("packed", [False, True])
def test_pages_of_an_archive(tmp_path: Path, packed: bool) -> None:
    found = loaded(saved(tmp_path / ("a.warc.gz" if packed else "a.warc"), _archive(packed)))
    assert [one.ref for one in found] == [f"https://example.org/{n}" for n in (1, 2, 3)]
    first = found[0]
    assert isinstance(first, Document)
    assert first.text == (
        "Ports agree, part 1\n\n"
        "Three ports said on Tuesday that they would spend $1 billion on cranes over the next four years.\n\n"
        "- 3,000 jobs\n- a school\n\n"
        "The ministers welcomed the plan and said that the state would help with roads."
    )
    assert first.published is not None
    assert (first.url, first.published.date) == ("https://example.org/1", "2025-03-01")


def test_an_archive_in_memory() -> None:
    found = list(documents(Received("https://example.org/a.warc.gz", data=_archive(packed=True))))
    assert [type(one) for one in found] == [Document] * 3


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_cut_anywhere_says_so(tmp_path: Path, packed: bool) -> None:
    whole = _archive(packed)
    for end in range(len(whole) - 1, 40, -53):
        found = loaded(saved(tmp_path / "a.warc", whole[:end]))
        codes = [one.issue.code for one in found if isinstance(one, Unread)]
        assert len(codes) == 1, end
        assert codes[0] in ("truncated", "broken", "unsupported"), end


def test_a_damaged_member_keeps_the_pages_before_it(tmp_path: Path) -> None:
    damaged = bytearray(_archive(packed=True))
    damaged[-200] ^= 0xFF
    found = loaded(saved(tmp_path / "a.warc.gz", bytes(damaged)))
    assert [type(one) for one in found] == [Document, Document, Unread]


def test_a_packed_page(tmp_path: Path) -> None:
    body = gzip.compress(PAGE.format(n=1).encode())
    (found,) = loaded(saved(tmp_path / "a.warc", _one(body, Content_Type="text/html", Content_Encoding="gzip")))
    assert isinstance(found, Document)
    assert "$1 billion" in found.text


def test_a_bomb_and_a_large_page_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "LARGEST", 10_000)
    for body, encoding in ((gzip.compress(b" " * 1_000_000), "gzip"), (b" " * 20_000, "identity")):
        raw = _one(body, Content_Type="text/html", Content_Encoding=encoding)
        (found,) = loaded(saved(tmp_path / "a.warc", raw))
        assert isinstance(found, Unread)
        assert found.issue.code == "too_large"
        assert "https://example.org/1" in found.issue.message


@pytest.mark.parametrize(
    ("status", "media_type"), [("404 Not Found", "text/html"), ("301 Moved", "text/html"), ("200 OK", "image/png")]
)
def test_what_is_no_page_is_passed_over(tmp_path: Path, status: str, media_type: str) -> None:
    raw = _one(PAGE.format(n=1).encode(), status, Content_Type=media_type)
    assert loaded(saved(tmp_path / "a.warc", raw)) == []


def test_pages_are_given_one_by_one(tmp_path: Path) -> None:
    """The first page comes before the damage at the archive's end is met."""
    path = saved(tmp_path / "a.warc", _archive(packed=False)[:-50])
    pages = warc.documents(Received(str(path), path))
    assert next(pages).ref == "https://example.org/1"
