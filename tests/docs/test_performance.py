"""The performance page holds what its command writes, and the pages it measures are read as their texts are."""

import re
import runpy
from pathlib import Path

from bench import pages
from makegood.model.document import Document
from makegood.reading.triggers import worth_reading
from makegood.sources import Locator, load
from tests.style.tree import ROOT

PAGE = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
STORY = "Ferrolux AG will put €40 million into a foundry in Lleida, it said.\nIt hires 120 people there by 2028.\n" * 4


def test_the_page_holds_all_tables_of_its_command() -> None:
    block = runpy.run_path(str(ROOT / "bench" / "read.py"))["BLOCK"].search(PAGE)
    assert block, "run: python -m bench.read FOLDER --write"
    assert re.findall(r"^\|(?:---\|)+$", block[0], re.MULTILINE) == ["|---|---|---|"] * 3
    assert "extraction = 1" in block[0]


def test_the_readme_leads_there() -> None:
    assert "docs/performance.md" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_a_page_holds_its_story_and_clutter_that_is_not_read(tmp_path: Path) -> None:
    (ref,) = pages.written(tmp_path / "pages", [STORY], ".html")
    (document,) = load(Locator(ref, "file", ref))
    assert isinstance(document, Document)
    assert document.text.count("foundry in Lleida") == 4
    assert "Ferry timetable" not in document.text


def test_idle_texts_have_nothing_for_any_reader() -> None:
    assert not any(worth_reading(text) for text in pages.idle(5))
