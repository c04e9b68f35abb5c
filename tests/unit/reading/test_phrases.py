from makegood.reading.phrases import find_phrase, phrase_at, phrases_in
from tests.staging import Stage


def test_the_longest_phrase_wins() -> None:
    lowers = ["put", "on", "hold", "again"]
    assert phrase_at(lowers, 0, ("put", "put on hold")) == 3
    assert phrase_at(lowers, 1, ("put", "put on hold")) is None


def test_a_phrase_is_found_only_within_its_bounds() -> None:
    stage = Stage("The plan was put on hold in May.")
    start = stage.story.text.index("put on hold")
    assert find_phrase(stage.passage, 0, 8, ("put on hold",)) == (start, start + len("put on hold"))
    assert find_phrase(stage.passage, 0, 5, ("put on hold",)) is None


def test_every_place_is_found() -> None:
    stage = Stage("They talked, and talked again.")
    assert len(list(phrases_in(stage.passage, 0, 9, ("talked",)))) == 2


def test_surfaces_are_lower_case() -> None:
    assert Stage("Prices Rose sharply.").passage.surfaces[-2:] == ["sharply", "."]
