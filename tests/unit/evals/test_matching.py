"""Which statement answers which label."""

from typing import Any

import pytest

from evals.matching import likeness, match
from tests.unit.evals.said import label, said

BILLION = 1_000_000_000


@pytest.mark.parametrize(
    ("wanted", "read", "close"),
    [
        ({"amount": 5, "currency": "USD"}, {"amount": 5}, True),
        ({"amount": 500}, {"amount": 504}, True),
        ({"amount": 500}, {"amount": 510}, False),
        ({"amount_low": 5, "amount_high": 8}, {"amount": 8}, True),
        ({"amount": 5}, {}, False),
        ({"amount": 5, "jobs": 90}, {"jobs": 90}, True),
        ({}, {}, True),
        ({}, {"amount": 5}, True),
        ({}, {"promisor": "Bex Foods"}, False),
        ({"amount": 5}, {"promisor": "Bex Foods", "amount": 5}, False),
        ({"amount": 5}, {"promisor": "Bex Foods", "amount": 5, "announced_by": "Arlo Steel"}, True),
        ({"amount": 5}, {"promisor": "Bex Foods", "counterparty": "Arlo Steel"}, False),
        ({"promisor": "Bex", "promisor_alt": ["Arlo"]}, {}, True),
    ],
)
def test_pledges(wanted: dict[str, Any], read: dict[str, Any], close: bool) -> None:
    assert (likeness(label("pledge", **wanted), said("pledge", **read)) > 0) is close


@pytest.mark.parametrize(
    ("wanted", "read", "close"),
    [
        ({}, {}, True),
        ({"what": "cancel"}, {"what": "delay"}, True),
        ({"what": "opened"}, {"what": "groundbreaking"}, True),
        ({"what": "opened"}, {"what": "delay"}, False),
        ({}, {"promisor": "Bex Foods"}, False),
        ({"amount": 5}, {"amount": 8}, False),
        ({"amount": 5}, {}, True),
    ],
)
def test_progress(wanted: dict[str, Any], read: dict[str, Any], close: bool) -> None:
    assert (likeness(label("progress", **wanted), said("progress", **read)) > 0) is close


@pytest.mark.parametrize(
    ("wanted", "read", "close"),
    [
        (["Ruth Abney", "Lyle Teague"], ["Gov. Ruth Abney", "Teague"], True),
        (["Ruth Abney", "Lyle Teague", "Pam Doyle"], ["Abney", "Teague"], True),
        (["Ruth Abney", "Lyle Teague"], ["Abney", "Doyle"], False),
    ],
)
def test_meetings(wanted: list[str], read: list[str], close: bool) -> None:
    assert (likeness(label("meeting", participants=wanted), said("meeting", participants=read)) > 0) is close


@pytest.mark.parametrize(
    ("wanted", "read", "close"),
    [
        ({"target": ["CA"], "rate_percent": 25}, {"target": ("Canada",), "rate": 25}, True),
        ({"target": ["CA"], "rate_percent": 25}, {"target": ("Canada",), "rate": 10}, False),
        ({"target": ["CA"], "rate_percent": 25}, {"target": ("Canada",)}, True),
        ({"target": ["CA"], "imposer": "US"}, {"target": ("Mexico",), "imposer": "Washington"}, False),
        ({"target": ["CA"], "imposer": "US", "rate_percent": 25}, {"imposer": "United States", "rate": 25}, True),
        ({"target": ["CA"]}, {"target": ("Canada",), "type": "quota"}, False),
    ],
)
def test_measures(wanted: dict[str, Any], read: dict[str, Any], close: bool) -> None:
    assert (likeness(label("measure", **wanted), said("measure", **read)) > 0) is close


def test_kinds_do_not_answer_one_another() -> None:
    assert likeness(label("pledge"), said("progress")) == 0


def test_the_closest_pair_comes_first_and_each_is_used_once() -> None:
    labels = [label("pledge", amount=5 * BILLION), label("pledge", amount=7 * BILLION), label("pledge")]
    statements = [said("pledge"), said("pledge", amount=7 * BILLION), said("pledge", amount=7 * BILLION, jobs=90)]
    assert sorted(match(labels, statements)) == [(1, 1), (2, 0)]


def test_of_equals_the_first_stand_first() -> None:
    labels = [label("pledge", amount=5), label("pledge", amount=5)]
    assert match(labels, [said("pledge", amount=5)]) == [(0, 0)]
