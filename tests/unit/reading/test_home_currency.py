import pytest

from makegood.reading.home_currency import Homes
from makegood.reading.money import find_money


@pytest.mark.parametrize(
    ("text", "unit", "code"),
    [
        ("The mill in Ontario gets help from Ottawa.", "dollar", "CAD"),
        ("The mill in Ontario gets help from Washington.", "dollar", "USD"),
        ("The mill gets help.", "dollar", "USD"),
        ("Ontario and Ottawa pay C$5bn, that is $3.6bn.", "dollar", "USD"),
        ("A factory in Mexico", "peso", "MXN"),
        ("A factory in Manila", "peso", "PHP"),
        ("A factory", "peso", None),
        ("Stockholm will pay", "crown", "SEK"),
        ("Stockholm and Oslo will pay", "crown", None),
        ("Lahore will pay", "rupee", "PKR"),
        ("Nobody will pay", "rupee", "INR"),
        ("anything", "EUR", "EUR"),
        ("anything", "", None),
    ],
)
def test_a_shared_word_is_settled_by_the_places_named(text: str, unit: str, code: str | None) -> None:
    assert Homes(text).code(unit) == code


def test_an_amount_takes_the_currency_of_the_texts_home() -> None:
    text = "The Swedish mill will cost 8 billion kronor, or 8bn kr."
    assert [m.currency for m in find_money(text)] == ["SEK", "SEK"]
