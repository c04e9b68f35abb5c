"""Writes the outputs shown in README.md from a real run on samples/: python docs/write_readme.py"""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "README.md"
BLOCK = re.compile(r"(<!-- output of: makegood ([^\n]+) -->\n```text\n)(.*?)(```)", re.DOTALL)


def _makegood(arguments: list[str], folder: str) -> str:
    environment = os.environ | {"MAKEGOOD_LEDGER_URL": f"{folder}/ledger.sqlite", "COLUMNS": "80"}
    command = [sys.executable, "-m", "makegood", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout


def page() -> str:
    """README.md with the outputs as they are."""
    with tempfile.TemporaryDirectory() as folder:
        _makegood(["read", "samples/", "--keep", "--jobs", "1"], folder)

        def shown(block: re.Match[str]) -> str:
            lines = _makegood(shlex.split(block[2]), folder).strip("\n").splitlines()
            return block[1] + "".join(f"{line.rstrip()}\n" for line in lines) + block[4]

        return BLOCK.sub(shown, PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
