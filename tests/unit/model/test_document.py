"""A document is its text."""

from makegood.model.document import Document, Skipped, digest


def test_the_same_text_from_two_places_is_one_document() -> None:
    one = Document(ref="a.html", text="Said once.", url="https://a.example.org/", raw_digest=digest(b"<p>Said once."))
    other = Document(ref="b.txt", text="Said once.", title="Once", raw_digest=digest(b"Said once."))
    assert one.id == other.id == digest(b"Said once.")
    assert one.id != Document(ref="a.html", text="Said once").id


def test_skipped_parts_are_counted_as_not_read() -> None:
    document = Document(ref="a.txt", text="Menu\n\nThe story.", skipped=(Skipped(start=0, end=4, reason="menu"),))
    assert (document.characters, document.characters_read) == (16, 12)
