"""Derived tables: made in steps or at once, on either database, they are the same to the last bit."""

from pathlib import Path

from makegood.ledger.engine import connect, ledger_url, reading, writing
from makegood.ledger.replay import derived_digest
from makegood.ledger.tables import derived, held, statement
from makegood.model.actor import Actor
from makegood.model.judgement import Judgement
from tests.arrivals import DAY, UNREAD, arrivals, document, ledger
from tests.arrivals import reading as read_of


def digest_of(url: str) -> str:
    """Digest of the derived rows as they stand in the database."""
    with reading(connect(ledger_url(url))) as connection:
        return derived_digest(connection)


def live_through(url: str) -> None:
    """A ledger's life in steps, looked at after each."""
    with ledger(url) as kept:
        kept.append([*arrivals(3), UNREAD], DAY)
        first = kept.view().statements()[0].statement.id
        kept.judge(
            Judgement(
                verdict="override", subject=first, fields={"purpose": "a foundry"}, by="Ana", at=DAY, reason="read"
            ),
            DAY,
        )
        kept.view()
        kept.append([(document(1), read_of(document(1), "2", "Ferrolux")), *arrivals(2, first=3)], DAY)
        kept.view()
        cleaned = document(2, text="Cleaned otherwise: " + document(2).text, extractor="text 2")
        kept.append([(cleaned, read_of(cleaned)), (document(4, ref="copy.txt"), read_of(document(4)))], "2026-02-02")
        kept.import_actors([Actor(id="Q1", name="Ferrolux SA", aliases=("Ferrolux",))], "a register", "2026-02-02")
        second = kept.view().statements()[-1].statement.id
        kept.judge(Judgement(verdict="reject", subject=second, by="Ana", at=DAY, reason="history"), "2026-02-03")
        kept.view()


def test_in_steps_and_at_once_are_the_same(url: str) -> None:
    live_through(url)
    in_steps = digest_of(url)
    with ledger(url) as kept:
        assert kept.rebuild() == in_steps == digest_of(url)
        assert kept.rebuild() == in_steps


def test_both_databases_hold_the_same(url: str, tmp_path: Path) -> None:
    other = str(tmp_path / "other.db")
    live_through(url)
    live_through(other)
    with ledger(url) as kept, ledger(other) as twin:
        assert kept.head() == twin.head()
    assert digest_of(url) == digest_of(other)


def test_the_digest_sees_every_derived_row(url: str) -> None:
    live_through(url)
    before = digest_of(url)
    with writing(connect(ledger_url(url))) as connection:
        connection.execute(statement.update().where(statement.c.kind == "pledge").values(reopened=1))
    assert digest_of(url) != before
    with ledger(url) as kept:
        assert kept.rebuild() == before


def test_lost_derived_tables_are_made_again(url: str) -> None:
    live_through(url)
    before = digest_of(url)
    with writing(connect(ledger_url(url))) as connection:
        connection.execute(held.delete())
        connection.execute(statement.delete())
    with ledger(url) as kept:
        assert kept.view().statements() == []
        kept.rebuild()
        assert digest_of(url) == before


def test_derived_tables_that_are_not_there_are_made_when_needed(url: str) -> None:
    """A copy of the two durable tables is a copy of the ledger."""
    live_through(url)
    before = digest_of(url)
    with writing(connect(ledger_url(url))) as connection:
        derived.drop_all(connection)
    with ledger(url) as kept:
        assert kept.append(arrivals(3), "2026-02-03").unchanged == 3
        kept.view()
        kept.rebuild()
    assert digest_of(url) == before


def test_tables_of_an_older_replay_are_made_again_when_needed(url: str) -> None:
    live_through(url)
    before = digest_of(url)
    with writing(connect(ledger_url(url))) as connection:
        connection.execute(statement.delete())
        connection.exec_driver_sql("UPDATE derived_state SET value = '0' WHERE name = 'replay'")
    with ledger(url) as kept:
        kept.view()
    assert digest_of(url) == before
