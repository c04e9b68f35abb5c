"""Markdown: the text that a reader of the page would see, and the facts of its front matter."""

from pathlib import Path

import pytest

from makegood.sources.markdown import front_matter, rendered
from tests.unit.sources.sourced import document_in, saved, unread_in

SHEET = """\
---
date: '2025-04-10'
published_time: 2025-04-09 23:30:00-04:00
source_url: https://example.org/sheet
title: "Fact Sheet: Ports\\_and Cranes\\
  \\ for All"
---

**The ports agreed on
four cranes. **They are [to
cost](https://example.org/a_(b)) *$12\u00a0million*.

     MR. ROE:  Thank you — “all of you.”\x20\x20
     MS. DOE:  1\\. It is <span style="x">ours</span>.<!-- hidden -->

-   Lisvik [announced](https://example.org) a
    crane of $4 million.
    -   with a house
        for its driver

    It opens in May.

-   Delta will pay.

<!-- -->

3.  a road
4.  a \\*bridge\\*

| Port | Cranes |
|------|-------:|
| Lisvik | **2** |

<figure>
<img src="a.jpg" alt="none"/>
<figcaption>A crane of $9 million</figcaption>
</figure>

### What comes next

> "We wait," he said.

***

\\###
"""

SHOWN = """\
The ports agreed on four cranes. They are to cost $12\u00a0million.

MR. ROE:  Thank you — “all of you.”
MS. DOE:  1. It is ours.

- Lisvik announced a crane of $4 million.
  - with a house for its driver
  It opens in May.
- Delta will pay.

3. a road
4. a bridge

Port | Cranes
Lisvik | 2

What comes next

"We wait," he said.

###"""


def test_a_whole_sheet(tmp_path: Path) -> None:
    document = document_in(saved(tmp_path / "sheet.md", SHEET))
    assert document.text == SHOWN
    assert document.title == "Fact Sheet: Ports and Cranes for All"
    assert document.url == "https://example.org/sheet"
    assert document.published is not None
    assert (document.published.date, document.published.basis) == ("2025-04-09", "metadata")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a * b and 2*3 * 4", "a * b and 2*3 * 4"),
        ("snake_case stays, _this_ goes", "snake_case stays, this goes"),
        ("AT&amp;T &copy; x", "AT&T © x"),
        ("see <https://example.org/a>", "see https://example.org/a"),
        ("`code` and [ref][1]\n\n[1]: https://example.org", "code and ref"),
        ("Heading\n=======\ntext", "Heading\n\ntext"),
        ("a<br>b", "a\nb"),
        ("<div><p>One</p><script>x()</script><p>two &amp; three</p></div>", "One\ntwo & three"),
        ("", ""),
        ("![only a picture](a.png)", ""),
    ],
)
def test_single_marks(source: str, shown: str) -> None:
    assert rendered(source) == shown


@pytest.mark.parametrize(
    ("source", "facts", "body"),
    [
        ("no front matter", {}, "no front matter"),
        ("---\ntitle: [broken\n---\ntext", {}, "text"),
        ("---\n- a list\n---\ntext", {}, "---\n- a list\n---\ntext"),
        ("---\nTitle: Ports\n---\ntext", {"title": "Ports"}, "text"),
        ("---\ntitle: !!python/object/apply:os.getcwd []\n---\ntext", {}, "text"),
    ],
)
def test_front_matter(source: str, facts: dict[str, object], body: str) -> None:
    assert front_matter(source) == (facts, body)


def test_authors_publisher_and_a_bare_date(tmp_path: Path) -> None:
    source = "---\nauthors: [Ann Pell, Tom Reed]\npublisher: The Courier\ndate: 2025-04\n---\nPorts agree."
    document = document_in(saved(tmp_path / "a.md", source))
    assert (document.byline, document.publisher) == (("Ann Pell", "Tom Reed"), "The Courier")
    assert document.published is not None
    assert (document.published.date, document.published.precision) == ("2025-04", "month")


def test_front_matter_alone_is_no_document(tmp_path: Path) -> None:
    assert unread_in(saved(tmp_path / "a.md", "---\ntitle: Ports\n---\n")).issue.code == "no_text"
