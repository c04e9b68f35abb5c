"""The ratchet: floors rise with the figures and fall only by hand."""

from pathlib import Path

import pytest

from evals import floors
from evals.exams import ExamFigures
from evals.figures import KindFigures, SetFigures
from evals.floors import Floors
from evals.measured import Measured
from evals.shares import Share

EMPTY = KindFigures()


def measured(right: int, digest: str = "sha256:1", name: str = "pages", on_empty: int = 0) -> Measured:
    """Twenty labelled pledges, so many of them right, none false."""
    amounts = {"amount": Share(right=right, asked=right), "jobs": Share(right=1, asked=3)}
    pledges = KindFigures(right=right, missed=20 - right, on_empty=on_empty, fields=amounts)
    kinds = {"pledge": pledges, "progress": EMPTY, "meeting": EMPTY, "measure": EMPTY}
    one = SetFigures.model_validate(
        {"digest": digest, "documents": 9, "empty": 4, "spans": Share(right=1, asked=1), "kinds": kinds}
    )
    exam = ExamFigures(digest="sha256:e", right=right, false=0, missed=20 - right)
    return Measured(reader="rules 1", sets={name: one}, exams={"money_duckling": exam})


NONE = Floors({}, {})


def test_without_floors_nothing_has_fallen() -> None:
    assert floors.fallen(measured(3), NONE) == []


def test_raised_floors_hold_what_was_measured_and_no_more() -> None:
    least = floors.raised(measured(15), NONE)
    assert floors.fallen(measured(15), least) == []
    assert floors.fallen(measured(16), least) == []
    assert floors.fallen(measured(14), least) == [
        "pages: pledge.f1 is 0.824, its floor 0.857",
        "money_duckling: value_f1 is 0.824, its floor 0.857",
    ]


def test_raising_never_lowers() -> None:
    least = floors.raised(measured(15), NONE)
    assert floors.raised(measured(12), least) == least


def test_false_statements_on_empty_documents_have_a_floor_too() -> None:
    least = floors.raised(measured(15), NONE)
    assert floors.fallen(measured(15, on_empty=1), least) == ["pages: pledge.clean is 0.750, its floor 1.000"]


def test_what_was_asked_seldom_has_no_floor_except_in_the_seed() -> None:
    assert "pledge.fields.jobs" not in floors.raised(measured(15), NONE).least["pages"]
    assert "pledge.fields.jobs" in floors.raised(measured(15, name="seed"), NONE).least["seed"]


def test_a_figure_that_vanishes_has_fallen() -> None:
    least = Floors({"pages": "sha256:1"}, {"pages": {"pledge.fields.stage": 0.8}})
    assert floors.fallen(measured(15), least) == ["pages: pledge.fields.stage is 0.000, its floor 0.800"]


def test_floors_of_other_texts_hold_no_more_and_are_set_anew() -> None:
    least = floors.raised(measured(15), NONE)
    changed = measured(10, digest="sha256:2")
    assert floors.changed(changed, least) == ["pages"]
    assert floors.fallen(changed, least) == ["money_duckling: value_f1 is 0.667, its floor 0.857"]
    assert floors.raised(changed, least).least["pages"]["pledge.f1"] == 0.666


def test_a_file_of_floors_is_read_as_it_was_written(tmp_path: Path) -> None:
    least = floors.raised(measured(13), NONE)
    floors.save(least, tmp_path / "floors.toml")
    assert floors.load(tmp_path / "floors.toml") == least


def test_without_a_file_there_are_no_floors(tmp_path: Path) -> None:
    assert floors.load(tmp_path / "floors.toml") == NONE


@pytest.mark.parametrize("name", ["pages", "wh", "own", "seed"])
def test_the_floors_in_force_are_between_nought_and_one(name: str) -> None:
    least = floors.load().least[name]
    assert least
    assert all(0 <= floor <= 1 for floor in least.values())
