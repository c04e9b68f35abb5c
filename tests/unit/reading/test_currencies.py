import pytest

from makegood.reading.currencies import before, behind


@pytest.mark.parametrize(
    ("written", "code"),
    [("$", "dollar"), ("US$ ", "USD"), ("$US", "USD"), ("C$", "CAD"), ("€", "EUR"), ("Rs. ", "rupee"),
     ("INR ", "INR"), ("DKr", "DKK"), ("kr ", "crown"),
     ("MAUD ", "AUD"), ("Hong Kong dollars ", "HKD")],
)  # fmt: skip
def test_the_currency_before_a_figure(written: str, code: str) -> None:
    text = f"for {written}5"
    found = before(text, len(text) - 1)
    assert found is not None
    assert (found.start, found.code) == (4, code)


def test_letters_of_a_dollar_that_we_do_not_know_leave_it_open() -> None:
    found = before("for X$5", 6)
    assert found is not None
    assert found.code is None


@pytest.mark.parametrize("written", ["", "no ", "ALL ", "a # ", "won "])
def test_no_currency_before_a_figure(written: str) -> None:
    text = f"for {written}5"
    assert before(text, len(text) - 1) is None


@pytest.mark.parametrize(
    ("written", "code"),
    [("€", "EUR"), (" euros", "EUR"), ("-dollar", "dollar"), (" U.S. dollars", "USD"), (" USD", "USD"), ("US$", "USD"),
     (" Polish zlotys", "PLN"),
     (" kr", "crown"), (" cents", "dollar"), (" MEUR", "EUR")],
)  # fmt: skip
def test_the_currency_behind_a_figure(written: str, code: str) -> None:
    found = behind(f"5{written} in all", 1)
    assert found is not None
    assert (found.end, found.code) == (1 + len(written), code)


@pytest.mark.parametrize("written", [" people", " $5", " USD50", " Use", ""])
def test_no_currency_behind_a_figure(written: str) -> None:
    assert behind(f"5{written}", 1) is None
