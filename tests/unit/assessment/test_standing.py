from datetime import date

from makegood.assessment.moving import moved
from makegood.assessment.standing import assess
from makegood.model.judgement import Judgement
from tests.mill import PLEDGE, mill
from tests.reports import report
from tests.saying import pledge as said
from tests.saying import progress

FRESH = PLEDGE.model_copy(update={"progress": (), "leads": {}})


def test_the_stage_climbs_by_evidence_in_the_order_of_time() -> None:
    reports = [report("construction", "2025-03"), report("groundbreaking", "2024-09"), report("site", "2026")]
    found = assess(FRESH, [mill], reports)
    assert [(step.stage, step.moved) for step in found.steps] == [
        ("allocated", True),
        ("started", True),
        ("started", False),
    ]
    assert found.stage == "started"
    assert found.proof is reports[0]


def test_a_finding_stands_until_the_next_and_of_one_day_the_least_binding() -> None:
    reports = [
        report("complete", "2025-05-01", stage="delivered"),
        report("audit", "2025-05-01", stage="part_delivered"),
    ]
    assert assess(FRESH, [mill], reports).stage == "part_delivered"
    assert assess(FRESH, [mill], reports[::-1]).stage == "part_delivered"
    later = report("audit", "2026", stage="stalled")
    assert assess(FRESH, [mill], [later, *reports]).stage == "stalled"


def test_work_before_a_setback_that_a_later_telling_reports_undoes_nothing() -> None:
    off = PLEDGE.model_copy(update={"stage": "cancelled", "progress": (), "leads": {}})
    _, told = said("The mill is off.", promisor="Nordhavn Steel", stage="cancelled")
    assert told.stage == "cancelled"  # type: ignore[union-attr]
    own = [type(mill)(mill.document, told)]
    assert assess(off, own, [report("construction", "2020")]).stage == "cancelled"
    assert assess(off, own, [report("construction", "2030")]).stage == "started"


def test_without_a_day_nothing_is_inferred_and_with_one_silence_is_beside_the_stage() -> None:
    assert assess(FRESH, [mill], []).silence is None
    found = assess(FRESH, [mill], [], date(2030, 1, 1))
    assert found.stage == "pledged", "an inference never becomes the stage"
    assert found.silence is not None
    assert found.silence.finds == "presumed_cancelled"


def test_a_person_who_sets_the_stage_starts_the_clocks_anew() -> None:
    looked = Judgement(
        verdict="override", subject=mill.id, fields={"stage": "started"}, by="Kim", at="2029-06-01", reason="I rang up"
    )
    assert assess(FRESH, [mill], [], date(2030, 1, 1), [looked]).silence is None
    machine = looked.model_copy(update={"by": "machine:x"})
    assert assess(FRESH, [mill], [], date(2030, 1, 1), [machine]).silence is not None


def test_the_ledger_s_pledge_is_moved_once_and_remembers_what_was_told() -> None:
    document, told = said("Nordhavn Steel pledged it.", "2024-06-01", promisor="Nordhavn Steel")
    where, built = progress("They build.", "2025-06-01", promisor="Nordhavn Steel", what="construction")
    pledge = FRESH.model_copy(update={"statements": (told.id,), "progress": (built.id,)})
    (once,) = moved([pledge], [(document, told), (where, built)])
    assert (once.stage, once.stage_told, once.leads["stage"]) == ("started", "pledged", built.id)
    (twice,) = moved([once], [(document, told), (where, built)])
    assert twice.stage == "started"


def test_a_pledge_without_evidence_stays_as_it_is() -> None:
    document, told = said("Nordhavn Steel pledged it.", promisor="Nordhavn Steel")
    where, built = progress("They plan.", promisor="Nordhavn Steel", what="construction", certainty="planned")
    pledge = FRESH.model_copy(update={"statements": (told.id,), "progress": (built.id,)})
    assert moved([pledge, FRESH], [(document, told), (where, built)]) == (pledge, FRESH)
