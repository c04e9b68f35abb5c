"""Writes docs/cli.md from the commands' own help: python docs/write_cli_page.py"""

from collections.abc import Iterator
from pathlib import Path

import typer
from typer.testing import CliRunner

from makegood.cli.app import app

PAGE = Path(__file__).with_name("cli.md")
INTRODUCTION = """# Commands

Made from the commands' own help by `docs/write_cli_page.py`; a test compares the two.

Data goes to standard output, what is said to people to standard error. Exit codes: 0 done; 1 done, but something was
not read, did not verify or has errors; 2 wrong usage, setting or id; 3 cannot go on; 70 a bug; 130 interrupted; 141 the
reader of our output went away.
"""


def commands() -> Iterator[tuple[str, ...]]:
    """The words of each command, sorted; groups are opened."""
    waiting: list[tuple[tuple[str, ...], object]] = [((), typer.main.get_command(app))]
    while waiting:
        words, command = waiting.pop()
        inner: dict[str, object] = getattr(command, "commands", {})
        if words and not inner:
            yield words
        waiting += [((*words, name), inner[name]) for name in sorted(inner, reverse=True)]


def page() -> str:
    """The page's text."""
    runner = CliRunner(env={"COLUMNS": "80", "TERMINAL_WIDTH": "80"})
    parts = [INTRODUCTION]
    for words in [(), *commands()]:
        shown = runner.invoke(app, [*words, "--help"], prog_name="makegood").stdout
        text = "\n".join(line.rstrip() for line in shown.strip().splitlines())
        parts.append(f"## {' '.join(('makegood', *words))}\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
