"""Rules and encoder together: what is taken for promised, and by whom."""

import pytest

from makegood.model.mention import MoneyMention
from makegood.reading import pointers
from makegood.reading.contenders import contenders
from makegood.reading.money_roles import Role
from makegood.reading.subjects import Doer
from makegood.reading.weighing import sure, taken, thought_stage
from tests.opinion import Written
from tests.staging import Stage

TEXT = "Arlo Steel and Kestrel Motors met; the mill near Trebovin, 400 jobs and $2 billion come if the grid does."


def _role(score: float, at: int = 0) -> Role:
    return Role(score, None, None, None, (), at)


@pytest.mark.parametrize(
    ("score", "promised", "yes"),
    [
        (3.5, None, True),
        (2.5, None, False),
        (2.5, 0.9, True),
        (3.5, 0.02, False),
        (-2.0, 0.98, True),
        (-4.0, 0.98, False),
    ],
)
def test_signs_and_encoder_are_added(score: float, promised: float | None, yes: bool) -> None:
    opinion = None if promised is None else Written(TEXT, promised)
    assert taken(_role(score), opinion) is yes


def test_only_a_sure_encoder_needs_no_word_of_promising() -> None:
    assert sure(Written(TEXT, 0.95))
    assert not sure(Written(TEXT, 0.8))
    assert not sure(None)


def test_a_stage_is_taken_only_where_the_encoder_is_sure() -> None:
    assert thought_stage(Written(TEXT, stages={"delayed": 0.8, "pledged": 0.2})) == "delayed"
    assert thought_stage(Written(TEXT, stages={"delayed": 0.5, "pledged": 0.5})) is None
    assert thought_stage(None) is None


def _money(stage: Stage) -> int:
    return next(i for i, p in enumerate(stage.passage.pieces) if isinstance(p.mention, MoneyMention))


def test_the_likeliest_contender_comes_first_and_denied_ones_not_at_all() -> None:
    stage = Stage(TEXT)
    opinion = Written(TEXT, 0.9, {("promisor", "Kestrel Motors"): 0.9, ("promisor", "Arlo Steel"): 0.01})
    arlo = next(r for r in stage.cast.referents if r.name == "Arlo Steel")
    found = contenders(stage.passage, _role(4), stage.cast, opinion, [Doer((arlo,), 0, 0)])
    assert [r.name for r in found[0].referents] == ["Kestrel Motors"]
    nobody = Written(TEXT, 0.9)
    assert contenders(stage.passage, _role(4), stage.cast, nobody, []) == []


def test_capitals_that_are_no_name_to_any_table_may_promise() -> None:
    text = "Some $2 billion will come from DePryse, which mends looms."
    stage = Stage(text)
    opinion = Written(text, 0.9, {("promisor", "DePryse"): 0.9})
    found = contenders(stage.passage, _role(4, _money(stage)), stage.cast, opinion, [])
    assert found[0].referents[0].name == "DePryse"


def test_terms_are_what_the_encoder_points_at() -> None:
    stage = Stage(TEXT)
    opinion = Written(
        TEXT, 0.9, {("jobs", "400 jobs"): 0.9, ("condition", "if the grid does"): 0.8, ("purpose", "mill"): 0.2}
    )
    jobs, condition = pointers.jobs(stage.story, opinion), pointers.condition(stage.story, opinion)
    assert jobs
    assert jobs.value.low == 400
    assert condition
    assert condition.value == "if the grid does"
    assert pointers.purpose(stage.story, opinion) is None
    assert pointers.jobs(stage.story, None) is None
