"""Entries: one JSON for one value, and a chain that knows what and, apart from it, when."""

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from makegood.errors import LedgerError
from makegood.ledger.entry import (
    GENESIS,
    Draft,
    Head,
    actor_draft,
    canonical,
    chain,
    content_hash,
    document_of,
    judgement_draft,
    learned_time,
    reading_draft,
    time_seal,
    unread_draft,
)
from makegood.model.actor import Actor
from makegood.model.document import digest
from makegood.model.judgement import Judgement
from tests.arrivals import UNREAD, document, reading

DRAFTS = [Draft("unread", '{"a":1}'), Draft("unread", '{"b":2}')]


def test_each_entry_names_the_one_before() -> None:
    first, second = chain(Head(), DRAFTS, "2026-01-31")
    assert (first.seq, first.previous) == (1, GENESIS)
    assert (second.seq, second.previous) == (2, first.hash)
    assert first.hash == digest(f'{GENESIS}\nunread\n{{"a":1}}'.encode())
    assert second.seal == time_seal(first.seal, second.hash, "2026-01-31")


def test_a_chain_goes_on_from_a_head() -> None:
    first, second = chain(Head(), DRAFTS, "2026-01-31")
    (again,) = chain(Head(1, first.hash, first.seal), DRAFTS[1:], "2026-01-31")
    assert again == second


def test_the_hash_knows_what_and_the_seal_knows_when() -> None:
    one, other = (list(chain(Head(), DRAFTS, day)) for day in ("2026-01-31", "2026-02-01"))
    assert [entry.hash for entry in one] == [entry.hash for entry in other]
    assert not {entry.seal for entry in one} & {entry.seal for entry in other}


def test_the_hash_depends_on_every_part() -> None:
    base = content_hash(GENESIS, "unread", b"{}")
    assert len({base, content_hash("x", "unread", b"{}"), content_hash(GENESIS, "document", b"{}"),
                content_hash(GENESIS, "unread", b"[]")}) == 4  # fmt: skip


def test_equal_values_have_equal_json() -> None:
    assert canonical({"b": (1, 2), "a": "é"}) == canonical({"a": "é", "b": [1, 2]}) == '{"a":"é","b":[1,2]}'


LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(st.characters())


@given(st.recursive(LEAVES, lambda v: st.lists(v) | st.dictionaries(st.text(st.characters()), v), max_leaves=8))
def test_whatever_can_be_said_can_be_kept(value: object) -> None:
    """Numbers past 64 bit and undecodable names too, and what was kept is kept the same again."""
    kept = canonical(value)
    assert canonical(orjson.loads(kept)) == kept


def test_what_json_cannot_hold_is_made_storable() -> None:
    assert canonical({"name\udce9": [10**30, -(10**30), True]}) == '{"name\\\\udce9":[1e+30,-1e+30,true]}'


@pytest.mark.parametrize("learned", ["2026-01-31", "2026-01-31T09:30:00Z"])
def test_a_day_or_a_utc_time(learned: str) -> None:
    assert learned_time(learned) == learned


@pytest.mark.parametrize("learned", ["", "2026", "2026-01-31T09:30:00", "2026-01-31\n"])
def test_no_other_time(learned: str) -> None:
    with pytest.raises(LedgerError):
        learned_time(learned)


def test_an_entry_says_which_document_it_speaks_of() -> None:
    held = document(1)
    verdict = Judgement(verdict="reject", subject="st:1", by="Ana", at="2026-01-31", reason="history")
    drafts = [
        reading_draft(held, reading(held)),
        judgement_draft(verdict, held.id),
        judgement_draft(verdict, None),
        unread_draft(UNREAD),
        actor_draft([Actor(id="Q1", name="Ferrolux")], "a register"),
    ]
    assert [draft.document for draft in drafts] == [held.id, held.id, None, None, None]
    assert [document_of(draft.kind, orjson.loads(draft.body)) for draft in drafts] == [d.document for d in drafts]


def test_an_entry_holds_no_text() -> None:
    held = document(1, text=document(1).text + " Nobody promised this sentence.")
    assert "Nobody promised" not in reading_draft(held, reading(held)).body
