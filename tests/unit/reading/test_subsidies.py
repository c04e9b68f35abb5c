from makegood.reading.subsidies import find_subsidies
from tests.staging import Stage


def _told(text: str) -> list[tuple[object, ...]]:
    stage = Stage(text)
    return [
        (
            t.imposer.value if t.imposer else None,
            t.target.value if t.target else None,
            t.amount.value.low if t.amount else None,
        )
        for t in find_subsidies(stage.story, stage.cast)
    ]


def test_tax_breaks_by_a_state_for_the_firm_spoken_of() -> None:
    text = "Norvane Motors Inc. chose Ohio. The state promised $40 million in tax breaks."
    assert _told(text) == [("Ohio", ("Norvane Motors Inc",), 40_000_000)]


def test_each_of_two_givers() -> None:
    text = "Norvane Motors Inc. will expand. Ottawa and Ontario each promised $2 billion in incentives."
    assert [(giver, amount) for giver, _, amount in _told(text)] == [
        ("Canada", 2_000_000_000),
        ("Ontario", 2_000_000_000),
    ]


def test_shares_of_a_subsidy() -> None:
    text = "Germany may give state aid of €60 million in all. Norvane Motors Inc. gets €45 million of it."
    assert ("Germany", ("Norvane Motors Inc",), 45_000_000) in _told(text)


def test_a_loan_abroad_a_programme_and_a_rebate_are_none() -> None:
    assert not _told("The Norwegian government approved a $200 million loan to Kenya Power Ltd. in Kenya.")
    assert not _told("Ohio gives $30 million in grants to schools and small businesses, Norvane Motors Inc. said.")
    assert not _told("Norvane Motors Inc. said that buyers get a $7,500 tax credit from the United States.")
