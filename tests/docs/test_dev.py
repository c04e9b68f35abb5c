"""The two set-up commands, up to where they would install: what they refuse, they refuse in one clear line."""

import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from tests.style.tree import ROOT

PROGRAMS = ("cat", "cksum", "dirname", "grep", "id", "ls")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A folder of programs in which there is neither uv nor Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in PROGRAMS:
        found = shutil.which(name)
        assert found
        (folder / name).symlink_to(found)
    return folder


def _program(folder: Path, name: str, body: str) -> None:
    program = folder / name
    program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def _dev(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(folder), "HOME": str(folder), "MAKEGOOD_VENV": str(folder / "venv")}
    return subprocess.run(
        [str(ROOT / "dev"), *arguments], env=environment, capture_output=True, text=True, check=False, timeout=60
    )


def test_alone_it_says_what_it_does(bare: Path) -> None:
    done = _dev(bare)
    assert done.returncode == 0
    assert "./dev demo" in done.stdout
    assert "./dev test" in done.stdout


def test_an_unknown_word_is_wrong_usage(bare: Path) -> None:
    done = _dev(bare, "deploy")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "usage: ./dev demo" in done.stderr


@pytest.mark.parametrize("command", ["demo", "test", "evals"])
def test_without_python_it_says_what_to_install(bare: Path, command: str) -> None:
    done = _dev(bare, command)
    assert done.returncode == 2
    assert done.stderr == "dev: no python3 here; install Python 3.11 or newer, or set PYTHON to one\n"


def test_an_old_python_is_refused(bare: Path) -> None:
    _program(bare, "python3", 'case $1 in -V) echo "Python 3.9.2" ;; *) exit 1 ;; esac')
    done = _dev(bare, "demo")
    assert done.returncode == 2
    assert done.stderr == "dev: python3 is Python 3.9.2; Makegood needs Python 3.11 or newer: set PYTHON to one\n"


def test_without_python3_venv_it_says_how_it_comes(bare: Path) -> None:
    _program(bare, "python3", "case $2 in *ensurepip*) exit 1 ;; *) exit 0 ;; esac")
    done = _dev(bare, "demo")
    assert done.returncode == 2
    assert done.stderr.endswith("on Debian or Ubuntu: sudo apt-get install python3-venv\n")
    assert not (bare / "venv").exists()


def test_a_uv_that_does_not_work_is_not_used(bare: Path) -> None:
    _program(bare, "uv", "exit 127")
    _program(bare, "python3", "case $2 in *ensurepip*) exit 1 ;; *) exit 0 ;; esac")
    assert "python3-venv" in _dev(bare, "test").stderr


def test_what_was_installed_for_these_versions_is_not_installed_again(bare: Path) -> None:
    _program(bare, "python3", "case $2 in *ensurepip*) exit 1 ;; *) exit 0 ;; esac")
    want = subprocess.run(
        ["sh", "-c", "cat pyproject.toml constraints.txt | cksum"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.rstrip("\n")
    tools = bare / "venv" / "bin"
    tools.mkdir(parents=True)
    (bare / "venv" / ".stamp-test").write_text(want, encoding="utf-8")
    _program(tools, "python", 'echo "ran: $*"')
    _program(bare, "chromium", "exit 0")
    assert _dev(bare, "test", "tests/style").stdout == "ran: -m pytest -q tests/style\n"
    assert _dev(bare, "evals", "--set", "own").stdout == "ran: -m evals --set own\n"
