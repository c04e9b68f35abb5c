"""What the style tests look at: the tracked and untracked files that git does not ignore, and our modules' syntax."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "src" / "makegood"


@cache
def files() -> tuple[Path, ...]:
    """Every file that is or would be committed, relative to the repository's folder."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = listed.stdout.decode().split("\0")
    return tuple(sorted(Path(name) for name in names if name and (ROOT / name).is_file()))


@cache
def modules(*folders: str) -> tuple[Path, ...]:
    """Python modules below the given folders (all without), relative to the repository's folder."""
    return tuple(f for f in files() if f.suffix == ".py" and (not folders or f.parts[0] in folders))


@cache
def syntax(module: Path) -> ast.Module:
    """The module's syntax tree."""
    return ast.parse((ROOT / module).read_text(encoding="utf-8"), filename=str(module))


def defined(module: Path) -> Iterator[tuple[str, int, bool]]:
    """Identifiers that the module itself brings into being: name, line, and whether it is a class or function.

    Names that it only uses (a library's `Tag`, `record.event`) are not among them.
    """
    for node in ast.walk(syntax(module)):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name, node.lineno, True
            case ast.arg(arg=name):
                yield name, node.lineno, False
            case ast.Name(id=name, ctx=ast.Store()):
                yield name, node.lineno, False
