"""The listing of errors."""

import pytest

from evals.errors import Wanted, errors
from evals.sets import Labelled, LabelledSet
from evals.verdicts import judge
from tests.unit.evals.said import DOCUMENT, label, said

LABELS = (
    label("pledge", amount=5, jobs=90, quote="five dollars"),
    label("pledge", amount=9, quote="nine dollars"),
    label("pledge", amount=12, optional=True, quote="twelve dollars"),
)
TEXTS = LabelledSet("pages", (Labelled("7", DOCUMENT.text, LABELS, "mill.example"),))
JUDGED = [judge("7", DOCUMENT, LABELS, [said("pledge", amount=5), said("pledge", amount=77, confidence=0.8)])]


def listed(wanted: Wanted) -> str:
    return "\n".join(errors(TEXTS, JUDGED, wanted))


def test_every_error_is_listed_with_what_was_wanted_and_what_was_read() -> None:
    listing = listed(Wanted("pledge"))
    assert listing.startswith("== pages 7  mill.example\n")
    assert "  WRONG jobs\n    label: promisor Arlo Steel; amounts 5; jobs 90\n      “five dollars”" in listing
    assert "  MISSED\n    label: promisor Arlo Steel; amounts 9\n      “nine dollars”" in listing
    assert "  FALSE\n    read:  certainty asserted; confidence 0.8; promisor Arlo Steel; amount 77 77" in listing
    assert "twelve" not in listing
    assert listing.endswith("\n3 errors")


@pytest.mark.parametrize(
    ("only", "word"), [("missed", "MISSED"), ("false", "FALSE"), ("fields", "WRONG"), ("jobs", "WRONG")]
)
def test_one_sort_alone(only: str, word: str) -> None:
    listing = listed(Wanted("pledge", only=only))
    assert f"  {word}" in listing
    assert listing.endswith("\n1 errors")


@pytest.mark.parametrize(
    "wanted", [Wanted("meeting"), Wanted("pledge", frozenset({"8"})), Wanted("pledge", only="amount")]
)
def test_nothing_to_list(wanted: Wanted) -> None:
    assert listed(wanted) == "0 errors"
