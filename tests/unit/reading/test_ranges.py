from decimal import Decimal

from makegood.reading.ranges import Measure, joined


def measure(text: str, quote: str, value: int, *, marked: bool = True, scale: int = 1) -> Measure:
    start = text.index(quote)
    return Measure(start, start + len(quote), Decimal(value), Decimal(scale), marked, unit="x", core=start)


def test_the_first_takes_the_magnitude_of_the_second() -> None:
    text = "between 10 and 12 billion"
    both = joined(text, measure(text, "10", 10), measure(text, "12 billion", 12 * 10**9, scale=10**9))
    assert both is not None
    assert (both.start, both.core, both.low, both.value) == (0, 8, 10 * 10**9, 12 * 10**9)


def test_a_range_goes_up() -> None:
    text = "12 to 10"
    assert joined(text, measure(text, "12", 12), measure(text, "10", 10)) is None


def test_a_change_is_no_range_but_what_it_leads_to_may_be_one() -> None:
    text = "raised it from 10 to 12"
    assert joined(text, measure(text, "10", 10), measure(text, "12", 12)) is None
    text = "raised it to 10 to 12"
    assert joined(text, measure(text, "10", 10), measure(text, "12", 12)) is not None


def test_two_figures_of_which_none_has_a_unit_are_none() -> None:
    text = "10 to 12"
    assert joined(text, measure(text, "10", 10, marked=False), measure(text, "12", 12, marked=False)) is None
