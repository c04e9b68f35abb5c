import pytest

from makegood.reading.tariff_words import rate_head, superseded, tariff_words
from tests.staging import Stage


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The new tariffs are high.", ["tariffs"]),
        ("They imposed a duty on wine.", ["duty"]),
        ("Tariff revenue rose.", []),
        ("They may levy a fee.", []),
        ("The officer was on duty.", []),
        ("They removed tariff and non-tariff barriers.", []),
    ],
)
def test_words_for_a_tariff(text: str, told: list[str]) -> None:
    stage = Stage(text)
    assert [stage.passage.pieces[i].text for i in tariff_words(stage.passage)] == told


@pytest.mark.parametrize(
    ("text", "percent", "head"),
    [
        ("Peru imposed a 10% tariff on wine.", "10%", "tariff"),
        ("The tariff on wine will rise to 12%.", "12%", "tariff"),
        ("After the tariffs were announced, shares fell 5%.", "5%", None),
        ("The tariffs apply to 30% of all exports.", "30%", None),
    ],
)
def test_a_percentage_is_a_rate_only_beside_its_tariff(text: str, percent: str, head: str | None) -> None:
    stage = Stage(text)
    found = rate_head(stage.passage, stage.piece(percent), tariff_words(stage.passage), in_run=True)
    assert (stage.passage.pieces[found].text if found is not None else None) == head


def test_the_old_rate_is_superseded() -> None:
    stage = Stage("The tariff went from 10% to 12%.")
    assert superseded(stage.passage, stage.piece("10%"))
    assert not superseded(stage.passage, stage.piece("12%"))
