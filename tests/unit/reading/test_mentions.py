from decimal import Decimal

import pytest

from makegood.model.mention import Mention
from makegood.reading.mentions import find_mentions, mention_json


def told(text: str, published: str | None = None) -> list[dict[str, object]]:
    return [mention_json(mention, text) for mention in find_mentions(text, published)]


def money(low: int | None, high: int | None, bound: str, currency: str, per: str = "total") -> dict[str, object]:
    return {"type": "money", "low": low, "high": high, "bound": bound, "currency": currency, "per": per}


@pytest.mark.parametrize(
    ("text", "quote", "fields"),
    [
        ("a $100 billion investment over the next four years", "$100 billion", money(10**11, 10**11, "exact", "USD")),
        ("¥5 trillion", "¥5 trillion", money(5 * 10**12, 5 * 10**12, "exact", "JPY")),
        ("up to $1.5bn", "up to $1.5bn", money(None, 1_500_000_000, "up_to", "USD")),
        ("between $10 and $12 billion", "between $10 and $12 billion", money(10**10, 12 * 10**9, "between", "USD")),
        ("half a trillion dollars", "half a trillion dollars", money(5 * 10**11, 5 * 10**11, "exact", "USD")),
        ("USD100B", "USD100B", money(10**11, 10**11, "exact", "USD")),
        ("25 percent", "25 percent", {"type": "percent", "low": 25, "high": 25, "bound": "exact", "points": False}),
        (
            "100,000 U.S. jobs",
            "100,000 U.S. jobs",
            {"type": "count", "low": 10**5, "high": 10**5, "bound": "exact", "of": "jobs"},
        ),
        ("Rs 2 lakh crore", "Rs 2 lakh crore", money(2 * 10**12, 2 * 10**12, "exact", "INR")),
        ("€300m-a-year", "€300m-a-year", money(3 * 10**8, 3 * 10**8, "exact", "EUR", "year")),
    ],
)
def test_the_headline_phrases_are_right_in_every_field(text: str, quote: str, fields: dict[str, object]) -> None:
    first = told(text)[0]
    start = text.index(quote)
    assert first == {"start": start, "end": start + len(quote), "quote": quote} | fields


def test_the_first_phrase_has_its_length_of_time_too() -> None:
    (_, years) = told("a $100 billion investment over the next four years")
    assert years == {"type": "duration", "start": 40, "end": 50, "quote": "four years", "years": 4, "timex": "P4Y"}


def test_all_kinds_stand_in_order() -> None:
    text = "On Tuesday Northmill said it would spend $2bn and hire 300 people by 2030, 20% of it in 2026-2028."
    found = told(text, "2024-12-18")
    assert [m["type"] for m in found] == ["date", "money", "count", "date", "percent", "period"]
    assert found[0]["date"] == "2024-12-17"
    assert found[3] == {
        "type": "date", "start": 66, "end": 73, "quote": "by 2030", "date": "2030", "precision": "year",
        "basis": "stated", "timex": "2030", "by": True,
    }  # fmt: skip
    assert (found[5]["from"], found[5]["to"]) == ("2026", "2028")


def test_a_mention_without_a_public_form_is_refused() -> None:
    with pytest.raises(TypeError, match="no public form for Mention"):
        mention_json(Mention(0, 1), "x")


def test_whole_values_are_integers_and_others_are_not() -> None:
    (price,) = find_mentions("$19.99", None)
    assert mention_json(price, "$19.99")["low"] == 19.99
    assert isinstance(told("$20")[0]["low"], int)
    assert getattr(price, "low", None) == Decimal("19.99")
