"""PDF files, written here by hand: text, protection, pictures only, damage."""

import io
from pathlib import Path

from pypdf import PdfReader, PdfWriter

from makegood.model.values import PartialDate
from tests.unit.sources.sourced import document_in, saved, unread_in

LINES = [
    ["Three ports said on Tuesday that they would spend $5 billion on infra-", "structure over four years."],
    ["Work begins in May, when the first crane comes."],
    ["The towns are to pay for the roads that lead to it."],
]


def _stream(lines: list[str], page: int) -> bytes:
    shown = ["The Ports Authority", *lines, f"Page {page}"]
    return ("BT /F1 10 Tf 12 TL 50 700 Td " + " ".join(f"({line}) Tj T*" for line in shown) + " ET").encode()


def _pdf(pages: list[list[str]]) -> bytes:
    """A PDF of these pages, each with a head and a number at its foot."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, lines in enumerate(pages, start=1):
        shown = _stream(lines, number)
        fonts = "/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 612 792]"
        objects.append(f"<< /Type /Page /Parent 2 0 R {fonts} /Contents {len(objects) + 2} 0 R >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown))
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        body
        + head
        + table
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            len(objects) + 1,
            len(body),
        )
    )


def _rewritten(password: str = "", **about: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(_pdf(LINES))))
    writer.add_metadata({f"/{key}": value for key, value in about.items()})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def test_pages_become_one_text_without_heads_and_feet(tmp_path: Path) -> None:
    document = document_in(saved(tmp_path / "a.pdf", _pdf(LINES)))
    assert document.text == (
        "Three ports said on Tuesday that they would spend $5 billion on infrastructure over four years.\n\n"
        "Work begins in May, when the first crane comes.\n\n"
        "The towns are to pay for the roads that lead to it."
    )
    assert (document.language, document.title, document.published) == ("en", None, None)


def test_what_a_file_declares(tmp_path: Path) -> None:
    raw = _rewritten(Title="Ports agree on cranes", Author="Ann Pell", CreationDate="D:20250304120000Z")
    document = document_in(saved(tmp_path / "a.pdf", raw))
    assert (document.title, document.byline) == ("Ports agree on cranes", ("Ann Pell",))
    assert document.published == PartialDate(date="2025-03-04", precision="day", basis="inferred")


def test_a_programs_default_is_no_title(tmp_path: Path) -> None:
    raw = _rewritten(Title="Microsoft Word - draft 3.docx", Author="staff")
    document = document_in(saved(tmp_path / "a.pdf", raw))
    assert (document.title, document.byline) == (None, ())


def test_a_password_is_asked_for(tmp_path: Path) -> None:
    issue = unread_in(saved(tmp_path / "a.pdf", _rewritten("secret"))).issue
    assert issue.code == "encrypted"
    assert "password" in issue.message


def test_pictures_only(tmp_path: Path) -> None:
    blank = PdfWriter()
    blank.add_blank_page(100, 100)
    written = io.BytesIO()
    blank.write(written)
    assert unread_in(saved(tmp_path / "a.pdf", written.getvalue())).issue.code == "no_text"


def test_damaged_files_are_unread_wherever_they_are_cut(tmp_path: Path) -> None:
    raw = _pdf(LINES)
    for end in range(10, len(raw), 97):
        issue = unread_in(saved(tmp_path / "a.pdf", raw[:end])).issue if end < len(raw) // 8 else None
        assert issue is None or issue.code in ("broken", "no_text")
