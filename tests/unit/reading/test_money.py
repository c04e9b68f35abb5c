"""Amounts as texts print them: each line is a text, the quote, low, high, bound, currency and per."""

import pytest

from makegood.reading.money import find_money

B = 1_000_000_000
ONE = [
    ("a $100 billion plan", "$100 billion", 100 * B, 100 * B, "exact", "USD", "total"),
    ("a $100-billion plan", "$100-billion", 100 * B, 100 * B, "exact", "USD", "total"),
    ("US$1.5bn", "US$1.5bn", 1.5 * B, 1.5 * B, "exact", "USD", "total"),
    ("US $ 5 m", "US $ 5 m", 5e6, 5e6, "exact", "USD", "total"),
    ("$US60 million", "$US60 million", 6e7, 6e7, "exact", "USD", "total"),
    ("USD 1,234.56", "USD 1,234.56", 1234.56, 1234.56, "exact", "USD", "total"),
    ("$ 12.8  billion", "$ 12.8  billion", 12.8 * B, 12.8 * B, "exact", "USD", "total"),
    ("$ 2.7 mln", "$ 2.7 mln", 2.7e6, 2.7e6, "exact", "USD", "total"),
    ("€838 M", "€838 M", 838e6, 838e6, "exact", "EUR", "total"),
    ("20€", "20€", 20, 20, "exact", "EUR", "total"),
    ("€1.500", "€1.500", 1500, 1500, "exact", "EUR", "total"),
    ("1.500,00 euros", "1.500,00 euros", 1500, 1500, "exact", "EUR", "total"),
    ("5 trillion yen", "5 trillion yen", 5000 * B, 5000 * B, "exact", "JPY", "total"),
    ("₹500 cr", "₹500 cr", 5 * B, 5 * B, "exact", "INR", "total"),
    ("Rs. 2 lakh crore", "Rs. 2 lakh crore", 2000 * B, 2000 * B, "exact", "INR", "total"),
    ("₩10 trillion", "₩10 trillion", 10_000 * B, 10_000 * B, "exact", "KRW", "total"),
    ("10 trillion won", "10 trillion won", 10_000 * B, 10_000 * B, "exact", "KRW", "total"),
    ("RMB 3bn", "RMB 3bn", 3 * B, 3 * B, "exact", "CNY", "total"),
    ("100 billion yuan", "100 billion yuan", 100 * B, 100 * B, "exact", "CNY", "total"),
    ("C$7 billion", "C$7 billion", 7 * B, 7 * B, "exact", "CAD", "total"),
    ("A$13 billion", "A$13 billion", 13 * B, 13 * B, "exact", "AUD", "total"),
    ("HK$10bn", "HK$10bn", 10 * B, 10 * B, "exact", "HKD", "total"),
    ("NT$100 billion", "NT$100 billion", 100 * B, 100 * B, "exact", "TWD", "total"),
    ("R$3 billion", "R$3 billion", 3 * B, 3 * B, "exact", "BRL", "total"),
    ("R1.2 billion", "R1.2 billion", 1.2 * B, 1.2 * B, "exact", "ZAR", "total"),
    ("R500m", "R500m", 5e8, 5e8, "exact", "ZAR", "total"),
    ("DKr28.4bn", "DKr28.4bn", 28.4 * B, 28.4 * B, "exact", "DKK", "total"),
    ("DKK5.5 B", "DKK5.5 B", 5.5 * B, 5.5 * B, "exact", "DKK", "total"),
    ("CHF 3bn", "CHF 3bn", 3 * B, 3 * B, "exact", "CHF", "total"),
    ("30 MUSD", "30 MUSD", 3e7, 3e7, "exact", "USD", "total"),
    ("75 USD million", "75 USD million", 75e6, 75e6, "exact", "USD", "total"),
    ("6 million Malaysian ringgits", "6 million Malaysian ringgits", 6e6, 6e6, "exact", "MYR", "total"),
    ("five million dollars", "five million dollars", 5e6, 5e6, "exact", "USD", "total"),
    ("a billion dollars", "a billion dollars", B, B, "exact", "USD", "total"),
    ("$5 million CAD", "$5 million CAD", 5e6, 5e6, "exact", "CAD", "total"),
    ("50 cents", "50 cents", 0.5, 0.5, "exact", "USD", "total"),
    ("20 dollars 43 cents", "20 dollars 43 cents", 20.43, 20.43, "exact", "USD", "total"),
    ("at least $5bn", "at least $5bn", 5 * B, None, "at_least", "USD", "total"),
    ("$5 billion or more", "$5 billion or more", 5 * B, None, "at_least", "USD", "total"),
    ("$500 million-plus", "$500 million-plus", 5e8, None, "at_least", "USD", "total"),
    ("$5bn+ in all", "$5bn+", 5 * B, None, "at_least", "USD", "total"),
    ("well over $5bn", "well over $5bn", 5 * B, None, "more_than", "USD", "total"),
    ("in excess of another $5bn", "in excess of another $5bn", 5 * B, None, "more_than", "USD", "total"),
    ("as much as a further £2bn", "as much as a further £2bn", None, 2 * B, "up_to", "GBP", "total"),
    ('"up to" $5bn', 'up to" $5bn', None, 5 * B, "up_to", "USD", "total"),
    ("less than €1m", "less than €1m", None, 1e6, "less_than", "EUR", "total"),
    ("nearly $4bn", "nearly $4bn", 4 * B, 4 * B, "about", "USD", "total"),
    ("some $4bn", "some $4bn", 4 * B, 4 * B, "about", "USD", "total"),
    ("an estimated $4bn", "an estimated $4bn", 4 * B, 4 * B, "about", "USD", "total"),
    ("another $4 billion", "$4 billion", 4 * B, 4 * B, "exact", "USD", "total"),
    ("$5–7bn", "$5–7bn", 5 * B, 7 * B, "between", "USD", "total"),
    ("$5 billion to $7 billion", "$5 billion to $7 billion", 5 * B, 7 * B, "between", "USD", "total"),
    ("$500 million-$1 billion", "$500 million-$1 billion", 5e8, B, "between", "USD", "total"),
    ("from $10bn to $12bn", "from $10bn to $12bn", 10 * B, 12 * B, "between", "USD", "total"),
    ("10-20 dollars", "10-20 dollars", 10, 20, "between", "USD", "total"),
    ("$19.99 a month", "$19.99 a month", 19.99, 19.99, "exact", "USD", "month"),
    ("$20 an hour", "$20 an hour", 20, 20, "exact", "USD", "hour"),
    ("$5bn in annual sales", "$5bn", 5 * B, 5 * B, "exact", "USD", "year"),
    ("$70-a-share", "$70-a-share", 70, 70, "exact", "USD", "unit"),
    ("$17 billion a year earlier", "$17 billion", 17 * B, 17 * B, "exact", "USD", "total"),
]


