"""A newer reading replaces the earlier one as a whole; what a person corrected stays and is re-opened."""

import pytest

from makegood.errors import ConfigError, UnknownIdError
from makegood.ledger.store import Ledger
from makegood.model.judgement import Judgement
from tests.arrivals import DAY, document, ledger, reading, statement

HELD = document(1)
FERROLUX = statement(HELD, "Ferrolux", 40_000_000).id


def read(kept: Ledger, version: str, promisors: str = "Ferrolux Ombrine", low: int = 40_000_000) -> None:
    kept.append([(HELD, reading(HELD, version, promisors, low))], DAY)


def verdict(kind: str, subject: str = FERROLUX, by: str = "Ana", **fields: object) -> Judgement:
    return Judgement.model_validate(
        {"verdict": kind, "subject": subject, "fields": fields, "by": by, "at": DAY, "reason": "I read it"}
    )


def test_a_newer_reading_replaces_and_both_are_kept(url: str) -> None:
    with ledger(url) as kept:
        read(kept, "1")
        assert kept.append([(HELD, reading(HELD, "2", "Ombrine", 70_000_000))], DAY).revised == 1
        lines = kept.view().statements()
        assert [(line.statement.promisor.name, line.statement.amount.low) for line in lines] == [
            ("Ombrine", 70_000_000)
        ]
        assert [entry.facts()["reading"]["version"] for entry in kept.view().entries()] == ["1", "2"]
        assert kept.view().documents()[0].reader_version == "2"
        read(kept, "1")
        assert kept.view().documents()[0].reader_version == "2", "an old version offered again changes nothing"


def test_a_correction_stands_beside_what_the_machine_said(url: str) -> None:
    with ledger(url) as kept:
        read(kept, "1")
        kept.judge(
            verdict("override", amount={"low": 45_000_000, "high": 45_000_000, "currency": "EUR"}, purpose="tin"), DAY
        )
        line = kept.view().statement(FERROLUX)
        assert (line.statement.amount.low, line.statement.amount.currency) == (45_000_000, "EUR")
        assert line.machine.amount.low == 40_000_000
        assert line.statement.id == FERROLUX
        assert line.statement.evidence["purpose"] == line.statement.evidence["_"], (
            "a person's value rests on the sentence"
        )
        assert line.overridden == ("amount", "purpose")
        assert not line.reopened
        assert 45_000_000 in [pledge.amount.low for pledge in kept.view().pledges()]


def test_a_correction_can_clear_a_field(url: str) -> None:
    with ledger(url) as kept:
        read(kept, "1")
        kept.judge(verdict("override", amount=None), DAY)
        assert kept.view().statement(FERROLUX).statement.amount is None


def test_a_correction_survives_a_reading_without_its_statement(url: str) -> None:
    with ledger(url) as kept:
        read(kept, "1")
        kept.judge(verdict("override", purpose="tin"), DAY)
        read(kept, "2", "Ombrine")
        line = kept.view().statement(FERROLUX)
        assert (line.statement.purpose, line.reopened) == ("tin", True)
        kept.judge(verdict("override", purpose="tin"), DAY)
        assert not kept.view().statement(FERROLUX).reopened, "somebody has looked again"


def test_a_correction_is_reopened_when_the_machine_changes_its_mind(url: str) -> None:
    with ledger(url) as kept:
        read(kept, "1")
        kept.judge(verdict("override", amount={"low": 45_000_000, "bound": "at_least"}), DAY)
        read(kept, "2")
        assert not kept.view().statement(FERROLUX).reopened, "the machine said the same again"
        read(kept, "3", low=44_000_000)
        line = kept.view().statement(FERROLUX)
        assert line.reopened
        assert (line.statement.amount.low, line.machine.amount.low) == (45_000_000, 44_000_000)


def test_a_person_wins_over_a_machine_and_the_later_over_the_earlier(url: str) -> None:
    with ledger(url) as kept:
        read(kept, "1")
        for by, purpose in (("Ana", "tin"), ("machine:rules 1", "lead"), ("Ben", "zinc"), ("machine:rules 2", "iron")):
            kept.judge(verdict("override", by=by, purpose=purpose), DAY)
        assert kept.view().statement(FERROLUX).statement.purpose == "zinc"


