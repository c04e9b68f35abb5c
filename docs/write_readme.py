"""Writes what README.md and docs/totals.md show: outputs of a run on samples/, and the table of figures of evals/.

python docs/write_readme.py
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
README, TOTALS = PAGES = ROOT / "README.md", ROOT / "docs" / "totals.md"
BLOCK = re.compile(r"(<!-- output of: makegood ([^\n]+) -->\n```text\n)(.*?)(```)", re.DOTALL)
TABLE = re.compile(r"(<!-- output of: python -m evals readme -->\n)(.*?)(\n<!-- end -->)", re.DOTALL)


def _run(arguments: list[str], environment: dict[str, str]) -> str:
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout


def _makegood(arguments: list[str], folder: str) -> str:
    environment = os.environ | {"MAKEGOOD_LEDGER_URL": f"{folder}/ledger.sqlite", "COLUMNS": "80"}
    return _run(["makegood", *arguments], environment)


def page(path: Path = README) -> str:
    """A page with the outputs and figures as they are."""
    with tempfile.TemporaryDirectory() as folder:
        _makegood(["read", "samples/", "--keep", "--jobs", "1"], folder)

        def shown(block: re.Match[str]) -> str:
            lines = _makegood(shlex.split(block[2]), folder).strip("\n").splitlines()
            return block[1] + "".join(f"{line.rstrip()}\n" for line in lines) + block[4]

        text = BLOCK.sub(shown, path.read_text(encoding="utf-8"))
    if not TABLE.search(text):
        return text
    figures = _run(["evals", "readme"], dict(os.environ)).strip("\n")
    return TABLE.sub(lambda block: f"{block[1]}{figures}{block[3]}", text)


if __name__ == "__main__":
    for one in PAGES:
        one.write_text(page(one), encoding="utf-8")
