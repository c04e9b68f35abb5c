"""What may stand in committed files: nothing of a machine, no download addresses, no notes to self."""

import re
from pathlib import Path

from tests.style.tree import ROOT, files

LOCKS = re.compile(r"(^|/)(constraints[^/]*\.txt|requirements[^/]*\.txt|[^/]*\.lock|[^/]*lock\.json)$")
MACHINE_PATH = re.compile(r"(?<![\w.~])/(home|root|work|farm|Users)/\w|[A-Z]:\\Users\\")
REGISTRY = re.compile(r"files\.pythonhosted\.org|pypi\.org/simple|/pypi/simple|extra-index-url|registry\.npmjs\.org")
NOTE_TO_SELF = re.compile(r"\b(TODO|FIXME|HACK)\b")
PLACES_OF_THE_PATTERNS = {Path("tests/style/test_files.py")}
BINARY = {".gz", ".ico", ".onnx", ".pdf", ".png", ".warc", ".woff2"}
LARGEST = 1_500_000
ENCODER, ENCODER_AT_MOST = Path("src/makegood/reading/encoder/model/analyst.onnx"), 25_000_000


def _found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{file}:{number}: {line.strip()[:100]}"
        for file in files()
        if file.suffix not in BINARY and file not in PLACES_OF_THE_PATTERNS
        for number, line in enumerate((ROOT / file).read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]


def test_the_versions_carry_no_addresses() -> None:
    locks = [file for file in files() if LOCKS.search(str(file))]
    assert Path("constraints.txt") in locks
    assert not [file for file in locks if "://" in (ROOT / file).read_text(encoding="utf-8")]


def test_the_versions_are_exact_and_without_extras() -> None:
    """pip refuses a constraint with extras; a loose one would not be the version that was tested."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if not re.match(r"^[a-z0-9.-]+==[\w.]+( ; .+)?$", line)]


def test_no_path_of_a_machine() -> None:
    assert not _found(MACHINE_PATH)


def test_no_registry_host() -> None:
    assert not _found(REGISTRY)


def test_no_notes_to_self() -> None:
    assert not _found(NOTE_TO_SELF)


def test_no_file_is_large() -> None:
    assert not [file for file in files() if file != ENCODER and (ROOT / file).stat().st_size > LARGEST]
    assert (ROOT / ENCODER).stat().st_size < ENCODER_AT_MOST


def test_the_commands_of_the_readme_can_be_run() -> None:
    for name in ("dev", ".ci/run"):
        assert (ROOT / name).stat().st_mode & 0o111, f"{name} is not executable"
