"""The fields of a matched pair: right, wrong, or not asked."""

from typing import Any

import pytest

from evals.fields import STATUSES, fields
from makegood.model.statement import Stage
from tests.unit.evals.said import label, said


@pytest.mark.parametrize(
    ("wanted", "read", "judged"),
    [
        ({"promisor": []}, {}, {}),
        ({}, {}, {"promisor": True}),
        ({"amount": 300, "currency": "EUR"}, {"amount": (300, "EUR")}, {"amount": True, "currency": True}),
        ({"amount": 300, "currency": "EUR"}, {"amount": 300}, {"amount": True, "currency": False}),
        ({"amount": 300, "currency": "EUR"}, {}, {"amount": False, "currency": False}),
        ({"amount": 300, "qualifier": "exact"}, {"amount": 300}, {"bound": True}),
        ({"amount": 300, "qualifier": "exact"}, {}, {"amount": False}),
        ({"amount_high": 300, "qualifier": "up_to"}, {"amount": {"high": 300, "bound": "up_to"}}, {"bound": True}),
        ({"amount_low": 300, "qualifier": "at_least"}, {"amount": {"low": 300, "bound": "more_than"}}, {"bound": True}),
        ({"amount": 300, "qualifier": "exact", "qualifier_alt": ["about"]},
         {"amount": {"low": 300, "high": 300, "bound": "about"}}, {"bound": True}),
        ({"jobs": 90}, {"jobs": {"low": 90, "bound": "at_least"}}, {"jobs": True}),
        ({"jobs": 90}, {"jobs": 900}, {"jobs": False}),
        ({"recipient_country": ["PL", "CZ"]}, {"recipient": {"countries": ("CZ",)}}, {"recipient": True}),
        ({"recipient_country": ["PL"]}, {"recipient": {"place": "Łódź"}}, {"recipient": False}),
        ({"recipient_place": "near Łódź"}, {"recipient": {"place": "Lodz"}}, {"place": False}),
        ({"recipient_place": "De Soto, Kansas"}, {"recipient": {"place": "Kansas"}}, {"place": True}),
        ({"horizon_years": 4}, {"horizon": {"years": 4}}, {"horizon": True}),
        ({"horizon_years": 4}, {"horizon": {"end": "2030"}}, {"horizon": False}),
        ({"deadline": "2030-06"}, {"horizon": {"end": "2030"}}, {"deadline": True}),
        ({"deadline": "2030-06"}, {}, {"deadline": False}),
        ({"status": "delayed"}, {"stage": "suspended"}, {"stage": True}),
        ({"status": "announced"}, {"stage": "floated"}, {"stage": False}),
        ({"condition": "if the grid comes"}, {"condition": "If the link comes"}, {"condition": True}),
        ({"purpose": "a new rolling mill"}, {"purpose": "the mill"}, {"purpose": True}),
        ({"purpose": "a new rolling mill"}, {"purpose": "a new plant"}, {"purpose": False}),
    ],
)  # fmt: skip
def test_of_pledges(wanted: dict[str, Any], read: dict[str, Any], judged: dict[str, bool]) -> None:
    found = fields(label("pledge", **wanted), said("pledge", **read))
    assert {name: found.get(name) for name in judged} == judged
    assert set(found) <= {"promisor", "amount", *judged}


def test_of_progress() -> None:
    wanted = label("progress", what="cancel", what_alt=["delay"], jobs=900)
    assert fields(wanted, said("progress", what="delay")) == {"promisor": True, "what": True, "jobs": False}


def test_of_meetings() -> None:
    wanted = label("meeting", participants=["Ruth Abney", "Lyle Teague", "Pam Doyle"], place="Vigo South High")
    read = said("meeting", participants=["Abney", "Teague"], place="Vigo South", outcome="planned")
    assert fields(wanted, read) == {"participants": False, "outcome": False, "place": True}


def test_of_measures() -> None:
    wanted = label("measure", imposer="US", target=["CA", "MX"], rate_percent=25, condition="unless", amount=5)
    read = said("measure", imposer="United States", target=("Mexico",), status="in_force", rate=25)
    assert fields(wanted, read) == {
        "imposer": True, "target": True, "rate": True, "condition": False, "amount": False,
    } | {"status": False}  # fmt: skip


@pytest.mark.parametrize("stage", STATUSES)
def test_every_stage_has_its_status_but_unclear(stage: Stage) -> None:
    assert bool(STATUSES[stage]) is (stage != "unclear")
