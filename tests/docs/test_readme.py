"""The README: its set-up commands, and what it shows of a real run."""

import re
import runpy

from tests.style.tree import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_there_are_exactly_two_set_up_commands() -> None:
    assert re.findall(r"^    (\S.*?)\s+#", README, re.MULTILINE) == ["./dev demo", "./dev test"]
    usage = (ROOT / "dev").read_text(encoding="utf-8")
    assert "./dev demo " in usage
    assert "./dev test " in usage


def test_it_fits_a_few_screens() -> None:
    assert len(README.splitlines()) <= 100


def test_what_it_shows_is_what_the_commands_print() -> None:
    script = runpy.run_path(str(ROOT / "docs" / "write_readme.py"))
    assert len(script["BLOCK"].findall(README)) == 2
    assert script["page"]() == README, "run: python docs/write_readme.py"


def test_the_page_on_totals_shows_what_the_commands_print() -> None:
    script = runpy.run_path(str(ROOT / "docs" / "write_readme.py"))
    held = script["TOTALS"].read_text(encoding="utf-8")
    assert len(script["BLOCK"].findall(held)) == 4
    assert script["page"](script["TOTALS"]) == held, "run: python docs/write_readme.py"


def test_the_commands_it_names_exist() -> None:
    commands = {words[0] for words in runpy.run_path(str(ROOT / "docs" / "write_cli_page.py"))["commands"]()}
    named = set(re.findall(r"\bmakegood ([a-z]+)\b", README))
    assert named
    assert named <= commands
