import pytest

from makegood.reading.per import per_after


@pytest.mark.parametrize(
    ("behind", "per", "taken"),
    [
        (" a year", "year", True),
        ("-a-year", "year", True),
        (" per annum", "year", True),
        ("/yr", "year", True),
        (" annually", "year", True),
        (" each year", "year", True),
        (" a month", "month", True),
        (" an hour", "hour", True),
        (" per day", "day", True),
        (" per barrel", "unit", True),
        (" per MW", "unit", True),
        (" apiece", "unit", True),
        (" in annual sales", "year", False),
        (" a year ago", "total", False),
        (" a year earlier", "total", False),
        (" over three years", "total", False),
        ("", "total", False),
    ],
)
def test_what_an_amount_is_counted_by(behind: str, per: str, taken: bool) -> None:
    text = f"$5{behind}"
    assert per_after(text, 0, 2) == (per, len(text) if taken else 2)
