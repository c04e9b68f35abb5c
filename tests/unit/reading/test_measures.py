from makegood.reading.measures import read_measures
from tests.staging import Stage


def test_a_measure_told_twice_is_one_with_both_sentences() -> None:
    stage = Stage("Peru announced a 10% tariff on Kenya. The 10% tariff on Kenya was announced on Monday.")
    (measure,) = read_measures(stage.story, stage.cast)
    assert len(measure.evidence["_"]) == 2


def test_other_goods_are_another_measure() -> None:
    stage = Stage("Peru announced a 10% tariff on Kenyan furniture. Peru announced a 10% tariff on Kenyan machinery.")
    assert len(read_measures(stage.story, stage.cast)) == 2


def test_a_deal_told_from_both_sides_is_one() -> None:
    stage = Stage("Peru signed a trade deal with Kenya. Kenya signed the trade deal with Peru in June.")
    assert len(read_measures(stage.story, stage.cast)) == 1


def test_every_value_is_anchored_and_ids_are_unique() -> None:
    text = (
        "Ottawa and Ontario each promised Norvane Motors Inc. $2 billion in incentives. "
        "Peru imposed a 10% tariff on Kenya from July 1, 2025 unless it yields."
    )
    stage = Stage(text)
    found = read_measures(stage.story, stage.cast)
    assert len({s.id for s in found}) == len(found) == 3
    assert all(span.stands_in(text) for s in found for spans in s.evidence.values() for span in spans)


def test_a_person_who_says_it_is_the_speaker() -> None:
    stage = Stage("Peru will impose a 10% tariff on Kenya, Minister Rosa Alvarado said.")
    (measure,) = read_measures(stage.story, stage.cast)
    assert measure.speaker.name == "Rosa Alvarado"
    assert measure.evidence["speaker"][0].quote == "Rosa Alvarado"
