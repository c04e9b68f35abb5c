"""Mentions: spans are exact, nothing raises, and money written in many styles reads back."""

from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from makegood.model.mention import MoneyMention
from makegood.reading.mentions import find_mentions, mention_json
from makegood.reading.money import find_money

FEW = settings(max_examples=150, deadline=None)
PIECES = st.sampled_from([
    *["$", "€", "¥", "Rs ", "USD", "5", "1,000", "12", "2030", "½", "١", " ", "-", "–", ".", ",", "%", "+", "\n"],
    *["to ", "and ", "between ", "from ", "up to ", "over ", "by ", "the next ", "last ", "plus", "point ", "half a "],
    *["million ", "billion", "bn", "m", "k", "lakh crore", "cents", "percent", "jobs", "years", "year", "a year"],
    *["May ", "\u00a0", "Tuesday", "Q3 ", "FY", "İ", "ſ", "\ud800", "x"],
])  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join))
PUBLISHED = st.one_of(
    st.none(), st.sampled_from(["2024-12-18", "2024-02-29", "2024-12", "2024", "", "soon", "2024-13-40"])
)

SIGNS = {
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "C$": "CAD",
    "USD ": "USD",
    "EUR": "EUR",
    "Rs ": "INR",
}
NAMES = {
    " dollars": "USD",
    " euros": "EUR",
    " yen": "JPY",
    " pounds sterling": "GBP",
    " USD": "USD",
    " Swiss francs": "CHF",
}
SCALES = {
    "": 1,
    " million": 10**6,
    " thousand": 10**3,
    "m": 10**6,
    "bn": 10**9,
    " billion": 10**9,
    "-billion": 10**9,
    " crore": 10**7,
}
BOUNDS = {
    "": "exact",
    "up to ": "up_to",
    "at least ": "at_least",
    "more than ": "more_than",
    "nearly ": "about",
    "about ": "about",
}


@FEW
@given(TEXTS, PUBLISHED)
@example("5 \ud800 million $", None)
@example("$5" * 50, "2024-12-18")
def test_any_text_is_read_and_every_span_is_exact(text: str, published: str | None) -> None:
    last: dict[type, int] = {}
    for mention in find_mentions(text, published):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention_json(mention, text)["quote"] == text[mention.start : mention.end]
        assert mention.start >= last.get(type(mention), 0)
        last[type(mention)] = mention.end


@FEW
@given(TEXTS)
def test_the_ends_of_an_amount_fit_its_bound(text: str) -> None:
    for mention in find_money(text):
        low, high = mention.low, mention.high
        assert low is not None or high is not None
        assert low is None or high is None or low <= high
        assert (low is None) == (mention.bound in ("up_to", "less_than"))
        assert (high is None) == (mention.bound in ("at_least", "more_than"))
        assert mention.start <= mention.core < mention.end


@st.composite
def amounts(draw: st.DrawFn) -> tuple[str, Decimal, str, str]:
    """An amount in words, its value, currency and bound."""
    cents = draw(st.integers(101, 999_999))
    value = Decimal(cents) / 100
    figure = draw(st.sampled_from([f"{value:,.2f}", f"{value:.2f}"]))
    scale = draw(st.sampled_from(sorted(SCALES)))
    bound = draw(st.sampled_from(sorted(BOUNDS)))
    if draw(st.booleans()):
        sign = draw(st.sampled_from(sorted(SIGNS)))
        return f"{bound}{sign}{figure}{scale}", value * SCALES[scale], SIGNS[sign], BOUNDS[bound]
    name = draw(st.sampled_from(sorted(NAMES)))
    return f"{bound}{figure}{scale}{name}", value * SCALES[scale], NAMES[name], BOUNDS[bound]


@FEW
@given(amounts(), st.sampled_from(["They will spend {}.", "{}", "({})", "It costs {}, he said", "spent\n{} on it"]))
def test_money_reads_back(amount: tuple[str, Decimal, str, str], frame: str) -> None:
    written, value, currency, bound = amount
    text = frame.format(written)
    (mention,) = find_money(text)
    assert isinstance(mention, MoneyMention)
    assert text[mention.start : mention.end] == written
    assert {mention.low, mention.high} - {None} == {value}
    assert (mention.currency, mention.bound) == (currency, bound)


@FEW
@given(
    st.integers(1, 500),
    st.integers(1, 400),
    st.sampled_from(["-", "–", " to ", " and "]),
    st.sampled_from(["bn", " million"]),
)
def test_a_range_reads_back(low: int, more: int, joint: str, scale: str) -> None:
    written = f"${low}{joint}${low + more}{scale}"
    text = f"They will spend {'between ' if 'and' in joint else ''}{written}."
    (mention,) = find_money(text)
    factor = SCALES[scale]
    assert (mention.low, mention.high, mention.bound) == (low * factor, (low + more) * factor, "between")


@FEW
@given(
    st.sampled_from(
        [
            "1,111",
            "$1 ",
            "5 new ",
            "2025-",
            "one hundred and ",
            "up to $5 ",
            "half a ",
            "by the end of ",
            "5\n",
            "1/1/",
            "May 5 ",
        ]
    )
)
def test_a_long_run_of_anything_is_read(piece: str) -> None:
    text = piece * 400
    assert all(text[m.start : m.end] for m in find_mentions(text, "2024-12-18"))
