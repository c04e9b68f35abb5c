import pytest

from makegood.reading.powers import power, powers
from tests.staging import Stage


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Goods from Peru arrive.", "Peru", "PE"),
        ("The Chilean harvest is large.", "Chilean", "CL"),
        ("Reports say that Tokyo objects.", "Tokyo", "JP"),
        ("The plan of the European Union stands.", "European Union", "EU"),
    ],
)
def test_a_power_by_its_name_people_or_capital(text: str, words: str, code: str) -> None:
    stage = Stage(text)
    found = power(stage.passage, stage.piece(words), stage.cast)
    assert found is not None
    assert found.code == found.mark == code
    assert stage.story.text[slice(*found.at)] == words


def test_a_town_is_no_power() -> None:
    stage = Stage("Goods from Osaka arrive.")
    assert power(stage.passage, stage.piece("Osaka"), stage.cast) is None


def test_each_power_once() -> None:
    stage = Stage("Goods from Peru and Chile go to Peru.")
    assert [p.code for p in powers(stage.passage, 0, 99, stage.cast)] == ["PE", "CL"]
