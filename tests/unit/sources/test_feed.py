"""Feeds: one document an entry, nothing fetched, nothing of the machine read."""

from pathlib import Path

from makegood.model.document import Document
from makegood.sources import Unread
from tests.unit.sources.sourced import document_in, loaded, saved, unread_in

RSS = """\
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Meridian Wire</title><link>https://example.org</link>
<item><title>Ports &amp; cranes</title><link>https://example.org/1</link><guid>urn:one</guid>
<pubDate>Wed, 12 Mar 2025 23:30:00 -0500</pubDate><dc:creator>Ann Pell</dc:creator>
<description>Short of it.</description>
<content:encoded><![CDATA[<p>Three ports will spend <b>$5 billion</b>.</p><ul><li>Lisvik: $3 billion</li></ul>
<p>Work begins in May.</p><img src="https://example.org/a.png" alt="A $9 billion crane">]]></content:encoded></item>
<item><title>Only a link</title><link>https://example.org/2</link></item>
<item><link>https://example.org/3</link><description>Plain &lt;b&gt;text&lt;/b&gt; of a third.</description></item>
</channel></rss>
"""

ATOM = """\
<feed xmlns="http://www.w3.org/2005/Atom"><title>Meridian Wire</title>
<entry><title>Ports agree</title><id>urn:a</id><link href="https://example.org/a"/>
<updated>2025-03-12T10:00:00Z</updated><summary>Three ports will spend $5 billion.</summary></entry></feed>
"""


def test_entries_of_a_feed(tmp_path: Path) -> None:
    path = saved(tmp_path / "feed.xml", RSS)
    first, second, third = loaded(path)
    assert isinstance(first, Document)
    assert isinstance(third, Document)
    assert first.text == "Three ports will spend $5 billion.\n\n- Lisvik: $3 billion\n\nWork begins in May."
    assert (first.ref, first.url, first.title) == ("urn:one", "https://example.org/1", "Ports & cranes")
    assert (first.byline, first.publisher) == (("Ann Pell",), "Meridian Wire")
    assert first.published is not None
    assert (first.published.date, first.published.basis) == ("2025-03-12", "metadata")
    assert isinstance(second, Unread)
    assert second.issue.code == "no_text"
    assert (third.ref, third.text) == ("https://example.org/3", "Plain text of a third.")


def test_an_atom_feed(tmp_path: Path) -> None:
    document = document_in(saved(tmp_path / "feed.atom", ATOM))
    assert (document.ref, document.text) == ("urn:a", "Three ports will spend $5 billion.")


def test_a_feed_without_entries(tmp_path: Path) -> None:
    empty = "<rss version='2.0'><channel><title>x</title></channel></rss>"
    assert unread_in(saved(tmp_path / "feed.xml", empty)).issue.code == "no_text"


def test_a_feed_that_breaks_off_keeps_what_it_has(tmp_path: Path) -> None:
    found = loaded(saved(tmp_path / "feed.xml", RSS[: RSS.index("<item><title>Only")]))
    assert [type(one) for one in found] == [Document]


def test_no_file_of_the_machine_gets_into_a_document(tmp_path: Path) -> None:
    secret = saved(tmp_path / "secret.txt", "the secret")
    outside = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>'
    feed = (
        RSS.replace("<rss", outside + "<rss").replace("Short of it.", "&x;").replace("Work begins", "&x; Work begins")
    )
    for one in loaded(saved(tmp_path / "feed.xml", feed)):
        assert "secret" not in (one.text if isinstance(one, Document) else one.issue.message.replace(str(tmp_path), ""))


def test_an_entity_bomb_stays_small(tmp_path: Path) -> None:
    nested = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 9))
    feed = f'<!DOCTYPE rss [<!ENTITY x0 "boom">{nested}]>' + RSS.partition("?>")[2].replace("Short of it.", "&x8;")
    assert all(len(one.text) < 1000 for one in loaded(saved(tmp_path / "feed.xml", feed)) if isinstance(one, Document))
