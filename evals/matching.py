"""Which statement answers which label: best pairs first, each label and statement once.

A pledge must have the promisor or the amount right, and may contradict no amount; fields are judged among the matched
afterwards (evals/fields.py).
"""

from collections.abc import Callable, Sequence
from typing import Any

from evals.closeness import amount_agrees, any_near, named
from evals.labels import Label, MeasureLabel, MeetingLabel, PledgeLabel, ProgressLabel
from evals.names import any_name
from makegood.model.statement import (
    MeasureStatement,
    MeetingStatement,
    PledgeStatement,
    ProgressStatement,
    Statement,
)

_SETBACKS = frozenset(("cancel", "scale_back", "delay"))


def match(labels: Sequence[Label], statements: Sequence[Statement]) -> list[tuple[int, int]]:
    """Pairs of indices (label, statement), the closest first; of equals those that stand first."""
    close = sorted(
        ((likeness(label, s), -i, -j) for i, label in enumerate(labels) for j, s in enumerate(statements)), reverse=True
    )
    taken_labels: set[int] = set()
    taken: set[int] = set()
    pairs = []
    for score, i, j in close:
        if score > 0 and -i not in taken_labels and -j not in taken:
            taken_labels.add(-i)
            taken.add(-j)
            pairs.append((-i, -j))
    return pairs


def likeness(label: Label, statement: Statement) -> float:
    """How well a statement answers a label; 0 not at all."""
    if label.kind != statement.kind:
        return 0
    return _LIKENESS[label.kind](label, statement)


def _pledge(label: PledgeLabel, said: PledgeStatement) -> float:
    promisor = not label.promisor or named(label.promisor, said.promisor)
    amount = _amount(label, said)
    jobs = any_near(label.jobs, said.jobs)
    by_another = amount == "right" and named(label.promisor, said.announced_by, said.counterparty)
    if amount == "wrong" or not (promisor or by_another):
        return 0
    if amount == "one silent" and not jobs:
        return 0 if label.amounts else 1
    return 2 + 4 * (amount == "right") + 2 * promisor + jobs


def _progress(label: ProgressLabel, said: ProgressStatement) -> float:
    amount = _amount(label, said)
    same = said.what in label.what
    related = same or bool(label.what and label.what[0] in _SETBACKS) == (said.what in _SETBACKS)
    promisor = not label.promisor or named(label.promisor, said.promisor)
    if not promisor or not related or amount == "wrong":
        return 0
    return 1 + 3 * same + 2 * (amount == "right") + any_near(label.jobs, said.jobs)


def _meeting(label: MeetingLabel, said: MeetingStatement) -> float:
    names = [participant.name for participant in said.participants]
    hits = sum(any_name([wanted], names) for wanted in label.participants)
    if hits < min(2, len(label.participants)):
        return 0
    return 1 + hits + (said.outcome in label.outcome)


def _measure(label: MeasureLabel, said: MeasureStatement) -> float:
    rated = bool(label.rate_percent) and said.rate is not None
    if said.type not in label.type or (rated and not any_near(label.rate_percent, said.rate)):
        return 0
    target = not label.target or named(label.target, *said.target)
    imposer = not label.imposer or named(label.imposer, said.imposer)
    if not (target or (imposer and rated)):
        return 0
    return 1 + 2 * target + imposer + 2 * rated + (said.status in label.status)


def _amount(label: PledgeLabel | ProgressLabel, said: PledgeStatement | ProgressStatement) -> str:
    match amount_agrees(label.amounts, said.amount):
        case None:
            return "one silent"
        case False:
            return "wrong"
    return "right" if label.amounts else "both silent"


_LIKENESS: dict[str, Callable[[Any, Any], float]] = {
    "pledge": _pledge,
    "progress": _progress,
    "meeting": _meeting,
    "measure": _measure,
}
