"""News pages: the story with its lists and tables, without menu, captions and other stories."""

from pathlib import Path

import pytest

from makegood.model.values import PartialDate
from makegood.sources.html import declared_charset
from tests.unit.sources.sourced import document_in, saved, unread_in

PAGE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<title>Ports agree on cranes | Meridian Courier</title>
<meta property="og:site_name" content="Meridian Courier">
<meta name="author" content="By Ann Pell">
<meta property="article:published_time" content="2025-03-04T23:30:00-05:00">
<link rel="canonical" href="https://example.org/cranes">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/ports">Ports</a></li></ul></nav>
<article>
<h1>Ports agree on cranes</h1>
<p class="byline">By Ann Pell</p>
<figure><img src="a.jpg"><figcaption>A crane that cost $9 billion. Photo: Tom Reed</figcaption></figure>
<p>LISVIK &mdash; Three ports <a href="/x">said on Tuesday</a> that they would spend
<b>$5 billion</b> on cranes over the next four years, the largest plan of its kind.</p>
<h2>What each has promised</h2>
<ul><li>3,000 permanent jobs by 2029</li><li>$200 million for training<ul><li>half of it in Lisvik</li></ul></li></ul>
<table><tr><th>Port</th><th>Amount</th></tr><tr><td>Lisvik</td><td>$3 billion</td></tr></table>
<p>The ministers welcomed the plan and said that the state would help with roads.<br>Work begins in May.</p>
<aside class="related"><h3>Related stories</h3><ul><li><a href="/y">Bolt Pledges $7 Billion</a></li></ul></aside>
</article>
<div id="comments"><p>Reader: they promised $8 billion last year and nothing came of it, as always here.</p></div>
<footer><p>&copy; 2025 Meridian Courier. Subscribe for $5 a month.</p></footer>
</body></html>
"""

SHOWN = """\
Ports agree on cranes

LISVIK — Three ports said on Tuesday that they would spend $5 billion on cranes over the next four years, \
the largest plan of its kind.

What each has promised

- 3,000 permanent jobs by 2029
- $200 million for training
  - half of it in Lisvik

Port | Amount
Lisvik | $3 billion

The ministers welcomed the plan and said that the state would help with roads.
Work begins in May."""

BY_SCRIPT = """\
<html><head><script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [
 {"@type": "WebPage", "name": "x", "datePublished": "2020-01-01"},
 {"@type": "NewsArticle", "headline": "Ports agree", "author": [{"@type": "Person", "name": "Ann Pell"}],
  "publisher": {"@type": "Organization", "name": "Meridian Courier"}, "datePublished": "2025-03-04T10:00:00Z",
  "articleBody": "Three ports said on Tuesday that they would spend $5 billion on cranes. Work begins in May."}]}
</script></head><body><div id="root"></div><noscript>Turn scripts on.</noscript></body></html>
"""


def test_a_page(tmp_path: Path) -> None:
    document = document_in(saved(tmp_path / "page.html", PAGE))
    assert document.text == SHOWN
    assert (document.title, document.byline) == ("Ports agree on cranes", ("Ann Pell",))
    assert (document.publisher, document.url) == ("Meridian Courier", "https://example.org/cranes")
    assert document.published == PartialDate(date="2025-03-04", precision="day", basis="metadata")
    assert document.skipped == ()


def test_a_page_that_only_a_script_shows(tmp_path: Path) -> None:
    document = document_in(saved(tmp_path / "page.html", BY_SCRIPT))
    assert (
        document.text == "Three ports said on Tuesday that they would spend $5 billion on cranes. Work begins in May."
    )
    assert (document.title, document.byline, document.publisher) == ("Ports agree", ("Ann Pell",), "Meridian Courier")
    assert document.published == PartialDate(date="2025-03-04", precision="day", basis="metadata")
    assert document.extractor == "html 1 (json-ld articleBody)"


def test_a_date_that_is_made_out_is_inferred(tmp_path: Path) -> None:
    body = "<p>Three ports said that they would spend $5 billion on cranes over the next four years.</p>" * 3
    page = f'<html><head><link rel="canonical" href="https://example.org/2025/03/04/cranes"></head><body>{body}</body>'
    published = document_in(saved(tmp_path / "page.html", page)).published
    assert published == PartialDate(date="2025-03-04", precision="day", basis="inferred")


def test_a_tiny_page(tmp_path: Path) -> None:
    page = "<html><body><p>Ports will spend $5 billion.</p></body></html>"
    assert document_in(saved(tmp_path / "page.html", page)).text == "Ports will spend $5 billion."


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><script>var a = 1</script></html>",
        "<html><head><title>Ports</title></head><body><nav><a href='/'>Home</a></nav></body></html>",
        "<!doctype html>",
    ],
)
def test_a_page_without_a_story(tmp_path: Path, page: str) -> None:
    assert unread_in(saved(tmp_path / "page.html", page)).issue.code == "no_text"


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p>Ports will spend <b>$5 billion <i>on cranes.</b> It is a lot.",
        "<p>Ports will spend $5 billion on cranes. It is a lot.</p></body></html></div>",
        "<html><body><p>Ports will spend $5 billion on cranes.&nbsp;It is a lot.</p><![CDATA[ x",
        "<html><body><p>Ports will spend $5 billion on cranes. It is a lot.</p><script>{broken</body>",
    ],
)
def test_broken_markup(tmp_path: Path, page: str) -> None:
    assert "$5 billion" in document_in(saved(tmp_path / "page.html", page)).text


def test_broken_declarations_are_passed_over(tmp_path: Path) -> None:
    page = PAGE.replace(
        "</head>", '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script></head>'
    )
    assert document_in(saved(tmp_path / "page.html", page)).title == "Ports agree on cranes"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b'<meta charset="windows-1251">', "windows-1251"),
        (b"<META http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?>', "iso-8859-2"),
        (b"<html>", None),
    ],
)
def test_the_encoding_that_markup_names(head: bytes, expected: str | None) -> None:
    assert declared_charset(head) == expected


def test_a_page_in_its_own_encoding(tmp_path: Path) -> None:
    page = '<html><head><meta charset="koi8-r"></head><body><p>Порты купят краны за пять миллиардов.</p></body></html>'
    assert document_in(saved(tmp_path / "page.html", page.encode("koi8-r"))).text.startswith("Порты купят")
