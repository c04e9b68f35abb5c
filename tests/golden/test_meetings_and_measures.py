"""A paragraph in, the expected meetings and measures beside it, every value with the words that prove it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from makegood.model.document import Document
from makegood.model.statement import MeasureStatement, MeetingStatement
from makegood.model.values import PartialDate
from makegood.reading.cast import Cast
from makegood.reading.measures import read_measures
from makegood.reading.meetings import read_meetings
from makegood.reading.story import tell

HERE = Path(__file__).parent
Case = dict[str, Any]


def _cases(name: str) -> list[Any]:
    cases = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=case["name"]) for case in cases]


def _document(case: Case) -> Document:
    day = case.get("published")
    published = PartialDate(date=day, precision="day", basis="metadata") if day else None
    return Document(ref="golden", text=case["text"], published=published)


def _quotes(statement: MeetingStatement | MeasureStatement, field: str) -> list[str]:
    return [span.quote for span in statement.evidence.get(field, ())]


def _meeting(statement: MeetingStatement, case: Case) -> Case:
    told: Case = {"who": [p.name for p in statement.participants], "outcome": statement.outcome}
    told["words"] = _quotes(statement, "outcome")
    if statement.place:
        told["place"] = statement.place
    if statement.date:
        told["date"] = statement.date.date
    return {key: value for key, value in told.items() if key in case or key != "words"}


@pytest.mark.parametrize("case", _cases("meetings"))
def test_meetings(case: Case) -> None:
    document = _document(case)
    story = tell(document)
    expected = case.get("meeting", [])
    found = read_meetings(story, Cast(story))
    told = [_meeting(s, e) for s, e in zip(found, expected, strict=False)]
    assert told == expected
    assert len(found) == len(expected)
    assert all(span.stands_in(document.text) for s in found for spans in s.evidence.values() for span in spans)


def _measure(statement: MeasureStatement, case: Case) -> Case:
    told: Case = {
        "type": statement.type,
        "imposer": statement.imposer,
        "target": list(statement.target),
        "rate": statement.rate.high if statement.rate else None,
        "status": statement.status,
        "condition": statement.condition,
        "products": statement.products,
        "effective": statement.effective.date if statement.effective else None,
        "amount": statement.amount.low if statement.amount else None,
        "certainty": statement.certainty,
        "words": _quotes(statement, "status"),
    }
    return {key: told[key] for key in case}


@pytest.mark.parametrize("case", _cases("measures"))
def test_measures(case: Case) -> None:
    document = _document(case)
    story = tell(document)
    expected = case.get("measure", [])
    found = read_measures(story, Cast(story))
    assert [_measure(s, e) for s, e in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected)
    assert all(span.stands_in(document.text) for s in found for spans in s.evidence.values() for span in spans)
