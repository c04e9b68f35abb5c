"""Totals by rule set (R3, R6, R7, R8, R9): each opens line by line, and its lines add up to it.

Currencies are kept apart: nothing is converted here (R19).
"""

from collections.abc import Sequence
from decimal import Decimal

from makegood.assessment.stages import RUNGS, Column
from makegood.model.frozen import Frozen
from makegood.model.pledge import Pledge
from makegood.model.values import Amount

RULES = ("R3", "R6", "R7", "R8", "R9")
NOT_INVESTMENT = {
    "purchase": "not_investment: a purchase buys goods, it builds nothing (R8)",
    "trade_target": "not_investment: a trade target is a wish about turnover (R8)",
}
_A_YEAR = {"year": Decimal(1), "month": Decimal(12)}


class Line(Frozen):
    """What one pledge adds to a total.

    `low` and `high` are its additions to the low and the high total; `high` is None where the text sets
    no ceiling ('at least'). `drawn_low`/`drawn_high` were taken off because parts of the pledge stand on
    lines of their own (R9); the remainder's high may then lie below its low, the sums are right.
    """

    pledge: str
    name: str
    column: Column
    currency: str | None
    low: Decimal
    high: Decimal | None
    drawn_low: Decimal = Decimal(0)
    drawn_high: Decimal = Decimal(0)


class Excluded(Frozen):
    """A pledge that is in no total, and why, with the rule's number."""

    pledge: str
    name: str
    reason: str


class Sum(Frozen):
    """One column of one currency. `high` leaves out what `open_lines` lines say without a ceiling."""

    currency: str | None
    column: Column
    low: Decimal
    high: Decimal
    open_lines: int
    lines: int


class Totals(Frozen):
    """Committed and later is the headline; pledged stands beside it and is never added in (R3)."""

    rules: tuple[str, ...] = RULES
    sums: tuple[Sum, ...] = ()
    lines: tuple[Line, ...] = ()
    excluded: tuple[Excluded, ...] = ()


class _Range(Frozen):
    low: Decimal
    high: Decimal | None


_ZERO = _Range(low=Decimal(0), high=Decimal(0))


def _scale(amount: Amount, pledge: Pledge) -> Decimal | None:
    """What turns the amount into a total over its stated term; None where no term is stated (R7)."""
    if amount.per == "total":
        return Decimal(1)
    years = pledge.horizon.years if pledge.horizon is not None else None
    if years is None or amount.per not in _A_YEAR:
        return None
    return _A_YEAR[amount.per] * Decimal(str(years))


def _range(pledge: Pledge) -> _Range | None:
    """Low and high over the whole term (R6); None where the pledge gives no sum to add."""
    amount = pledge.amount
    scale = _scale(amount, pledge) if amount is not None else None
    if amount is None or scale is None:
        return None
    low = Decimal(0) if amount.low is None else Decimal(str(amount.low)) * scale
    high = None if amount.high is None else Decimal(str(amount.high)) * scale
    return _Range(low=Decimal(0) if amount.bound in ("up_to", "less_than") else low, high=high)


def _sum_of(ranges: Sequence[_Range]) -> _Range:
    highs = [r.high for r in ranges if r.high is not None]
    complete = len(highs) == len(ranges)
    return _Range(low=sum((r.low for r in ranges), Decimal(0)), high=sum(highs, Decimal(0)) if complete else None)


def _reason(pledge: Pledge, parent: Pledge | None) -> str | None:
    """Why the pledge is in no total, or None."""
    if RUNGS[pledge.stage].column is None:
        return RUNGS[pledge.stage].why_not
    if pledge.money in NOT_INVESTMENT:
        return NOT_INVESTMENT[pledge.money]
    if pledge.amount is None:
        return "no amount stated (R1)"
    if _range(pledge) is None:
        return f"an amount per {pledge.amount.per} without a stated term is never multiplied out (R7)"
    if parent is not None and parent.amount is not None and parent.amount.currency != pledge.amount.currency:
        return "part of a pledge in another currency, which cannot be drawn down without a rate (R9, R19)"
    return None


class _Family:
    """Who is part of whom within one set of pledges; a part of itself through others stands alone."""

    def __init__(self, pledges: Sequence[Pledge]) -> None:
        self._known = {p.id: p for p in pledges}
        self._parts: dict[str, list[Pledge]] = {}
        for pledge in pledges:
            parent = self.parent(pledge)
            if parent is not None:
                self._parts.setdefault(parent.id, []).append(pledge)

    def parent(self, pledge: Pledge) -> Pledge | None:
        """The umbrella, when it is in the set and the chain of umbrellas has an end."""
        seen = {pledge.id}
        above = self._known.get(pledge.part_of or "")
        while above is not None and above.id not in seen:
            seen.add(above.id)
            above = self._known.get(above.part_of or "")
        return None if above is not None else self._known.get(pledge.part_of or "")

    def drawn(self, pledge: Pledge) -> _Range:
        """What the parts take off their umbrella (R9). Called-off parts take nothing, purchases do."""
        return _sum_of([self._gross(part) for part in self._parts.get(pledge.id, [])])

    def _gross(self, pledge: Pledge) -> _Range:
        own = _range(pledge) if RUNGS[pledge.stage].column is not None else None
        parent = self.parent(pledge)
        if own is not None and parent is not None and not _same_currency(pledge, parent):
            own = None
        below = self.drawn(pledge)
        if own is None:
            return below
        high = None if own.high is None or below.high is None else max(own.high, below.high)
        return _Range(low=max(own.low, below.low), high=high)


def _same_currency(one: Pledge, other: Pledge) -> bool:
    return one.amount is None or other.amount is None or one.amount.currency == other.amount.currency


def _line(pledge: Pledge, column: Column, own: _Range, drawn: _Range) -> Line:
    low = max(Decimal(0), own.low - drawn.low)
    high = None if own.high is None else max(Decimal(0), own.high - (drawn.high or drawn.low))
    return Line(
        pledge=pledge.id,
        name=pledge.name,
        column=column,
        currency=pledge.amount.currency if pledge.amount is not None else None,
        low=low,
        high=high,
        drawn_low=own.low - low,
        drawn_high=Decimal(0) if own.high is None or high is None else own.high - high,
    )


def _sums(lines: Sequence[Line]) -> tuple[Sum, ...]:
    groups: dict[tuple[str, Column], list[Line]] = {}
    for line in lines:
        groups.setdefault((line.currency or "", line.column), []).append(line)
    return tuple(_sum(groups[key]) for key in sorted(groups))


def _sum(lines: Sequence[Line]) -> Sum:
    return Sum(
        currency=lines[0].currency,
        column=lines[0].column,
        low=sum((line.low for line in lines), Decimal(0)),
        high=sum((line.high for line in lines if line.high is not None), Decimal(0)),
        open_lines=sum(line.high is None for line in lines),
        lines=len(lines),
    )


def totals(pledges: Sequence[Pledge]) -> Totals:
    """The total of `pledges` by R3, R6, R7, R8 and R9, by currency and column, low and high.

    Amounts are in base units. Every pledge is on exactly one line or excluded with its reason.
    """
    family, lines, excluded = _Family(pledges), [], []
    for pledge in pledges:
        reason, own, column = _reason(pledge, family.parent(pledge)), _range(pledge), RUNGS[pledge.stage].column
        if reason is not None or own is None or column is None:
            excluded.append(Excluded(pledge=pledge.id, name=pledge.name, reason=reason or ""))
        else:
            lines.append(_line(pledge, column, own, family.drawn(pledge)))
    return Totals(sums=_sums(lines), lines=tuple(lines), excluded=tuple(excluded))
