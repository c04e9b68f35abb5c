"""Killed at any statement, a ledger stays whole: nothing is lost or doubled, and a second run goes on."""

import multiprocessing
import os
import signal

import pytest
from sqlalchemy import Engine, event

from tests.arrivals import DAY, UNREAD, arrivals, ledger

DOCUMENTS = 30
BATCH = 7
STREAM = [*arrivals(20), UNREAD, *arrivals(10, first=20)]
KILLED = -signal.SIGKILL


def run(url: str, statements: int = 0) -> None:
    """Read everything from the start, as any run does; with `statements`, die by kill -9 before that many."""
    if statements:
        _die_before(statements)
    with ledger(url) as kept:
        for start in range(0, len(STREAM), BATCH):
            kept.append(STREAM[start : start + BATCH], DAY)
            kept.view()


def _die_before(statements: int) -> None:
    left = iter(range(statements))

    def step(*_: object) -> None:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    for moment in ("before_cursor_execute", "commit"):
        event.listen(Engine, moment, step)


def killed(url: str, statements: int) -> bool:
    """Whether a run in a process of its own was killed before it ended."""
    process = multiprocessing.get_context("fork").Process(target=run, args=(url, statements))
    process.start()
    process.join()
    assert process.exitcode in (0, KILLED)
    return process.exitcode == KILLED


@pytest.mark.parametrize("step", [11, 23, 41])
def test_killed_again_and_again(url: str, tmp_path: object, step: int) -> None:
    with ledger(f"{tmp_path}/whole.db") as whole:
        whole.append(STREAM, DAY)
        expected = (whole.head().hash, whole.rebuild())
    kills, entries = 0, 0
    while killed(url, step * (kills + 1)):
        kills += 1
        with ledger(url) as kept:
            assert kept.verify().findings == ()
            assert kept.head().entries >= entries, "what was kept is not lost"
            entries = kept.head().entries
    with ledger(url) as kept:
        assert kills >= 3
        assert kept.verify(expected[0]).findings == ()
        assert (kept.head().hash, kept.rebuild()) == expected
        assert len(kept.view().documents()) == DOCUMENTS
