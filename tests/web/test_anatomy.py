"""A claim taken apart, in a real browser: it fits a telephone, and the picture that fits is shown."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from makegood.publication.anatomy import render_page
from tests.unit.publication.test_anatomy import COLOPHON, SMUGGLED, taken_apart

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", ["Acme", SMUGGLED + "W" * 300])
@pytest.mark.parametrize(("width", "shown"), [(1280, "wide"), (390, "narrow")])
def test_it_fits_and_shows_the_picture_for_its_width(
    browser: Browser, tmp_path: Path, name: str, width: int, shown: str
) -> None:
    path = tmp_path / "claim.html"
    path.write_text(render_page(*taken_apart(name), COLOPHON), encoding="utf-8")
    held = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=True)
    page = held.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    visible = [one for one in ("wide", "narrow") if page.locator(f"svg.{one}").is_visible()]
    assert visible == [shown]
    texts = page.locator(f"svg.{shown} text").evaluate_all(
        "(all) => all.map((one) => [one.getBoundingClientRect().left, one.getBoundingClientRect().right])"
    )
    assert all(left >= 0 and right <= width for left, right in texts)
    held.close()
