"""A paragraph in, the expected pledges and progress beneath it, with the exact words that prove them."""

from pathlib import Path

import pytest

from makegood.model.statement import PledgeStatement, ProgressStatement, Statement
from makegood.reading.rules import RulesReader
from tests.golden.paragraphs import Paragraph, paragraphs, pledge_line, progress_line

HERE = Path(__file__).parent
PLEDGES = list(paragraphs(HERE / "pledges.txt"))
PROGRESS = list(paragraphs(HERE / "progress.txt"))
FEWEST = 40


def _read(paragraph: Paragraph) -> tuple[Statement, ...]:
    return RulesReader().read(paragraph.document).checked(paragraph.document).statements


def _proved(statement: Statement, fields: set[str]) -> dict[str, set[tuple[int, int]]]:
    return {field: {(span.start, span.end) for span in statement.evidence.get(field, ())} for field in fields}


def _marked(paragraph: Paragraph, number: int) -> dict[str, set[tuple[int, int]]]:
    return {field: at for (of, field), at in paragraph.marked.items() if of == number}


@pytest.mark.parametrize("paragraph", PLEDGES, ids=lambda paragraph: paragraph.name)
def test_pledges(paragraph: Paragraph) -> None:
    found = [s for s in _read(paragraph) if isinstance(s, PledgeStatement)]
    assert tuple(pledge_line(s) for s in found) == paragraph.expected
    for number, statement in enumerate(found, 1):
        marked = _marked(paragraph, number)
        assert _proved(statement, set(marked)) == marked


@pytest.mark.parametrize("paragraph", PROGRESS, ids=lambda paragraph: paragraph.name)
def test_progress(paragraph: Paragraph) -> None:
    found = [s for s in _read(paragraph) if isinstance(s, ProgressStatement)]
    assert tuple(progress_line(s) for s in found) == paragraph.expected
    for number, statement in enumerate(found, 1):
        marked = _marked(paragraph, number)
        assert _proved(statement, set(marked)) == marked


def test_there_are_enough_and_no_name_twice() -> None:
    names = [paragraph.name for paragraph in PLEDGES]
    assert len(set(names)) == len(names) >= FEWEST


def test_marks_are_taken_out_and_their_places_kept() -> None:
    paragraph = next(p for p in PLEDGES if p.name == "two promisors")
    assert "[" not in paragraph.text
    assert {paragraph.text[a:b] for a, b in paragraph.marked[1, "promisor"]} == {"Norvik Steel", "Quillon Energy"}


def test_every_mark_belongs_to_a_statement() -> None:
    for paragraph in (*PLEDGES, *PROGRESS):
        assert {number for number, _ in paragraph.marked} <= set(range(1, len(paragraph.expected) + 1)), paragraph.name
