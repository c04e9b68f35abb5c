import pytest

from makegood.reading.encounters import find_encounters
from makegood.reading.meeting_places import meeting_place
from tests.staging import Stage

PAIR = "President Carla Benning met Prime Minister Jan Kerckhove"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{PAIR} in Lima.", "Lima"),
        (f"{PAIR} at Chequers.", "Chequers"),
        (f"{PAIR} to discuss the war in Sudan.", None),
        (f"Benning began a state visit to Lima. {PAIR}.", "Lima"),
        (f"The harvest in Lima was large. {PAIR}.", None),
    ],
)
def test_where_they_met(text: str, place: str | None) -> None:
    stage = Stage(text)
    encounter = find_encounters(stage.story, stage.cast)[-1]
    found = meeting_place(stage.story, encounter)
    assert (found.value if found else None) == place
    assert found is None or stage.story.text[slice(*found.at[0])] == place
