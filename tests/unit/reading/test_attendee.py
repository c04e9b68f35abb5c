from makegood.reading.attendee import Attendee, attendees_at, object_pronoun, owning
from tests.staging import Stage


def _at(stage: Stage, words: str) -> list[Attendee]:
    return list(attendees_at(stage.passage, stage.piece(words), stage.cast))


def test_the_office_stands_before_the_name() -> None:
    stage = Stage("They saw Prime Minister Jan Kerckhove in Ghent.")
    assert [(a.name, a.kind, a.role) for a in _at(stage, "Jan Kerckhove")] == [
        ("Jan Kerckhove", "person", "Prime Minister")
    ]


def test_the_office_stands_after_the_comma() -> None:
    stage = Stage("They saw Lena Ostrow, chief executive of Norvane Motors, in Ghent.")
    assert [a.role for a in _at(stage, "Lena Ostrow")] == ["chief executive"]


def test_a_name_that_only_owns_is_nobody_there() -> None:
    stage = Stage("They saw Lena Ostrow's plant in Ghent.")
    assert owning(stage.passage, stage.piece("Lena Ostrow"))
    assert not _at(stage, "Lena Ostrow")


def test_an_office_alone_names_nobody() -> None:
    assert Attendee("the President", "person", None, None, ((0, 1),), 0).is_office
    assert not Attendee("Lena Ostrow", "person", None, None, ((0, 1),), 0).is_office


def test_him_is_not_the_subject() -> None:
    stage = Stage("President Paul Merrin waited. Prime Minister Anna Lindgren asked him to come.")
    found = object_pronoun(stage.passage, stage.piece("him"), stage.cast)
    assert found is not None
    assert found.name == "Paul Merrin"
