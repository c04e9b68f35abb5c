from makegood.reading.measure_sides import object_start, owner_of, phrase_stop, products_in, subject_of, targets_in
from tests.staging import Stage


def _phrase(stage: Stage, noun: str) -> tuple[int, int]:
    start = object_start(stage.passage, stage.piece(noun), len(stage.passage.pieces))
    assert start is not None
    return start, phrase_stop(stage.passage, start, len(stage.passage.pieces))


def test_goods_and_their_origin_are_told_apart() -> None:
    stage = Stage("They put tariffs on steel, aluminum and copper from Peru after the vote.")
    start, stop = _phrase(stage, "tariffs")
    products = products_in(stage.passage, start, stop, stage.story.text)
    target = targets_in(stage.passage, start, stop, stage.cast)
    assert products is not None
    assert products.value == "steel, aluminum and copper"
    assert target is not None
    assert target.value == ("PE",)


def test_a_place_that_goods_go_into_is_no_target() -> None:
    stage = Stage("They put tariffs on Peruvian cars going into Kenya.")
    target = targets_in(stage.passage, *_phrase(stage, "tariffs"), stage.cast)
    assert target is not None
    assert target.value == ("PE",)


def test_a_basis_is_no_object() -> None:
    stage = Stage("They drop tariffs on a preferential basis on cars.")
    start, _ = _phrase(stage, "tariffs")
    assert stage.passage.pieces[start].text == "cars"


def test_owner_and_subject() -> None:
    stage = Stage("In June, Kenya raised its duty while Peru's new tariff stayed.")
    owner = owner_of(stage.passage, stage.piece("tariff"), stage.cast)
    subject = subject_of(stage.passage, stage.piece("duty"), stage.cast)
    assert owner is not None
    assert subject is not None
    assert (owner.code, subject.code) == ("PE", "KE")
