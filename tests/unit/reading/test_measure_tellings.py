import pytest

from makegood.reading.measure_tellings import acted_on, auxiliary, certainty_of, clause, status_of
from makegood.reading.tariff_words import tariff_words
from tests.staging import Stage


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru suspended its tariffs.", "paused"),
        ("Peru lifted its tariffs.", "removed"),
        ("Peru threatens new tariffs.", "threatened"),
        ("Peru is considering tariffs.", "proposed"),
        ("Peru agreed to lower tariffs.", "agreed"),
        ("The tariffs remain.", "in_force"),
        ("Peru announced tariffs.", "announced"),
        ("New tariffs would be imposed by Peru, it announced.", "announced"),
    ],
)
def test_the_nearest_word_gives_the_status(text: str, status: str) -> None:
    stage = Stage(text)
    found = status_of(stage.passage, 0, 99, stage.piece("tariffs"))
    assert found is not None
    assert found.value == status


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru imposed tariffs on wine.", True),
        ("Tariffs on wine have stayed in force.", True),
        ("The tariffs on wine hurt Norvane.", False),
    ],
)
def test_whether_something_is_done_to_it(text: str, told: bool) -> None:
    stage = Stage(text)
    assert acted_on(stage.passage, tariff_words(stage.passage)[0]) is told


def test_certainty() -> None:
    stage = Stage("Peru may impose tariffs.")
    assert certainty_of(stage.passage, 0, 99, "threatened") == "possible"
    assert certainty_of(stage.passage, 3, 99, "threatened") == "planned"
    assert certainty_of(stage.passage, 3, 99, "in_force") == "asserted"


def test_a_clause_ends_at_but() -> None:
    stage = Stage("Peru lifted its tariffs, but Kenya raised them.")
    first, stop = clause(stage.passage, stage.piece("Kenya"))
    assert [p.text for p in stage.passage.pieces[first:stop]][:2] == ["but", "Kenya"]


def test_auxiliaries() -> None:
    stage = Stage("The tariffs will rise.")
    assert auxiliary(stage.passage, 0, 4)
    assert not auxiliary(stage.passage, 0, 2)
