from datetime import date

from makegood.assessment.record import past
from tests.mill import ACTORS, ALL, DOCK, PLEDGE


def test_a_record_holds_all_that_was_promised_with_what_came_of_it() -> None:
    found = past(ACTORS[0], [PLEDGE, DOCK], ALL, as_of=date(2025, 12, 1))
    assert [one.pledge.id for one in found.pledges] == ["pl:dock", "pl:mill"]
    assert found.stages == (("cancelled", 1), ("part_delivered", 1))
    assert found.silent == 0


def test_silence_is_counted_beside_the_stages() -> None:
    found = past(ACTORS[0], [PLEDGE], ALL, as_of=date(2031, 1, 1))
    assert (found.stages, found.silent) == ((("part_delivered", 1),), 1)


def test_others_promises_are_not_in_it() -> None:
    stranger = PLEDGE.model_copy(update={"id": "pl:x", "promisors": ("other",)})
    assert [one.pledge.id for one in past(ACTORS[0], [stranger, DOCK], ALL).pledges] == ["pl:dock"]
