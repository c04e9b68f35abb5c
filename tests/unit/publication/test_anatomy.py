"""The page and the picture of a claim taken apart."""

import re
from xml.etree import ElementTree

import pytest

from makegood.assessment.anatomy import Anatomy, take_apart
from makegood.assessment.figures import Question
from makegood.assessment.sayings import Saying
from makegood.assessment.sourced import DocumentFacts
from makegood.publication.anatomy import Ledgered, page, render_page, render_picture
from makegood.publication.page import Colophon
from tests.ledgered import amount, dollars, pledge, told

SMUGGLED = "</style></title><script>alert(1)</script><svg onload=alert(2)>\u202egnp.exe]]>--><text>"
COLOPHON = Colophon("2026-03-01", "sha256:9f2b7c", "0.1.0")


def taken_apart(name: str = "Acme", claimed: float | None = 21) -> tuple[Anatomy, Ledgered]:
    """A claim of three lines: a plant, jets, and a whole with the plant in it."""
    mill = told(f"Acme will put $6 into a mill {name}.", amount(6 * 10**9))
    jets = told(f"Bolt will order $4 of jets {name}.", amount(4 * 10**9), money="purchase")
    whole = told(f"Acme will put $9 into America {name}.", amount(9 * 10**9))
    silent = told(f"Cobb will build a dam {name}.", None)
    pledges = (pledge("mill", mill, part_of="all"), pledge("jets", jets), pledge("all", whole), pledge("dam", silent))
    sources = (mill, jets, whole, silent)
    sayings = [Saying.of(one, source) for one, source in zip(pledges, sources, strict=True)]
    question = Question("USD", dollars(claimed) if claimed is not None else None)
    document = DocumentFacts(id="sha256:1", ref="list", title=f"The list {name}")
    names = {one.id: f"{name} {one.id}" for one in pledges}
    return take_apart(sayings, question), Ledgered({one.id: one for one in sources}, names, document)


def test_the_heading_says_what_is_left_of_the_claim() -> None:
    assert page(*taken_apart(), COLOPHON).heading == "Of $21 billion, $9 billion stands as promised investment"
    assert page(*taken_apart(claimed=5), COLOPHON).heading.startswith("More than the $5 billion")
    empty = take_apart([], Question("USD", dollars(7)))
    assert page(empty, Ledgered({}, {}), COLOPHON).heading == "Of $7 billion, nothing stands as promised investment"


def test_the_sums_stand_to_the_cent_and_subtract() -> None:
    exact = dict(page(*taken_apart(), COLOPHON).exact)
    assert exact["Counted twice"] == "−$6,000,000,000"
    assert exact["Promised investment, counted once"] == "$9,000,000,000"


def test_every_line_has_its_sentence() -> None:
    told_page = page(*taken_apart(), COLOPHON)
    rows = [row for part in told_page.parts for row in part.rows]
    assert len(rows) == 4
    assert all(row.proof is not None for row in (*rows, *told_page.uncounted))
    assert [row.note for row in told_page.uncounted] == ["no amount stated (R1)"]


def test_the_picture_stands_alone_and_tells_itself_to_who_cannot_see_it() -> None:
    picture = render_picture(*taken_apart(), COLOPHON)
    root = ElementTree.fromstring(picture)
    space = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{space}title") == "Of $21 billion, $9 billion stands as promised investment"
    described = root.findtext(f"{space}desc") or ""
    assert "Purchases $4 billion" in described
    assert not re.search(r"(href|src|url)\s*=|@import|https?://(?!www\.w3\.org/2000/svg)", picture)


@pytest.mark.parametrize("render", [render_page, render_picture])
def test_what_a_source_smuggles_in_stays_text(render: object) -> None:
    made = render(*taken_apart(SMUGGLED), COLOPHON)  # type: ignore[operator]
    assert "<script" not in made
    assert "<svg onload" not in made
    assert "\u202e" not in made
    assert made.count("</style>") == 1


def test_the_same_claim_gives_the_same_page() -> None:
    assert render_page(*taken_apart(), COLOPHON) == render_page(*taken_apart(), COLOPHON)
