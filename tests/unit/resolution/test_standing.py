"""The stage of a pledge over time."""

import pytest

from makegood.model.statement import PledgeStatement, Stage
from makegood.resolution.gists import gist_of
from makegood.resolution.standing import standing
from makegood.resolution.told import of_kind, told_by
from makegood.resolution.values import Values
from tests.saying import pledge


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        ([("2024-01-01", "pledged"), ("2024-01-05", "committed")], "pledged"),
        ([("2024-01-01", "pledged"), ("2024-06-05", "committed")], "committed"),
        ([("2024-01-01", "started"), ("2024-06-05", "pledged")], "started"),
        ([("2024-01-01", "started"), ("2024-06-05", "cancelled")], "cancelled"),
        ([("2024-01-01", "delayed"), ("2024-06-05", "pledged")], "delayed"),
        ([("2024-01-01", "delayed"), ("2024-06-05", "started")], "started"),
        ([("2024-01-01", "pledged"), (None, "committed")], "committed"),
        ([(None, "committed"), (None, "floated")], "floated"),
    ],
)
def test_the_stage_rises_with_time_and_is_the_least_binding_of_its_time(
    told: list[tuple[str | None, Stage]], stage: Stage
) -> None:
    said = [
        pledge(f"Telling {number}.", when, promisor="Nordhavn", stage=one) for number, (when, one) in enumerate(told)
    ]
    told = of_kind([told_by(*one) for one in said], PledgeStatement)
    ordered = sorted((gist_of(one, Values()) for one in told), key=lambda one: one.order)
    assert standing(ordered)[0] == stage
