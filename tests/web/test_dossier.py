"""The dossier in a real browser: readable without scripts, on a telephone, and deaf to what a page smuggles in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from makegood.assessment.dossier import gather
from makegood.model.actor import Actor, ActorName
from makegood.model.pledge import Pledge
from makegood.model.values import Amount
from makegood.publication.dossier import render
from makegood.publication.page import Colophon
from tests.mill import the_dossier
from tests.telling import Telling

pytestmark = pytest.mark.browser

COLOPHON = Colophon("2026-03-01", "9f2b7c", "0.1.0")
SMUGGLED = (
    "</mark></style></title><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>\u202egnp.exe"
)


def hostile() -> str:
    """A dossier whose every text is an attack."""
    text = f"{SMUGGLED} promises $1 billion to {'W' * 500} now."
    telling = Telling(text, "2024-06-01", title=SMUGGLED + "T" * 10_000, publisher=SMUGGLED, url="javascript:alert(4)")
    told = telling.tell(
        "pledge", text, {"promisor": SMUGGLED, "amount": "$1 billion", "purpose": "W" * 500},
        promisor=ActorName(name=SMUGGLED), purpose="W" * 500, amount=Amount(low=10**9, high=10**9, currency="USD"),
    )  # fmt: skip
    pledge = Pledge(
        id=SMUGGLED, name=SMUGGLED, promisors=("a",), purpose="W" * 500, place=SMUGGLED, statements=(told.id,),
        amount=Amount(low=10**9, high=10**9, currency="USD"),
    )  # fmt: skip
    return render(gather(pledge, [pledge], [Actor(id="a", name=SMUGGLED)], [told]), COLOPHON)


@pytest.fixture(params=["made-up", "hostile"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "dossier.html"
    path.write_text(render(the_dossier(), COLOPHON) if request.param == "made-up" else hostile(), encoding="utf-8")
    return path


@pytest.fixture
def telephone(browser: Browser) -> Iterator[Page]:
    """A page 390 pixels wide without JavaScript."""
    held = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    yield held.new_page()
    held.close()


def test_it_opens_from_a_file_without_scripts_and_a_value_opens_its_sentence(telephone: Page, tmp_path: Path) -> None:
    path = tmp_path / "dossier.html"
    path.write_text(render(the_dossier(), COLOPHON), encoding="utf-8")
    telephone.goto(path.as_uri())
    proof = telephone.locator("#announced_by .proof")
    assert not proof.is_visible()
    telephone.locator("#announced_by summary").click()
    assert proof.is_visible()
    assert proof.locator("mark").inner_text() == "Ada Lund"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_stands_out_of_the_page_at_any_width(browser: Browser, file: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto(file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(found => found.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_each_width_has_its_own_pictures(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "dossier.html"
    path.write_text(render(the_dossier(), COLOPHON), encoding="utf-8")
    for width, shown, hidden in ((390, "narrow", "wide"), (1280, "wide", "narrow")):
        page = browser.new_page(viewport={"width": width, "height": 844})
        page.goto(path.as_uri())
        for place in ("#timeline", "#delivery"):
            assert page.locator(f"{place} svg.{shown}").is_visible()
            assert not page.locator(f"{place} svg.{hidden}").is_visible()
        page.close()


def test_what_a_page_smuggles_in_neither_runs_nor_calls_home(browser: Browser, file: Path) -> None:
    page, alarms, asked = browser.new_page(), [], []
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri(), wait_until="networkidle")
    assert alarms == []
    assert asked == [file.as_uri()]
    assert page.locator("script, img, iframe, object").count() == 0
    assert page.locator("[href^='javascript' i]").count() == 0
    page.close()


def test_headings_landmarks_and_tables_are_what_a_screen_reader_needs(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "dossier.html"
    path.write_text(render(the_dossier(), COLOPHON), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.locator("html").get_attribute("lang") == "en"
    assert [page.locator(name).count() for name in ("h1", "main", "header", "footer", "nav[aria-label]")] == [1] * 5
    assert page.locator("table").count() == page.locator("table > caption").count() > 0
    assert page.locator("th:not([scope])").count() == 0
    named = page.locator("svg > title").count(), page.locator("svg > desc").count(), page.locator("svg").count()
    assert named == (4, 4, 4), "the timeline and the money, each for a desk and for a telephone"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.close()


def test_on_paper_every_sentence_is_open(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "dossier.html"
    path.write_text(render(the_dossier(), COLOPHON), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    page.emulate_media(media="print")
    closed = page.locator("#announced_by .proof")
    assert closed.evaluate("found => found.checkVisibility({contentVisibilityAuto: true}) && found.offsetHeight") > 10
    page.close()
