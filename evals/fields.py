"""The fields of a matched pair: which the label asks for, and whether the statement has them right.

One table a kind: field → (whether the label asks, whether the statement is right). A field that the label leaves
open is not judged; one that the statement leaves open is wrong (but no bound is judged where it tells no amount).
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from evals.closeness import any_near, named, near, shares_word
from evals.labels import Label, MeasureLabel, PledgeLabel, ProgressLabel
from evals.names import any_name
from makegood.model.statement import MeasureStatement, PledgeStatement, ProgressStatement, Stage, Statement

STATUSES: dict[Stage, tuple[str, ...]] = {
    "floated": ("rumoured", "considered"),
    "pledged": ("announced", "committed"),
    "agreed": ("committed", "announced"),
    "committed": ("committed", "announced", "under_way"),
    "allocated": ("committed", "under_way", "announced"),
    "started": ("under_way",),
    "part_delivered": ("under_way", "delivered"),
    "delivered": ("delivered",),
    "delayed": ("delayed",),
    "stalled": ("delayed",),
    "reduced": ("scaled_back",),
    "suspended": ("delayed", "cancelled"),
    "cancelled": ("cancelled",),
    "denied": ("cancelled",),
    "superseded": ("scaled_back", "cancelled"),
    "unclear": (),
}
"""Stage (R2) → the labels' coarser statuses that it may stand for, the nearest first."""

_WIDER_BOUND = {"more_than": "at_least", "between": "about"}
_HORIZON_TOLERANCE = 0.02


def fields(label: Label, statement: Statement) -> dict[str, bool]:
    """Field → right or wrong, of those that the label asks for."""
    judged = {name: check.right(label, statement) for name, check in CHECKS[label.kind].items() if check.asked(label)}
    return {name: right for name, right in judged.items() if right is not None}


class Check(NamedTuple):
    """Whether a label asks for a field, and whether a statement has it right (None: it cannot be judged)."""

    asked: Callable[[Any], bool]
    right: Callable[[Any, Any], bool | None]


_Labelled = PledgeLabel | ProgressLabel | MeasureLabel
_Told = PledgeStatement | ProgressStatement | MeasureStatement


def _bound(label: _Labelled, said: _Told) -> bool | None:
    if said.amount is None:
        return None
    wanted = {_WIDER_BOUND.get(qualifier, qualifier) for qualifier in label.qualifier}
    return _WIDER_BOUND.get(said.amount.bound, said.amount.bound) in wanted


_PROMISOR = Check(lambda g: bool(g.promisor), lambda g, s: named(g.promisor, s.promisor))
_MONEY = {
    "amount": Check(lambda g: bool(g.amounts), lambda g, s: any_near(g.amounts, s.amount)),
    "currency": Check(
        lambda g: bool(g.amounts and g.currency), lambda g, s: s.amount is not None and s.amount.currency in g.currency
    ),
    "bound": Check(lambda g: bool(g.amounts and g.qualifier), _bound),
}
_JOBS = Check(lambda g: bool(g.jobs), lambda g, s: any_near(g.jobs, s.jobs))
_CONDITION = Check(lambda g: bool(g.condition), lambda _, s: bool(s.condition))

_PLEDGE = {
    "promisor": _PROMISOR,
    **_MONEY,
    "jobs": _JOBS,
    "recipient": Check(
        lambda g: bool(g.recipient_country),
        lambda g, s: s.recipient is not None and bool(set(g.recipient_country) & set(s.recipient.countries)),
    ),
    "place": Check(
        lambda g: bool(g.recipient_place),
        lambda g, s: s.recipient is not None and shares_word(g.recipient_place, s.recipient.place),
    ),
    "horizon": Check(
        lambda g: bool(g.horizon_years),
        lambda g, s: s.horizon is not None and near(g.horizon_years, s.horizon.years, _HORIZON_TOLERANCE),
    ),
    "deadline": Check(
        lambda g: bool(g.deadline),
        lambda g, s: s.horizon is not None and (s.horizon.end or "")[:4] == g.deadline[:4],
    ),
    "stage": Check(lambda g: bool(g.status), lambda g, s: bool(set(g.status) & set(STATUSES[s.stage]))),
    "condition": _CONDITION,
    "purpose": Check(lambda g: bool(g.purpose), lambda g, s: shares_word([g.purpose], s.purpose, small=False)),
}
_PROGRESS = {
    "promisor": _PROMISOR,
    "what": Check(lambda _: True, lambda g, s: s.what in g.what),
    **_MONEY,
    "jobs": _JOBS,
}
_MEETING = {
    "participants": Check(
        lambda _: True,
        lambda g, s: all(any_name([wanted], [p.name for p in s.participants]) for wanted in g.participants),
    ),
    "outcome": Check(lambda _: True, lambda g, s: s.outcome in g.outcome),
    "place": Check(lambda g: bool(g.place), lambda g, s: shares_word([g.place], s.place)),
}
_MEASURE = {
    "imposer": Check(lambda g: bool(g.imposer), lambda g, s: named(g.imposer, s.imposer)),
    "target": Check(lambda g: bool(g.target), lambda g, s: named(g.target, *s.target)),
    "rate": Check(lambda g: bool(g.rate_percent), lambda g, s: any_near(g.rate_percent, s.rate)),
    "status": Check(lambda g: bool(g.status), lambda g, s: s.status in g.status),
    "condition": _CONDITION,
    **_MONEY,
}
CHECKS: dict[str, dict[str, Check]] = {
    "pledge": _PLEDGE,
    "progress": _PROGRESS,
    "meeting": _MEETING,
    "measure": _MEASURE,
}
"""Kind → its fields, in the order in which they are printed."""
