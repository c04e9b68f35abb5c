import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from makegood import __version__
from makegood.cli import app as application
from makegood.errors import AnchorError, ConfigError, LedgerError, MakegoodError, TamperError, UnknownIdError
from tests.unit.cli.conftest import Makegood


def _raising(error: BaseException) -> Callable[..., int]:
    def app(*_: object, **__: object) -> int:
        raise error

    return app


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ConfigError("a setting"), 2),
        (UnknownIdError("an id"), 2),
        (LedgerError("a ledger"), 3),
        (TamperError("a chain"), 3),
        (AnchorError("a span"), 3),
        (MakegoodError("anything"), 3),
        (OSError(28, "No space left on device"), 3),
        (RuntimeError("a bug"), 70),
    ],
)
def test_every_error_is_one_line_with_its_exit_code(
    makegood: Makegood, monkeypatch: pytest.MonkeyPatch, error: Exception, code: int
) -> None:
    monkeypatch.setattr(application, "app", _raising(error))
    ran = makegood("read")
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.count("\n") == 1
    assert (getattr(error, "strerror", None) or str(error)) in ran.err


def test_the_traceback_of_a_bug_is_shown_on_demand_wherever_the_option_stands(
    makegood: Makegood, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(application, "app", _raising(RuntimeError("a bug")))
    assert "Traceback" not in makegood("read", "x").err
    assert "Traceback" in makegood("read", "x", "--debug").err
    assert "Traceback" in makegood("--debug", "read", "x").err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("red",), "No such command 'red'"),
        (("read",), "Missing argument 'PATH|URL|-...' (see makegood read --help)"),
        (("read", "x", "--formt", "csv"), "No such option: --formt"),
        (("read", "x", "--format", "xml"), "'xml' is not one of"),
        (("read", ""), "a PATH is empty"),
        (("judge", "merge"), "(see makegood judge merge --help)"),
        (("--config", "none.toml", "pledges"), "none.toml cannot be read"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(makegood: Makegood, arguments: tuple[str, ...], told: str) -> None:
    ran = makegood(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert told in ran.err


def test_without_arguments_the_help_is_shown(makegood: Makegood) -> None:
    assert makegood().out == makegood("--help").out
    assert "Commands:" in makegood().out


def test_the_version(makegood: Makegood) -> None:
    assert makegood("--version").out == f"makegood {__version__}\n"


@pytest.mark.parametrize("command", ["pledges", "sources", "issues", "verify", "rebuild", "export"])
def test_a_command_that_needs_a_ledger_says_how_to_make_one(makegood: Makegood, command: str) -> None:
    ran = makegood(command)
    assert ran.code == 3
    assert "there is no ledger makegood.sqlite: `makegood read … --ledger makegood.sqlite` makes one" in ran.err
    assert not Path("makegood.sqlite").exists()


def test_the_settings_name_the_ledger(makegood: Makegood, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "other.toml").write_text('ledger = "from-file.sqlite"')
    assert "from-file.sqlite" in makegood("--config", "other.toml", "pledges").err
    monkeypatch.setenv("MAKEGOOD_LEDGER_URL", "from-environment.sqlite")
    assert "from-environment.sqlite" in makegood("--config", "other.toml", "pledges").err
    assert "from-option.sqlite" in makegood("--config", "other.toml", "pledges", "--ledger", "from-option.sqlite").err


def test_a_closed_pipe_ends_the_command_quietly(folder: Path) -> None:
    (folder / "many.jsonl").write_text('{"id":"x","text":"The plant cost $4 million, it is said."}\n' * 4000)
    reading, writing = os.pipe()
    command = [sys.executable, "-m", "makegood", "mentions", "many.jsonl", "--format", "jsonl"]
    running = subprocess.Popen(command, stdout=writing, stderr=subprocess.PIPE, cwd=folder)
    os.close(writing)
    os.close(reading)
    _, told = running.communicate()
    assert (running.returncode, told) == (141, b"")
