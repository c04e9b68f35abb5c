"""Marks for exams, on exams of our own making."""

from pathlib import Path
from typing import Any

import pytest

from evals import exams
from evals.exams import DATES, ExamText, mark
from evals.meantime import dated_texts


@pytest.fixture(autouse=True)
def _no_exam_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exams, "digest", lambda exam: f"sha256:{exam}")


def money(low: float, high: float, **more: object) -> dict[str, Any]:
    return {"type": "money", "start": 0, "end": 1, "low": low, "high": high, "currency": None, **more}


ASKED = [
    ExamText("1", "between $5 and $8", None, ({"low": 5.0, "high": 8.0, "currency": "USD", "op": "range"},)),
    ExamText("2", "up to €9", None, ({"low": 9.0, "high": 9.0, "currency": None, "op": "<"},)),
    ExamText("3", "nothing", None, ()),
]


def test_amounts_are_found_by_an_end() -> None:
    said = {
        "1": [money(5, 8, currency="USD", bound="between")],
        "2": [money(7, 7, bound="exact")],
        "3": [money(1, 1, bound="exact")],
    }
    figures = mark("money_test", ASKED, said)
    assert (figures.right, figures.false, figures.missed) == (1, 2, 1)
    assert figures.f1 == pytest.approx(0.4)
    assert {name: share.value for name, share in figures.details.items()} == {"currency": 1.0, "bound": 1.0}


def test_bounds_are_judged_only_where_they_are_told() -> None:
    assert "bound" not in mark("money_test", ASKED[1:2], {"2": [money(9, 9)]}).details
    wrong = mark("money_test", ASKED[1:2], {"2": [money(9, 9, bound="exact")]})
    assert wrong.details["bound"].value == 0


def test_a_mention_answers_once() -> None:
    twice = ExamText("1", "$5 and $5", None, ({"low": 5.0, "high": 5.0, "op": "="},) * 2)
    figures = mark("money_test", [twice], {"1": [money(5, 5)]})
    assert (figures.right, figures.missed) == (1, 1)


def test_dates_are_found_by_their_place_and_judged_by_their_value() -> None:
    gold = ({"start": 3, "end": 7, "value": "2030"}, {"start": 11, "end": 20, "value": "2031-XX"})
    asked = [ExamText("1", "by 2030 or sometime", "2024-05-01", gold)]
    said = [
        {"type": "date", "start": 0, "end": 7, "timex": "2030"},
        {"type": "date", "start": 12, "end": 14, "timex": ["2031", "P1Y"]},
        {"type": "money", "start": 0, "end": 2, "low": 1},
    ]
    figures = mark(DATES, asked, {"1": said})
    assert (figures.right, figures.false, figures.missed) == (2, 0, 0)
    assert figures.details["extent"].value == 0
    assert (figures.details["value"].right, figures.details["value"].asked) == (1, 1)
    assert figures.value_f1 == 1.0


def test_tokens_become_a_text_with_times_in_their_places() -> None:
    tokens = ["Mill", "opens", "March", "3", ",", "2030", "Later", "on", "Monday"]
    line = {
        "id": "x",
        "tokens": tokens,
        "sentence": [0, 0, 1, 1, 1, 1, 6, 6, 6],
        "timex": [
            {"start": 2, "end": 6, "type": "DATE", "value": "2030-03-03"},
            {"start": 8, "end": 9, "type": "DATE", "value": "2030-03-04"},
        ],
    }
    (one,) = dated_texts([line])
    assert one["text"] == "Mill opens March 3, 2030"
    assert one["published"] == "2030-03-03"
    (gold,) = one["gold"]
    assert one["text"][gold["start"] : gold["end"]] == "March 3, 2030"


def test_exams_that_are_not_here_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exams, "FOLDER", tmp_path / "exams")
    assert "not ours to ship" in str(exams.missing())
