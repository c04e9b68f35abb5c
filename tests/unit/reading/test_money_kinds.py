"""Sentences of our own, each with the kind of money that it tells of (R8)."""

import pytest

from makegood.model.mention import MoneyMention
from makegood.reading.money_kinds import money_kind
from makegood.reading.money_roles import money_role
from tests.staging import Stage

TOLD = (
    ("capex", "Brightmoor Steel will invest $2 billion in a new rolling mill near Gary, Indiana."),
    ("capex", "Tessaly said it would spend 900 million euros to expand its plant in Porto."),
    ("capex", "Oakline announced a $450 million upgrade of its grid."),
    ("capex", "Kestrel Foods announced a $120 million distribution center in Ohio."),
    ("capex", "The railway pledged £3 billion for new tracks and stations."),
    ("capex", "Vantor announced a $10 billion investment in data centers across Texas."),
    ("capex", "Orin Motors will invest $2 billion in a plant that builds aircraft engines."),
    ("capex", "Tallis will invest $1.4 billion in an LNG terminal in Louisiana."),
    ("capex", "Denholm will spend $700 million to expand its plant, reducing imports of steel."),
    ("capex", "The port operator announced a $600 million terminal to boost exports."),
    ("capex", "Ferrol will invest $800 million in manufacturing and research facilities in Utah."),
    ("capex", "A $75 million expansion of the shipyard was announced by Bramwell Marine."),
    ("r_and_d", "Helvion said it will put $600 million into research and development in Basel over five years."),
    ("r_and_d", "The university fund committed $80 million to clinical trials of the drug."),
    ("operating", "Delmar Stores will spend $1 billion on wages and training."),
    ("operating", "The chain pledged $90 million for the retraining of its drivers."),
    ("equity", "Gulf Meridian Fund agreed to buy a 20 percent stake in Larkspur Energy for $3 billion."),
    ("equity", "Corvane will pay $5 billion to acquire the chip designer Arlo."),
    ("equity", "Sato Holdings announced a $1.5 billion takeover of Fenwick Mills."),
    ("loan", "The bank pledged a $700 million loan to Kenya."),
    ("loan", "Norway's export agency offered a $2 billion credit line to Ukraine."),
    ("loan", "The development bank will lend 400 million euros to Ghana."),
    ("guarantee", "Germany promised guarantees of 1.1 billion euros to the shipbuilder."),
    ("guarantee", "The Treasury pledged a $5 billion loan guarantee to the builder of the reactor."),
    ("grant", "Canada pledged $300 million in humanitarian aid to Sudan."),
    ("grant", "The Delacroix Foundation committed $50 million in grants to rural schools."),
    ("purchase", "Samhara Airways agreed to buy 60 jets for $9 billion."),
    ("purchase", "The ministry agreed to purchase $15 billion of American natural gas."),
    ("purchase", "Tarland committed to $8 billion in purchases of aircraft."),
    ("purchase", "The island pledged $40 billion of energy purchases."),
    ("purchase", "The state utility committed to a $45 billion investment in U.S. energy products."),
    ("purchase", "The army placed an order worth $2 billion with Halden Works."),
    ("purchase", "The kingdom will take $12 billion worth of soybeans over five years."),
    ("trade_target", "The two countries agreed to raise bilateral trade to $500 billion by 2030."),
    ("trade_target", "Samhara committed to generating $200 billion in an economic exchange between the two states."),
    ("trade_target", "The ministers set a target of $100 billion in two-way trade."),
    ("buyback", "Larkspur's board pledged a $4 billion share buyback."),
    ("buyback", "The insurer will spend $2 billion to buy back shares."),
    ("public_money", "The state pledged $400 million in tax incentives for the plant."),
    ("public_money", "Hungary promised 200 million euros of state aid to the battery maker."),
    ("mixed", "Astrelle announced a $20 billion investment in manufacturing and research and development."),
    ("mixed", "The fund pledged 30 billion dollars in loans and grants."),
    (None, "Mizuhara Group pledged $12 billion to the United States over four years."),
    (None, "Farrow & Pike promised $3 billion for its American business."),
)


def _kind(sentence: str) -> str | None:
    stage = Stage(sentence)
    at = next(i for i, piece in enumerate(stage.passage.pieces) if isinstance(piece.mention, MoneyMention))
    found = money_kind(stage.passage, money_role(stage.passage, at))
    return found.value if found is not None else None


@pytest.mark.parametrize(("kind", "sentence"), TOLD, ids=lambda value: str(value)[:48])
def test_the_words_beside_a_sum_tell_its_kind(kind: str | None, sentence: str) -> None:
    assert _kind(sentence) == kind


def test_the_words_that_tell_it_are_its_evidence() -> None:
    stage = Stage("The Treasury pledged a $5 billion loan guarantee to the builder of the reactor.")
    found = money_kind(stage.passage, money_role(stage.passage, stage.piece("$5 billion")))
    assert found is not None
    assert [stage.story.text[start:end] for start, end in found.at] == ["loan guarantee"]


def test_a_second_sum_speaks_for_itself() -> None:
    stage = Stage("Norland will build a $3 billion mill and lend $1 billion to growers.")
    kinds = [
        money_kind(stage.passage, money_role(stage.passage, stage.piece(words)))
        for words in ("$3 billion", "$1 billion")
    ]
    assert [kind.value for kind in kinds if kind is not None] == ["capex", "loan"]
