import pytest

from makegood.reading.encounters import Encounter, find_encounters
from tests.staging import Stage


def _only(text: str) -> Encounter:
    stage = Stage(text)
    (found,) = find_encounters(stage.story, stage.cast)
    return found


@pytest.mark.parametrize(
    ("verb", "outcome"),
    [
        ("met", "held"),
        ("will meet", "planned"),
        ("hopes to meet", "sought"),
        ("has yet to meet", "sought"),
        ("refused to meet", "declined"),
    ],
)
def test_the_words_before_give_the_outcome(verb: str, outcome: str) -> None:
    assert _only(f"President Carla Benning {verb} Prime Minister Jan Kerckhove in Ghent.").outcome == outcome


def test_a_day_to_come_makes_it_planned() -> None:
    stage = Stage("President Carla Benning is meeting Prime Minister Jan Kerckhove next week.", "2025-05-01")
    assert [e.outcome for e in find_encounters(stage.story, stage.cast)] == ["planned"]


def test_a_call_is_far() -> None:
    assert _only("President Carla Benning spoke with Prime Minister Jan Kerckhove by phone.").far


def test_two_leaders_who_announce_together_met() -> None:
    assert len(_only("President Carla Benning and Prime Minister Jan Kerckhove announced a pact.").attendees) == 2


def test_two_managers_of_one_house_who_announce_did_not() -> None:
    stage = Stage("Norvane chairman Tobias Renn and Norvane director Lena Ostrow announced a plant.")
    assert not find_encounters(stage.story, stage.cast)
