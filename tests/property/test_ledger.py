"""Nothing can rewrite an entry unseen, and replay does not depend on the steps that were taken."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from makegood.ledger.arrivals import Arrival
from makegood.ledger.entry import Head
from makegood.model.judgement import Judgement
from tests.arrivals import DAY, UNREAD, arrivals, document, ledger, reading

FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ENTRIES = 9
COLUMNS = ("previous", "hash", "kind", "document", "body", "learned", "seal")
Tampering = tuple[str, tuple[object, ...]]

ROW = """INSERT INTO entry
         SELECT ?, hash, hash || 'x', kind, document, body, learned, seal FROM entry WHERE seq = ?"""
number = st.integers(1, ENTRIES)
place = st.integers(1, 6)
letters = st.text("ab", min_size=1)


def _statement(statement: str, *parameters: st.SearchStrategy[object]) -> st.SearchStrategy[Tampering]:
    return st.tuples(st.just(statement), st.tuples(*parameters))


def _in_body(at: int) -> st.SearchStrategy[Tampering]:
    changed = f"UPDATE entry SET body = substr(body, 1, {at}) || 'x' || substr(body, {at} + 2) WHERE seq = ?"
    return _statement(changed, number)


tampering: st.SearchStrategy[Tampering] = st.one_of(
    *(_statement(f"UPDATE entry SET {c} = {c} || ? WHERE seq = ?", letters, number) for c in COLUMNS),
    st.integers(1, 80).flatmap(_in_body),
    _statement("UPDATE entry SET seq = ? WHERE seq = ?", st.integers(-3, 0) | st.integers(20, 30), number),
    _statement("DELETE FROM entry WHERE seq = ?", number),
    _statement("DELETE FROM entry WHERE seq >= ?", number),
    _statement(ROW, st.integers(ENTRIES + 1, 20), number),
    _statement("UPDATE document SET text = CAST(text || ? AS BLOB) WHERE rowid = ?", letters, place),
    _statement("UPDATE document SET id = id || ? WHERE rowid = ?", letters, place),
    _statement("DELETE FROM document WHERE rowid = ?", place),
    _statement("INSERT INTO document VALUES (?, CAST(? AS BLOB))", letters, letters),
)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Head]]:
    """A small ledger whose triggers are gone, and the head that was noted of it."""
    path = tmp_path_factory.mktemp("original") / "ledger.db"
    with ledger(str(path)) as kept:
        kept.append([*arrivals(5), UNREAD], DAY)
        subject = kept.view().statements()[0].statement.id
        kept.judge(Judgement(verdict="reject", subject=subject, by="Ana", at=DAY, reason="history"), "2026-02-01")
        kept.append([(document(0), reading(document(0), "2")), *arrivals(1, first=5)], "2026-02-02")
        head = kept.head()
    with sqlite3.connect(path) as raw:
        for (name,) in list(raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")):
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("DELETE FROM derived_state")
        raw.commit()
        raw.execute("PRAGMA journal_mode=DELETE")
    assert head.entries == ENTRIES
    return path, head


@FEW
@given(changes=st.lists(tampering, min_size=1, max_size=3))
def test_tampering_is_found(original: tuple[Path, Head], tmp_path: Path, changes: list[Tampering]) -> None:
    """Even with the triggers dropped and the derived state wiped, against the head that was noted."""
    path, head = original
    copy = Path(shutil.copy(path, tmp_path / "copy.db"))
    before = _durable(copy)
    with sqlite3.connect(copy) as raw:
        for statement, parameters in changes:
            try:
                raw.execute(statement, parameters)
            except sqlite3.IntegrityError:
                continue
    changed = _durable(copy) != before
    with ledger(str(copy)) as kept:
        found = [finding for finding in kept.verify(head.seal).findings if finding.code != "guard"]
    assert bool(found) == changed


def _durable(path: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as raw:
        return [
            *raw.execute("SELECT * FROM entry ORDER BY seq"),
            *raw.execute("SELECT id, text FROM document ORDER BY id"),
        ]


@st.composite
def arriving(draw: st.DrawFn) -> Arrival:
    """A document out of a few, in some version, cleaning and place; or an input that could not be read."""
    if draw(st.integers(0, 9)) == 0:
        return UNREAD
    extractor = draw(st.sampled_from(["text 1", "text 2"]))
    which = draw(st.integers(0, 3))
    text = document(which).text + ("\nMore." if extractor == "text 2" and which % 2 else "")
    held = document(which, text=text, extractor=extractor, ref=draw(st.sampled_from([f"{which}.txt", "same.txt"])))
    version, promisors = draw(st.sampled_from(["1", "2"])), draw(st.sampled_from(["Ferrolux", "Ferrolux Ombrine"]))
    return held, reading(held, version, promisors, draw(st.sampled_from([10, 20])))


@FEW
@given(
    batches=st.lists(st.lists(arriving(), max_size=4), max_size=4),
    looks=st.lists(st.booleans(), min_size=4, max_size=4),
    judged=st.lists(st.sampled_from(["override", "reject", ""]), min_size=4, max_size=4),
)
def test_replay_is_incremental(
    tmp_path_factory: pytest.TempPathFactory, batches: list[list[Arrival]], looks: list[bool], judged: list[str]
) -> None:
    """However often it was looked at in between, and whatever was judged then, the derived rows are the same."""
    path = tmp_path_factory.mktemp("incremental") / "ledger.db"
    with ledger(str(path)) as kept:
        for batch, look, verdict in zip(batches, looks, judged, strict=False):
            kept.append(batch, DAY)
            held = kept.view().statements() if look or verdict else []
            if held and verdict:
                fields = {"purpose": "tin"} if verdict == "override" else {}
                kept.judge(
                    Judgement(
                        verdict=verdict, subject=held[0].statement.id, fields=fields, by="Ana", at=DAY, reason="read"
                    ),
                    DAY,
                )
        kept.view()
        incremental = kept.derived_digest()
        assert kept.rebuild() == incremental
        assert kept.view(DAY).pledges() == kept.view().pledges()


@FEW
@given(stream=st.lists(arriving(), max_size=8), cuts=st.lists(st.integers(0, 8), max_size=3))
def test_the_head_depends_on_the_stream_alone(
    tmp_path_factory: pytest.TempPathFactory, stream: list[Arrival], cuts: list[int]
) -> None:
    """However it is cut into batches, and offered again from the start as a run that was stopped does."""
    folder = tmp_path_factory.mktemp("stream")
    with ledger(str(folder / "whole.db")) as whole, ledger(str(folder / "cut.db")) as cut:
        whole.append(stream, DAY)
        for end in sorted(cuts):
            cut.append(stream[:end], DAY)
        cut.append(stream, DAY)
        assert whole.head().hash == cut.head().hash
