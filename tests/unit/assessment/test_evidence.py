import pytest

from makegood.assessment.evidence import EVIDENCE, moves, verdict, why_not
from makegood.assessment.sourced import Sourced
from makegood.assessment.stages import RUNGS
from makegood.model.actor import Speaker
from makegood.model.statement import Stage, What
from tests.mill import PLEDGE
from tests.reports import report


def _stage(what: What, **fields: object) -> Stage | None:
    found = verdict(report(what, "2025", **fields), PLEDGE)
    return found.stage if found is not None else None


@pytest.mark.parametrize(
    ("what", "stage"),
    [
        ("groundbreaking", "allocated"),
        ("site", "allocated"),
        ("permit", "allocated"),
        ("contract", "committed"),
        ("construction", "started"),
        ("opened", "part_delivered"),
        ("delay", "delayed"),
        ("scale_back", "reduced"),
        ("cancel", "cancelled"),
    ],
)
def test_each_kind_of_evidence_is_enough_for_its_own_stage(what: What, stage: Stage) -> None:
    assert _stage(what) == stage


def test_money_and_jobs_deliver_in_part_until_the_promise_is_reached() -> None:
    assert _stage("spent", amount=1000) == "part_delivered"
    assert _stage("spent", amount=4000) == "delivered"
    assert _stage("hired", jobs=1199) == "part_delivered"
    assert _stage("audit", jobs=1200) == "delivered"
    assert _stage("audit", jobs=1200, amount=3999) == "part_delivered", "all that can be compared must be reached"


def test_a_number_that_is_not_told_proves_nothing() -> None:
    assert _stage("spent") is None
    assert _stage("audit") is None


def test_a_contract_over_a_part_does_not_bind_the_whole() -> None:
    assert _stage("contract", amount=3000) is None
    assert _stage("contract", amount=4000) == "committed"


def test_something_complete_is_all_of_it_only_where_one_project_was_promised() -> None:
    assert _stage("complete") == "delivered"
    vague = PLEDGE.model_copy(update={"not_stated": ("project",)})
    found = verdict(report("complete", "2025"), vague)
    assert found is not None
    assert found.stage == "part_delivered"


def test_a_cut_does_not_make_delivery_easier() -> None:
    cut = PLEDGE.model_copy(update={"stands": PLEDGE.amount.model_copy(update={"low": 1e9, "high": 1e9})})  # type: ignore[union-attr]
    found = verdict(report("spent", "2025", amount=1000), cut)
    assert found is not None
    assert found.stage == "part_delivered"


def test_what_the_source_itself_finds_goes_before_the_table() -> None:
    assert _stage("audit", stage="stalled") == "stalled"
    assert _stage("opened", stage="delivered") == "delivered"


@pytest.mark.parametrize(
    "report",
    [
        report("construction", "2025", certainty="planned"),
        report("construction", "2025", speaker=Speaker(role="unnamed")),
        report("construction", "2025", confidence=0.4),
    ],
    ids=["planned", "unnamed", "weak"],
)
def test_what_is_planned_unnamed_or_on_a_weak_page_moves_nothing(report: Sourced) -> None:
    assert verdict(report, PLEDGE) is None
    assert why_not(report)


def test_evidence_lifts_and_does_not_lower() -> None:
    assert moves("pledged", "started", found=False)
    assert not moves("started", "allocated", found=False)
    assert not moves("delivered", "cancelled", found=False)
    assert moves("delivered", "part_delivered", found=True)


def test_after_a_setback_only_work_itself_lifts() -> None:
    assert not moves("delayed", "allocated", found=False)
    assert moves("delayed", "started", found=False)
    assert moves("started", "delayed", found=False)


def test_every_row_says_why_and_by_which_rule_and_gives_a_stage_of_the_ladder() -> None:
    assert all(row.why and row.rule.startswith("R") for row in EVIDENCE)
    assert {row.stage for row in EVIDENCE} - {None} <= RUNGS.keys()
