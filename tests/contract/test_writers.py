"""Two writers at once: one waits or fails cleanly, and the chain cannot fork."""

import threading
from pathlib import Path

import pytest

from makegood.errors import LedgerError
from makegood.ledger import engine
from tests.arrivals import DAY, arrivals, ledger


def test_writers_side_by_side_make_one_chain(url: str) -> None:
    with ledger(url):
        pass
    failures: list[BaseException] = []
    writers = [threading.Thread(target=_write, args=(url, first, failures)) for first in (0, 20, 40)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with ledger(url) as kept:
        assert failures == []
        assert kept.verify().findings == ()
        assert (kept.head().entries, len(kept.view().documents())) == (60, 60)


def _write(url: str, first: int, failures: list[BaseException]) -> None:
    try:
        with ledger(url) as kept:
            for start in range(first, first + 20, 5):
                kept.append(arrivals(5, first=start), DAY)
                kept.view()
    except LedgerError as error:
        failures.append(error)


def test_a_writer_that_waits_too_long_says_why(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WAIT_SECONDS", 0.05)
    with ledger(url) as kept, engine.writing(engine.connect(engine.ledger_url(url))):
        with pytest.raises(LedgerError, match="another process is writing"):
            kept.append(arrivals(1), DAY)
        assert kept.head().entries == 0, "reading goes on meanwhile"


def test_a_reader_sees_whole_batches(url: str) -> None:
    with ledger(url) as kept, ledger(url) as other:
        kept.append(arrivals(2), DAY)
        view = other.view()
        kept.append(arrivals(2, first=2), DAY)
        assert len(view.pledges()) == 4
        assert len(other.view().pledges()) == 8


def test_two_may_make_the_same_ledger(tmp_path: Path) -> None:
    path = str(tmp_path / "ledger.db")
    makers = [threading.Thread(target=lambda: ledger(path).close()) for _ in range(3)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
    with ledger(path) as kept:
        assert kept.verify().findings == ()
