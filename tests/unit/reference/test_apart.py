from makegood.model.pledge import Pledge
from makegood.reference.apart import apart
from makegood.reference.pledges import history
from tests.rows import OUTCOMES, PLEDGES, pledge_row

ROWS = history([*PLEDGES, pledge_row("tarn-harbour-2016")], OUTCOMES)
REFS = {
    "st:1": "reference:tarn-norway-2015",
    "st:2": "reference:tarn-norway-2019",
    "st:3": "reference:tarn-harbour-2016",
    "st:4": "a page",
}


def _judged(*statements: str) -> list[tuple[str, str]]:
    pledge = Pledge(id="pl:1", name="x", promisors=(), statements=statements)
    return [(one.subject, one.other or "") for one in apart(ROWS, [pledge], REFS, "2025-01-01")]


def test_two_rows_in_one_pledge_are_judged_different() -> None:
    assert _judged("st:1", "st:3", "st:4") == [("st:3", "st:1")]


def test_a_row_and_the_one_that_it_revises_may_be_one_pledge() -> None:
    assert _judged("st:1", "st:2") == []
    assert _judged("st:1", "st:4") == []
