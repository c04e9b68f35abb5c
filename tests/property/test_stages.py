"""A stage by evidence: whatever order reports come in, and never lower but by a setback or a finding (R4)."""

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from makegood.assessment.sourced import Sourced
from makegood.assessment.stages import RUNGS
from makegood.assessment.standing import assess
from makegood.model.statement import Stage
from tests.mill import PLEDGE, mill
from tests.reports import report

FRESH = PLEDGE.model_copy(update={"progress": (), "leads": {}})
LIFTING = ("groundbreaking", "site", "permit", "contract", "construction", "opened", "complete")
SETTING_BACK = ("delay", "scale_back", "cancel")

dates = st.dates(date(2020, 1, 1), date(2030, 12, 31)).map(date.isoformat)
reports = st.lists(
    st.builds(report, st.sampled_from(LIFTING + SETTING_BACK), dates), max_size=6, unique_by=lambda r: r.id
)


def _order(stage: Stage) -> int:
    order = RUNGS[stage].order
    return -1 if order is None else order


@given(reports, st.randoms())
def test_the_order_in_which_reports_come_does_not_matter(told: list[Sourced], chance: Random) -> None:
    mixed = list(told)
    chance.shuffle(mixed)
    assert assess(FRESH, [mill], mixed) == assess(FRESH, [mill], told)


@given(st.lists(st.builds(report, st.sampled_from(LIFTING), dates), max_size=6, unique_by=lambda r: r.id))
def test_evidence_without_a_setback_never_lowers_a_stage(told: list[Sourced]) -> None:
    steps = assess(FRESH, [mill], told).steps
    stages = [FRESH.stage, *(step.stage for step in steps)]
    assert sorted(stages, key=_order) == stages


@given(reports)
def test_only_a_report_that_moves_changes_the_stage(told: list[Sourced]) -> None:
    before = FRESH.stage
    for step in assess(FRESH, [mill], told).steps:
        assert step.moved == (step.stage != before)
        before = step.stage
