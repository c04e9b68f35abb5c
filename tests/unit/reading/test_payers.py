from makegood.reading.payers import charged, payer
from tests.staging import Stage


def test_goods_pay() -> None:
    stage = Stage("Copper imports into Peru will pay a 10% tariff.")
    found = payer(stage.story, stage.passage, (stage.piece("tariff"), stage.piece("10%")), 0, stage.cast)
    assert found is not None
    assert found[0].value == ("all",)
    assert found[1] is not None
    assert found[1].value == "Copper"


def test_countries_joined_pay_together() -> None:
    stage = Stage("Peru and Chile will face a 10% tariff.")
    found = payer(stage.story, stage.passage, (stage.piece("tariff"), stage.piece("10%")), 0, stage.cast)
    assert found is not None
    assert found[0].value == ("PE", "CL")


def test_whom_the_verb_charges() -> None:
    stage = Stage("Kenya charges Peruvian coffee a tariff of 10%.")
    found = charged(stage.passage, 0, stage.piece("tariff"), stage.cast)
    assert found is not None
    assert found.value == ("PE",)