@pytest.mark.parametrize(("text", "quote", "low", "high", "bound", "currency", "per"), ONE)
def test_reads_one_amount(
    text: str, quote: str, low: float | None, high: float | None, bound: str, currency: str, per: str
) -> None:
    (found,) = find_money(f"They spoke of {text}")
    ends = [None if end is None else float(end) for end in (found.low, found.high)]
    assert f"They spoke of {text}"[found.start : found.end] == quote
    assert (*ends, found.bound, found.currency, found.per) == (low, high, bound, currency, per)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("raised it from $500 billion to $600 billion", ["$500 billion", "$600 billion"]),
        ("$600 billion, up from $500 billion", ["$600 billion", "$500 billion"]),
        ("$1.2 billion (€1.1 billion)", ["$1.2 billion", "€1.1 billion"]),
        ("$5 million and $7 million", ["$5 million", "$7 million"]),
        ("gave $100 to 20 people", ["$100"]),
        ("$155 million over three plants", ["$155 million"]),
        ("$10 million to 500 companies", ["$10 million"]),
        ("in 2024 USD 5 million", ["USD 5 million"]),
        ("rmb 10 usd 20", ["rmb 10", "usd 20"]),
        ("$5bn + $3bn", ["$5bn", "$3bn"]),
        ("Hold $4.25 and 32 of them", ["$4.25"]),
    ],
)
def test_what_is_two_amounts_and_what_is_only_one(text: str, quotes: list[str]) -> None:
    assert [text[m.start : m.end] for m in find_money(text)] == quotes


@pytest.mark.parametrize(
    "text",
    [
        "billions of dollars",
        "a multi-billion-dollar plan",
        "Gate R2 and R2",
        "$MSFT rose",
        "a wall 5 m tall",
        "All 70 of us",
        "ALL 5 answers",
        "he won 5 and 10 won him",
        "2,000 pounds of steel",
        "a dollar bill",
        "€uro",
        "hundreds of dollars",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    assert find_money(text) == []


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("a dispute over $5bn", "exact"),
        ("over the $5bn plan", "exact"),
        ("they talked about $5bn", "exact"),
        ("more than the $5bn it had", "exact"),
        ("some of the $5bn", "exact"),
        ("over $5bn", "more_than"),
    ],
)
def test_a_preposition_is_no_bound(text: str, bound: str) -> None:
    assert [m.bound for m in find_money(text)] == [bound]


def test_the_core_is_where_the_figure_starts() -> None:
    (found,) = find_money("up to $1.5bn")
    assert (found.start, found.core) == (0, 6)


def test_the_yen_sign_is_the_yuan_where_the_text_names_it() -> None:
    assert [m.currency for m in find_money("¥5 billion, or 5 billion yuan")] == ["CNY", "CNY"]
    assert [m.currency for m in find_money("¥5 billion")] == ["JPY"]
