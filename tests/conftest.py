"""Fixtures that every test may ask for. What a machine lacks is said, and in CI it is a failure."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BRING_BROWSER = (
    "sudo apt-get install -y --no-install-recommends chromium fonts-liberation "
    "(Ubuntu: .venv/bin/playwright install --with-deps chromium)"
)
BROWSER_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def not_run(what: str, command: str) -> NoReturn:
    """Report a test that cannot run here, with the command that brings what it needs; in CI it fails."""
    reason = f"not run: {what} is missing; it comes with: {command}"
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def _chromium() -> str | None:
    names = (os.environ.get("MAKEGOOD_TEST_BROWSER", ""), *BROWSERS)
    return next((found for name in names if name and (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium, shared by the run; open a context of your own in it."""
    with sync_playwright() as playwright:
        path = _chromium() or playwright.chromium.executable_path
        if not Path(path).exists():
            not_run("Chromium", BRING_BROWSER)
        chromium = playwright.chromium.launch(executable_path=path, args=BROWSER_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's folder."""
    return ROOT
