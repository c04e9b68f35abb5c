"""Typed questions: the answers hold what was read, and what was known on a day."""

import pytest

from makegood.errors import LedgerError, UnknownIdError
from makegood.model.actor import Actor
from makegood.model.judgement import Judgement
from tests.arrivals import DAY, UNREAD, arrivals, document, ledger, reading

PUBLISHED = {"date": "2025-11", "precision": "month", "basis": "metadata"}


def test_a_document_comes_back_as_it_went_in(url: str) -> None:
    held = document(
        1,
        title="Fonderies à Lleida",
        byline=("A. B.",),
        published=PUBLISHED,
        skipped=[{"start": 0, "end": 9, "reason": "menu"}],
    )
    with ledger(url) as kept:
        kept.append([(held, reading(held))], DAY)
        assert kept.view().document(held.id) == held
        (facts,) = kept.view().documents()
        assert (facts.title, facts.published, facts.learned) == (held.title, held.published, DAY)
        assert (facts.characters, facts.characters_read) == (held.characters, held.characters - 9)
        assert (facts.reader, facts.reader_version) == ("rules", "1")


def test_documents_come_by_day_of_publication(url: str) -> None:
    dates = ["2025-11-02", "2024", "2025-12"]
    held = [document(n, published={"date": date, "precision": "day"}) for n, date in enumerate(dates)] + [document(9)]
    with ledger(url) as kept:
        kept.append([(one, reading(one)) for one in held], DAY)
        found = [one.published.date if one.published else None for one in kept.view().documents()]
        assert found == [None, "2024", "2025-11-02", "2025-12"]


def test_statements_come_back_as_they_went_in(url: str) -> None:
    with ledger(url) as kept:
        kept.append(arrivals(2), DAY)
        view = kept.view()
        held = document(1)
        assert tuple(line.statement for line in view.statements(document=held.id)) == reading(held).statements
        assert len(view.statements("pledge")) == 4
        assert view.statements("meeting") == []
        assert [line.id for line in view.sourced()] == [line.statement.id for line in view.statements()]
        assert {line.document.title for line in view.sourced()} == {None}


def test_ids_may_be_cut_short_while_they_are_unique(url: str) -> None:
    with ledger(url) as kept:
        kept.append(arrivals(6), DAY)
        view = kept.view()
        pledge = view.pledges()[0]
        for short in (pledge.id, pledge.id[:20], pledge.id.removeprefix("pl:")[:16]):
            assert view.pledge(short) == pledge
        assert view.statement(pledge.statements[0][:20]).statement.id == pledge.statements[0]
        assert view.document(document(3).id[:20]).id == document(3).id
        with pytest.raises(UnknownIdError, match=r"12 pledges start with pl:: pl:\w+, pl:\w+, pl:\w+ …"):
            view.pledge("pl:")
        for unknown in ("pl:zzz", "", "%", "_"):
            with pytest.raises(UnknownIdError):
                view.statement("st:" + "_" * 10 if unknown == "_" else unknown + "zzz")
        with pytest.raises(UnknownIdError, match="no pledge has the id zzz"):
            view.pledge("zzz")


def test_issues_name_their_document_or_input(url: str) -> None:
    with ledger(url) as kept:
        kept.append([*arrivals(1), UNREAD], DAY)
        issues = kept.view().issues()
        assert [(issue.ref, issue.issue.code, issue.document) for issue in issues] == [
            ("folder/0000.txt", "vague_place", document(0).id),
            (UNREAD.ref, "encrypted", None),
        ]


def test_imported_actors_come_back(url: str) -> None:
    actor = Actor(id="Q42", name="Ferrolux SA", kind="company", country="ES", external={"lei": "0001"})
    with ledger(url) as kept:
        kept.import_actors([actor], "an open register, 2026", DAY)
        assert kept.view().imported_actors() == [actor]
        assert actor in kept.view().actors(), "resolution knows them"
        assert next(kept.view().entries()).facts()["source"] == "an open register, 2026"


def test_actors_are_those_of_the_resolution(url: str) -> None:
    with ledger(url) as kept:
        kept.append(arrivals(1), DAY)
        assert [actor.name for actor in kept.view().actors()] == ["Ferrolux", "Ombrine"]


def test_as_of_answers_what_was_known_on_a_day(url: str) -> None:
    held = document(0)
    with ledger(url) as kept:
        kept.append([(held, reading(held))], "2026-01-10")
        kept.append(arrivals(2, first=1), "2026-01-20T08:00:00Z")
        kept.append([(held, reading(held, "2", "Ombrine"))], "2026-02-01")
        known = kept.view().statements(document=held.id)[0].statement.id
        kept.judge(Judgement(verdict="reject", subject=known, by="Ana", at=DAY, reason="history"), "2026-02-02")
        counts = {day: _count(kept.view(day)) for day in ("2026-01-09", "2026-01-10", "2026-01-20", "2026-02-01")}
        assert counts == {"2026-01-09": (0, 0), "2026-01-10": (1, 2), "2026-01-20": (3, 6), "2026-02-01": (3, 5)}
        assert _count(kept.view("2026-02-02")) == _count(kept.view()) == (3, 4)
        assert kept.view("2026-01-10").document(held.id) == held
        assert kept.view("2026-01-10").head().entries == 1


def _count(view: object) -> tuple[int, int]:
    return len(view.documents()), len(view.pledges())


def test_as_of_stores_nothing_and_needs_a_day(url: str) -> None:
    with ledger(url) as kept:
        kept.append(arrivals(1), DAY)
        before = kept.rebuild()
        kept.view("2026-06-01").pledges()
        assert kept.rebuild() == before
        with pytest.raises(LedgerError, match="2026-01-31"):
            kept.view("January")
