"""Governments by the ways a text names them."""

import pytest

from makegood.model.actor import ActorKind
from makegood.resolution.governments import government


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("Tokyo", "government", "JP"), ("Tokyo", None, "JP"), ("the Japanese government", None, "JP"),
        ("Japan", None, "JP"), ("Japan's government", "government", "JP"),
        ("Government of the United Arab Emirates", None, "AE"), ("UAE", None, "AE"),
        ("Trump administration", None, "US"), ("Washington", "government", "US"), ("the White House", None, "US"),
        ("U.S. government", None, "US"), ("Brussels", None, "EU"), ("European Union", "organization", "EU"),
        ("State of Texas", "government", "US/texas"), ("Texas", "government", "US/texas"), ("Texas", None, None),
        ("Jordan", "person", None), ("Japan", "company", None), ("Osaka", None, None), ("Acme", "government", None),
        ("Government of Acme", None, None), ("Brasilia Motors", None, None),
    ],
)  # fmt: skip
def test_a_government_is_told_by_its_country(name: str, kind: ActorKind | None, key: str | None) -> None:
    found = government(name, kind)
    assert (found[0] if found else None) == key


def test_it_has_the_usual_name_of_the_country() -> None:
    assert government("Seoul", "government") == ("KR", "South Korea")
    assert government("Commonwealth of Virginia", None) == ("US/virginia", "Virginia")
