import re
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from makegood.assessment.dossier import gather
from makegood.model.actor import Actor
from makegood.publication.dossier import render
from makegood.publication.page import Colophon, page
from tests.mill import ACTORS, ALL, PLEDGE, TEXT, the_dossier

COLOPHON = Colophon("2026-03-01", "9f2b7c", "0.1.0")


class Outline(HTMLParser):
    """Ids, internal links and external addresses of a page; element names as they come."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.links.append(value or "")


def outline(html: str) -> Outline:
    found = Outline()
    found.feed(html)
    return found


def test_the_page_says_who_promised_what_and_opens_the_sentence_of_each_figure() -> None:
    html = render(the_dossier(), COLOPHON)
    assert (
        "<h1><bdi>Nordhavn Steel promised $4\u00a0billion and 1,200\u00a0jobs to the United States</bdi></h1>" in html
    )
    assert "Nordhavn Steel will put <mark>$4 billion</mark> into a mill in Ohio over three years" in html


def test_silences_versions_delivery_and_other_pledges_are_told() -> None:
    found = page(the_dossier(), COLOPHON)
    assert [(s.label, s.words) for s in found.silences] == [("Financing", None)]
    ((label, versions),) = found.versions
    assert (label, [(v.words, v.used) for v in versions]) == (
        "Amount",
        [("$4 billion", True), ("up to $5 billion", False)],
    )
    assert [(d.label, d.delivered, round((d.share or 0) * 100)) for d in found.delivery] == [
        ("Money", "$1 billion", 25),
        ("Jobs", "310 jobs", 26),
    ]
    (other,) = found.others
    assert (other.stage, [i.line for i in other.progress]) == ("cancelled", ["Nordhavn Steel: called off"])


def test_every_link_inside_the_page_has_its_target_and_ids_are_unique() -> None:
    found = outline(render(the_dossier(), COLOPHON))
    assert len(found.ids) == len(set(found.ids))
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)


def test_nothing_is_loaded_and_nothing_runs() -> None:
    found = outline(render(the_dossier(), COLOPHON))
    assert not found.elements & {"script", "img", "iframe", "object", "embed", "form", "base"}
    assert not any(name.startswith("on") for name in found.attributes)
    assert [link for link in found.links if not link.startswith("#")] == [
        link for link in found.links if link.startswith("https://")
    ]


def test_the_same_dossier_gives_the_same_file() -> None:
    assert render(the_dossier(), COLOPHON) == render(the_dossier(), COLOPHON)


def test_a_page_never_holds_a_documents_full_text() -> None:
    html = render(the_dossier(), COLOPHON)
    plain = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))
    assert TEXT not in plain
    assert max(len(found) for found in re.findall(r"<blockquote>.*?</blockquote>", html, re.DOTALL)) < 900


def test_markup_in_names_is_shown_as_text() -> None:
    hostile = Actor(id="nordhavn", name="<script>alert(1)</script>\u202eevil", kind="company")
    html = render(gather(PLEDGE, [PLEDGE], [hostile], ALL), COLOPHON)
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;⟨U+202E⟩evil" in html


def test_a_pledge_without_anything_around_it_is_a_page_too() -> None:
    bare = PLEDGE.model_copy(
        update={"amount": None, "jobs": None, "horizon": None, "announced": None, "countries": (), "progress": (),
                "versions": (), "stage": "cancelled"}
    )  # fmt: skip
    html = render(gather(bare, [bare], ACTORS, []), COLOPHON)
    assert "Nordhavn Steel promised an investment of unstated size" in html
    assert "Cancelled" in html
    assert [s.label for s in page(gather(bare, [bare], ACTORS, []), COLOPHON).silences] == [
        "Amount", "Over what time", "Jobs", "Where", "Financing",
    ]  # fmt: skip


PAIRS = [
    *((name, "paper") for name in ("ink", "soft", "link", "promise", "meeting", "measure", "progress", "back", "due")),
    ("mark-ink", "mark"),
    ("gap", "gap-paper"),
    ("gap", "paper"),
    ("ink", "gap-paper"),
]
"""Text colour and what it stands on."""


def palettes() -> Iterator[tuple[str, dict[str, str]]]:
    """The custom properties of the light and the dark page."""
    css = files("makegood.publication").joinpath("templates/palette.css").read_text(encoding="utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", css, re.DOTALL)[:2]
    yield "light", dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light))
    yield "dark", dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", dark))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("scheme", "palette"), list(palettes()))
def test_all_text_has_the_contrast_of_wcag_aa(scheme: str, palette: dict[str, str]) -> None:
    for text, ground in PAIRS:
        dark, bright = sorted((luminance(palette[text]), luminance(palette[ground])))
        assert (bright + 0.05) / (dark + 0.05) >= 4.5, f"{text} on {ground}, {scheme}"
