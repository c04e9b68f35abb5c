"""Publication dates in the forms that carriers give."""

from datetime import UTC, date, datetime

import pytest

from makegood.sources.dates import date_within, partial_date


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-03-12", "2025-03-12"),
        ("2025-03-12T17:07:02-04:00", "2025-03-12"),
        ("2025-03", "2025-03"),
        ("2025", "2025"),
        (2025, "2025"),
        (date(2025, 3, 12), "2025-03-12"),
        (datetime(2025, 3, 12, 23, 30, tzinfo=UTC), "2025-03-12"),
        ("March 12, 2025", "2025-03-12"),
        ("12 Mar. 2025", "2025-03-12"),
        ("3rd Sept 2025", "2025-09-03"),
        ("December 2024", "2024-12"),
        ("Wed, 12 Mar 2025 17:07:02 GMT", "2025-03-12"),
        ("12/03/2025", None),
        ("February 30, 2025", None),
        ("2025-13-01", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (True, None),
        ({"a": 1}, None),
    ],
)
def test_a_date_keeps_its_precision_and_an_unclear_one_is_none(value: object, expected: str | None) -> None:
    found = partial_date(value, "metadata")
    assert (found.date if found else None) == expected


def test_the_precision_is_named() -> None:
    shown = [found.precision for text in ("2025", "2025-03", "2025-03-12") if (found := partial_date(text, "stated"))]
    assert shown == ["year", "month", "day"]


def test_the_text_beside_a_date_is_given_back() -> None:
    found = date_within("Posted on March 12, 2025 at noon", "stated")
    assert found is not None
    assert (found[0].date, found[1]) == ("2025-03-12", "Posted on  at noon")
