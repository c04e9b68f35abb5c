from typing import get_args

from makegood.assessment.stages import LADDER, RUNGS, is_binding
from makegood.model.statement import Stage


def test_every_stage_of_the_model_has_one_rung() -> None:
    assert sorted(RUNGS) == sorted(get_args(Stage))
    assert len(LADDER) == len(RUNGS)


def test_orders_rise_in_the_order_of_the_ladder_and_side_states_have_none() -> None:
    orders = [rung.order for rung in LADDER if rung.order is not None]
    assert orders == list(range(8))
    assert RUNGS["cancelled"].order is None


def test_only_committed_and_later_is_binding() -> None:
    binding = {stage for stage in RUNGS if is_binding(stage)}
    assert binding == {"committed", "allocated", "started", "part_delivered", "delivered"}


def test_a_rung_outside_every_total_says_why() -> None:
    assert all(bool(rung.why_not) == (rung.column is None) for rung in LADDER)
