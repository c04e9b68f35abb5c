from makegood.reading.meetings import read_meetings
from tests.staging import Stage


def test_meetings_of_one_pair_on_two_days_are_two() -> None:
    pair = "President Carla Benning met Prime Minister Jan Kerckhove in"
    stage = Stage(f"{pair} Lima on May 4, 2025. {pair} Ghent on June 9, 2025.")
    assert [s.place for s in read_meetings(stage.story, stage.cast)] == ["Lima", "Ghent"]


def test_a_second_telling_adds_what_the_first_left_out() -> None:
    stage = Stage(
        "President Carla Benning met Prime Minister Jan Kerckhove. Benning met Kerckhove in Lima on May 4, 2025."
    )
    (meeting,) = read_meetings(stage.story, stage.cast)
    assert meeting.place == "Lima"
    assert meeting.date is not None
    assert meeting.date.date == "2025-05-04"
    assert len(meeting.evidence["_"]) == 2


def test_participants_have_kind_and_role() -> None:
    stage = Stage("President Carla Benning met Prime Minister Jan Kerckhove.")
    (meeting,) = read_meetings(stage.story, stage.cast)
    assert [(p.kind, p.role) for p in meeting.participants] == [("person", "President"), ("person", "Prime Minister")]


def test_ids_are_unique_and_the_same_again() -> None:
    text = "President Carla Benning met Prime Minister Jan Kerckhove and then saw Mayor Martha Quill in Lima."
    first, second = Stage(text), Stage(text)
    ids = [s.id for s in read_meetings(first.story, first.cast)]
    assert len(ids) == len(set(ids))
    assert ids == [s.id for s in read_meetings(second.story, second.cast)]


def test_a_sentence_that_opens_with_meeting_is_of_its_own_subject_or_of_whom_the_story_follows() -> None:
    own = Stage("Meeting Mayor Martha Quill, Prime Minister Jan Kerckhove praised the yard.")
    (meeting,) = read_meetings(own.story, own.cast)
    assert {p.name for p in meeting.participants} == {"Martha Quill", "Jan Kerckhove"}
    followed = Stage(
        "Prime Minister Jan Kerckhove was in Ghent. Kerckhove praised the yard. Kerckhove asked for more. "
        "Meeting Mayor Martha Quill, head of"
    )
    assert [{p.name for p in m.participants} for m in read_meetings(followed.story, followed.cast)] == [
        {"Martha Quill", "Jan Kerckhove"}
    ]
