"""The shape of the code: nouns of the field as names, short modules, no banners, nothing at import time."""

import ast
import re
import statistics
from pathlib import Path

import pytest

from tests.style.tree import ROOT, modules, syntax

DUMPING_GROUNDS = {
    "abstract", "base", "common", "core", "generic", "handler", "handlers", "helper", "helpers", "impl", "lib", "main",
    "manager", "managers", "misc", "new", "old", "service", "services", "shared", "stuff", "tools", "util", "utils",
}  # fmt: skip
CEILING = 400
MEDIAN = 150
BANNER = re.compile(r"^\s*#\s*([-=*#~]{3,}|.*[-=*#~]{4,}\s*$)")
SECOND_WAY = re.compile(r"(^|_)(v\d|new|old|legacy)$")


@pytest.mark.parametrize("module", modules("src", "tests", "training", "evals"), ids=str)
def test_a_module_is_named_by_a_noun_of_the_field(module: Path) -> None:
    names = {module.stem, *module.parts[:-1]} - {"src", "makegood"}
    assert not names & DUMPING_GROUNDS
    assert not SECOND_WAY.search(module.stem)


@pytest.mark.parametrize("module", modules("src", "training", "evals"), ids=str)
def test_a_module_says_what_it_is_and_stays_below_the_ceiling(module: Path) -> None:
    lines = (ROOT / module).read_text(encoding="utf-8").splitlines()
    assert len(lines) <= CEILING, f"{module} has {len(lines)} lines"
    assert not lines or ast.get_docstring(syntax(module)), f"{module} does not say what it is"


def test_the_median_module_is_short() -> None:
    lengths = [len((ROOT / module).read_text(encoding="utf-8").splitlines()) for module in modules("src")]
    assert statistics.median(lengths) < MEDIAN


@pytest.mark.parametrize("module", modules("src", "tests", "training", "evals"), ids=str)
def test_no_banner_comments(module: Path) -> None:
    lines = (ROOT / module).read_text(encoding="utf-8").splitlines()
    assert not [f"{module}:{n}" for n, line in enumerate(lines, 1) if BANNER.match(line)]


@pytest.mark.parametrize("module", modules("src"), ids=str)
def test_no_work_at_import_time(module: Path) -> None:
    """A module defines; at its top level it opens, reads and connects nothing."""
    busy = {"open", "connect", "urlopen", "read_text", "read_bytes", "create_engine", "loads"}
    called = [
        f"{module}:{node.lineno}"
        for statement in syntax(module).body
        if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        for node in ast.walk(statement)
        if isinstance(node, ast.Call) and _called(node) in busy
    ]
    assert not called


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
