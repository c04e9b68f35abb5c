from makegood.reading.speakers import sayer, speaker, speaking
from tests.staging import Stage


def test_the_sayer_stands_beside_the_verb() -> None:
    stage = Stage("Tariffs will rise, President Rosa Alvarado said on Monday.")
    found = sayer(stage.passage, stage.cast)
    assert found is not None
    assert (found[0].name, stage.story.text[slice(*found[1])]) == ("Rosa Alvarado", "Rosa Alvarado")


def test_nobody_says_what_the_author_tells() -> None:
    assert speaker(Stage("Peru raised its tariffs in May.").passage, [], Stage("Peru raised them.").cast) is None


def test_a_label_gives_the_turn_of_a_transcript() -> None:
    stage = Stage("We welcome Prime Minister Jan Kerckhove.\n\nMR. KERCKHOVE: Thank you.\n\nI am glad to be here.")
    found = speaking(stage.passage, stage.cast)
    assert found is not None
    assert found.name == "Jan Kerckhove"


def test_a_side_that_speaks_for_itself_is_the_promisor() -> None:
    stage = Stage("Tariffs will rise, President Rosa Alvarado said on Monday.")
    own = speaker(stage.passage, ["Rosa Alvarado"], stage.cast)
    other = speaker(stage.passage, ["Peru"], stage.cast)
    assert own is not None
    assert other is not None
    assert (own[0].role, other[0].role) == ("promisor", "third_party")
