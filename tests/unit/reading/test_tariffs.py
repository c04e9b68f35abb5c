from makegood.reading.tariffs import find_tariffs
from tests.staging import Stage


def _told(text: str) -> list[tuple[object, ...]]:
    stage = Stage(text)
    return [
        (
            t.imposer.value if t.imposer else None,
            t.target.value if t.target else None,
            t.rate.value.high if t.rate else None,
        )
        for t in find_tariffs(stage.story, stage.cast)
    ]


def test_each_rate_is_a_telling() -> None:
    assert _told("Peru imposed a 10% tariff on Chilean wine and a 12% tariff on Kenyan tea.") == [
        ("Peru", ("CL",), 10),
        ("Peru", ("KE",), 12),
    ]


def test_the_verb_left_out_the_second_time() -> None:
    text = "The European Union set new tariffs. Acme Corp. has to pay 10%, and Basco Inc. another 12%."
    assert [(target, rate) for _, target, rate in _told(text) if rate] == [(("Acme Corp",), 10), (("Basco Inc",), 12)]


def test_an_average_is_no_measure() -> None:
    assert not _told("The average tariff is 9.2% in Peru.")


def test_many_countries_are_nobody() -> None:
    assert not _told("Many countries impose higher tariffs on Peruvian wine.")


def test_rates_far_from_any_tariff_are_others() -> None:
    assert not _told("Norvane pays 10% interest on its bonds. Sales in Peru rose 5%.")
