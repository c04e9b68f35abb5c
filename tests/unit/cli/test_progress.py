import io
import sys

import pytest

from makegood.cli.progress import WORTH_A_BAR, bar


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, inputs: int) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    with bar(range(inputs)) as counter:
        assert list(counter.counting(range(inputs))) == list(range(inputs))
    return stream.getvalue()


def test_long_work_on_a_terminal_has_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert f"{WORTH_A_BAR}/{WORTH_A_BAR}" in _shown(monkeypatch, _Terminal(), WORTH_A_BAR)


def test_short_work_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shown(monkeypatch, _Terminal(), WORTH_A_BAR - 1) == ""


def test_a_file_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shown(monkeypatch, io.StringIO(), WORTH_A_BAR) == ""
