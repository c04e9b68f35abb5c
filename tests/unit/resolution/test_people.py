"""Persons' names."""

import pytest

from makegood.resolution.people import person_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("President Ada J. Lund", "ada lund"), ("Prime Minister Rex Hale", "rex hale"), ("A.J. Lund", "aj lund"),
        ("Rex Hale Jr.", "rex hale"), ("Sheikh Omar bin Said", "omar bin said"), ("Lund", "lund"), ("King", "king"),
    ],
)  # fmt: skip
def test_titles_initials_and_endings_are_dropped(name: str, key: str) -> None:
    assert person_key(name) == key
