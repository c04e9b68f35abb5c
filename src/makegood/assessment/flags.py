"""Sanity flags: coincidences a reader should know of, never verdicts (R24)."""

from collections.abc import Iterable, Sequence

from makegood.assessment.calendar import sort_key
from makegood.model.pledge import Flag, Pledge
from makegood.model.statement import FigureStatement
from makegood.model.values import Amount, Quantity


def _same(one: Quantity, other: Quantity | None) -> bool:
    """Whether both give the same ends, and at least a low one."""
    return other is not None and one.low is not None and (one.low, one.high) == (other.low, other.high)


def _same_money(one: Amount, other: Amount | None) -> bool:
    return other is not None and _same(one, other) and one.currency == other.currency


def _older(one: Pledge, other: Pledge) -> bool:
    return one.announced is not None and sort_key(one.announced) < sort_key(other.announced)


def flags(pledge: Pledge, others: Sequence[Pledge], figures: Iterable[FigureStatement]) -> tuple[Flag, ...]:
    """The ledger's flags and those that the surroundings raise; one per code and message."""
    found = list(pledge.flags)
    amount = pledge.amount
    if amount is not None:
        found += [
            Flag(code="same_as_older_pledge", message=f"An older pledge has the same figure: {other.name}")
            for other in others
            if _older(other, pledge) and _same_money(amount, other.amount)
        ]
        found += [
            Flag(code="same_as_figure", message=f"{f.subject} ({f.metric.replace('_', ' ')}) is put at the same figure")
            for f in figures
            if _same(amount, f.value) and f.value is not None and f.value.unit == amount.currency
        ]
    return tuple({(flag.code, flag.message): flag for flag in found}.values())
