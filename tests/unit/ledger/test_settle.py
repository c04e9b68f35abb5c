"""One document's standing, from its entries alone."""

from makegood.ledger.entry import Body
from makegood.ledger.settle import Case, Read, Sighting, settle
from makegood.model.judgement import Judgement
from tests.arrivals import document, statement

ONE: Body = statement(document(1), "Ferrolux", 40_000_000).model_dump(mode="json", by_alias=True, exclude_none=True)
IDENTITY = str(ONE["id"])
WITH = {IDENTITY: ONE}


def verdict(kind: str, by: str = "Ana", **fields: object) -> Judgement:
    return Judgement(verdict=kind, subject=IDENTITY, fields=fields, by=by, at="2026-01-31", reason="read")


def case(readings: list[Read], verdicts: list[tuple[int, Judgement]] | None = None, replaced: int = 0) -> Case:
    return Case("sha256:1", [Sighting(1, "a.txt", {"ref": "a.txt"}, replaced)], readings, verdicts or [])


def test_the_latest_reading_stands() -> None:
    standing = settle(case([Read(1, WITH, [{"code": "old"}]), Read(2, {}, [{"code": "new"}])]))
    assert (standing.reading_seq, standing.statements, standing.issues) == (2, [], [{"code": "new"}])


def test_a_document_cleaned_anew_falls_away() -> None:
    assert settle(case([Read(1, WITH, [])], replaced=2)) is None


def test_but_not_what_a_person_corrected_in_it() -> None:
    standing = settle(case([Read(1, WITH, [{"code": "old"}])], [(2, verdict("override", purpose="tin"))], replaced=3))
    assert [(line.overridden, line.reopened) for line in standing.statements] == [(("purpose",), True)]
    assert not standing.issues


def test_a_correction_without_fields_lifts_a_rejection() -> None:
    verdicts = [(2, verdict("reject")), (3, verdict("override"))]
    assert settle(case([Read(1, WITH, [])], verdicts[:1])).statements[0].rejected
    assert not settle(case([Read(1, WITH, [])], verdicts)).statements[0].rejected


def test_a_machine_does_not_lift_a_person_s_rejection() -> None:
    verdicts = [(2, verdict("reject")), (3, verdict("override", by="machine:rules 1", purpose="tin"))]
    assert settle(case([Read(1, WITH, [])], verdicts)).statements[0].rejected


def test_a_correction_that_no_longer_fits_is_reopened_and_set_aside() -> None:
    other = {IDENTITY: {**ONE, "kind": "total"}}
    line = settle(case([Read(1, WITH, []), Read(3, other, [])], [(2, verdict("override", purpose="tin"))])).statements[
        0
    ]
    assert (line.corrected, line.reopened, line.machine) == (None, True, other[IDENTITY])


def test_the_facts_are_the_latest_of_the_first_ref() -> None:
    sightings = [
        Sighting(1, "a.txt", {"title": "first"}),
        Sighting(2, "b.txt", {"title": "copy"}),
        Sighting(3, "a.txt", {"title": "mended"}),
    ]
    assert settle(Case("sha256:1", sightings, [Read(1, WITH, [])], [])).facts == {"title": "mended"}