def test_a_machine_s_correction_goes_with_its_statement(url: str) -> None:
    with ledger(url) as kept:
        read(kept, "1")
        kept.judge(verdict("override", by="machine:rules 1", purpose="tin"), DAY)
        read(kept, "2", "Ombrine")
        with pytest.raises(UnknownIdError):
            kept.view().statement(FERROLUX)


def test_a_rejected_statement_is_in_no_pledge_until_taken_up_again(url: str) -> None:
    with ledger(url) as kept:
        read(kept, "1")
        kept.judge(verdict("reject"), DAY)
        assert kept.view().statement(FERROLUX).rejected
        assert [pledge.name for pledge in kept.view().pledges()] == ["Ombrine"]
        assert FERROLUX not in [line.id for line in kept.view().sourced()]
        read(kept, "2")
        assert kept.view().statement(FERROLUX).rejected, "the same statement read again is still rejected"
        kept.judge(verdict("override"), DAY)
        assert not kept.view().statement(FERROLUX).rejected


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"amount": {"low": 5, "high": 1}}, "low 5 above high 1"),
        ({"colour": "red"}, "colour"),
        ({"id": "st:0"}, "id follows from the text"),
        ({"promisor": None}, "promisor"),
    ],
)
def test_a_correction_that_no_statement_can_take_is_refused(url: str, fields: dict[str, object], said: str) -> None:
    with ledger(url) as kept:
        read(kept, "1")
        before = kept.head()
        with pytest.raises(ConfigError, match=said):
            kept.judge(verdict("override", **fields), DAY)
        assert kept.head() == before


def test_a_verdict_needs_a_subject_that_exists(url: str) -> None:
    with ledger(url) as kept:
        read(kept, "1")
        with pytest.raises(UnknownIdError, match="st:0"):
            kept.judge(verdict("reject", subject="st:0"), DAY)
        pledge = kept.view().pledges()[0].id
        with pytest.raises(ConfigError, match="one of its statements"):
            kept.judge(verdict("reject", subject=pledge), DAY)
        kept.judge(verdict("same", subject=pledge).model_copy(update={"other": kept.view().pledges()[1].id}), DAY)
        assert kept.view().judgements()[0].subject == pledge


def test_a_better_cleaning_of_the_same_bytes_takes_the_place_of_the_first(url: str) -> None:
    cleaned = document(1, text=HELD.text + "\nMore about foundries.", extractor="text 2")
    with ledger(url) as kept:
        read(kept, "1")
        kept.append([(cleaned, reading(cleaned))], DAY)
        assert [held.id for held in kept.view().documents()] == [cleaned.id]
        assert {line.document for line in kept.view().statements()} == {cleaned.id}


def test_a_changed_page_under_the_same_ref_is_another_document(url: str) -> None:
    changed = document(1, text=HELD.text + "\nUpdated.", raw_digest="sha256:other")
    with ledger(url) as kept:
        read(kept, "1")
        kept.append([(changed, reading(changed))], DAY)
        assert {held.id for held in kept.view().documents()} == {HELD.id, changed.id}


def test_what_a_person_corrected_outlives_a_better_cleaning(url: str) -> None:
    cleaned = document(1, text=HELD.text + "\nMore about foundries.", extractor="text 2")
    with ledger(url) as kept:
        read(kept, "1")
        kept.judge(verdict("override", purpose="tin"), DAY)
        kept.append([(cleaned, reading(cleaned))], DAY)
        kept.append([(HELD, reading(HELD))], DAY)
        survivors = kept.view().statements(document=HELD.id)
        assert [(line.statement.id, line.reopened) for line in survivors] == [(FERROLUX, True)]


def test_later_facts_of_the_first_ref_win(url: str) -> None:
    with ledger(url) as kept:
        read(kept, "1")
        kept.append([document(1, ref="copy.txt", title="Copied"), document(1, title="Foundries")], DAY)
        (held,) = kept.view().documents()
        assert (held.ref, held.title, held.refs) == ("folder/0001.txt", "Foundries", ("folder/0001.txt", "copy.txt"))
