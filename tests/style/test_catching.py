"""Broad catching in three places only: the CLI's top, the web app's top, the per-document loop of `workflow`."""

import ast
from pathlib import Path

from tests.style.tree import modules, syntax

MAY_CATCH = ("src/makegood/cli/", "src/makegood/web/app.py", "src/makegood/workflow.py")
BROAD = {"Exception", "BaseException"}


def _is_broad(handler: ast.ExceptHandler) -> bool:
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or (isinstance(kind, ast.Name) and kind.id in BROAD) for kind in caught)


def _broad(module: Path) -> list[ast.ExceptHandler]:
    return [n for n in ast.walk(syntax(module)) if isinstance(n, ast.ExceptHandler) and _is_broad(n)]


def _raises_again(handler: ast.ExceptHandler) -> bool:
    """A guard that narrows by hand and raises the rest, or raises an error of ours, swallows nothing."""
    return any(isinstance(node, ast.Raise) for node in ast.walk(handler))


def test_nothing_swallows_outside_the_three_places() -> None:
    swallowing = [
        f"{module}:{handler.lineno}"
        for module in modules("src")
        if not str(module).startswith(MAY_CATCH)
        for handler in _broad(module)
        if not _raises_again(handler)
    ]
    assert not swallowing


def test_each_place_catches_once() -> None:
    for place in MAY_CATCH:
        caught = [h for m in modules("src") if str(m).startswith(place) for h in _broad(m) if not _raises_again(h)]
        assert len(caught) <= 1, f"{place} catches broadly {len(caught)} times"
