from makegood.reading.measures import read_measures
from tests.staging import Stage


def _told(text: str) -> list[tuple[str, str | None, tuple[str, ...], str]]:
    stage = Stage(text)
    return [(s.type, s.imposer, s.target, s.status) for s in read_measures(stage.story, stage.cast)]


def test_the_other_side_of_a_deal_is_hit() -> None:
    told = _told("Peru and Kenya signed a trade deal on Monday. Peru will cut its tariffs to 5%.")
    assert ("tariff", "Peru", ("KE",), "agreed") in told


def test_likewise_is_on_the_same_goods() -> None:
    told = _told("Kenya imposed a 10% duty on Chinese cars, and Peru is thinking of tariffs too.")
    assert told == [("tariff", "Kenya", ("CN",), "in_force"), ("tariff", "Peru", ("CN",), "proposed")]


def test_a_bare_rate_follows_measures_on_one_country() -> None:
    told = _told("Peru suspended its higher tariffs on China. The current 10% tariff remains in effect.")
    assert told[-1] == ("tariff", "Peru", ("CN",), "in_force")
