from makegood.reading.attendees import everybody, left_of, right_of
from tests.staging import Stage


def test_the_group_on_the_right_ends_at_its_purpose() -> None:
    stage = Stage("She met Prime Minister Jan Kerckhove and Governor Martha Quill to thank Tobias Renn.")
    names = [a.name for a in right_of(stage.passage, stage.piece("met") + 1, stage.cast)]
    assert names == ["Jan Kerckhove", "Martha Quill"]


def test_who_acts_is_not_who_is_spoken_of() -> None:
    stage = Stage("On the advice of Governor Martha Quill, President Carla Benning met them.")
    assert [a.name for a in left_of(stage.passage, stage.piece("met"), stage.cast)] == ["Carla Benning"]


def test_the_owner_of_a_meeting_takes_part() -> None:
    stage = Stage("President Carla Benning's meeting with them was short.")
    at = stage.piece("meeting")
    assert [a.name for a in left_of(stage.passage, at, stage.cast, owner=True)] == ["Carla Benning"]
    assert not left_of(stage.passage, at, stage.cast)


def test_people_win_over_bodies() -> None:
    stage = Stage("She met Acme Corp. chairman Tobias Renn.")
    assert [a.name for a in right_of(stage.passage, stage.piece("met") + 1, stage.cast)] == ["Tobias Renn"]


def test_everybody_named_but_for_owners() -> None:
    stage = Stage("President Carla Benning and Governor Martha Quill stood in Mayor Jan Kerckhove's garden.")
    assert [a.name for a in everybody(stage.passage, stage.cast)] == ["Carla Benning", "Martha Quill"]
