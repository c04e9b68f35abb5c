"""Totals by rule set (R3, R6, R7, R8, R9): each opens line by line, and its lines add up to it.

Currencies are kept apart; beside them stands one sum in a currency of choice, each line at the reference
rate of its own date, with the lines that have no rate left out of it and said so (R19).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from makegood.assessment.conversion import Conversion, RateOf, ratio, times, to_the_cent
from makegood.assessment.counting import MAKEGOOD, NOT_INVESTMENT, RuleSet
from makegood.assessment.ends import NOTHING, Ends, in_force, standing, why_no_ends
from makegood.assessment.stages import RUNGS, Column
from makegood.assessment.umbrellas import Umbrellas, remainder, same_currency
from makegood.model.frozen import Frozen
from makegood.model.pledge import Pledge
from makegood.model.values import Amount, Exact, PartialDate
from makegood.reference.rates import reference_rate

RULES = MAKEGOOD.rules


class Converted(Frozen):
    """A line in the currency of the whole; `conversion` is None where it was in it already."""

    low: Exact
    high: Exact | None
    delivered: Exact = Decimal(0)
    conversion: Conversion | None = None


class Line(Frozen):
    """What one pledge adds to a total.

    `low` and `high` are its additions to the low and the high total; `high` is None where the text sets
    no ceiling ('at least'). `drawn_low`/`drawn_high` were taken off because parts of the pledge stand on
    lines of their own (R9); the remainder's high may then lie below its low, the sums are right.
    `delivered` is what was reported spent of it (R4). `unconverted` says why there is no `converted`.
    """

    pledge: str
    name: str
    column: Column
    currency: str | None
    low: Exact
    high: Exact | None
    drawn_low: Exact = Decimal(0)
    drawn_high: Exact = Decimal(0)
    delivered: Exact = Decimal(0)
    converted: Converted | None = None
    unconverted: str = ""


class Excluded(Frozen):
    """A pledge that is in no total, and why, with the rule's number."""

    pledge: str
    name: str
    reason: str


class Sum(Frozen):
    """One column of one currency. `high` leaves out what `open_lines` lines say without a ceiling."""

    currency: str | None
    column: Column
    low: Exact
    high: Exact
    open_lines: int
    lines: int
    delivered: Exact = Decimal(0)


class Totals(Frozen):
    """Committed and later is the headline; pledged stands beside it and is never added in (R3).

    `converted` are the sums of the lines that have a rate into `currency`.
    """

    rule_set: str = MAKEGOOD.name
    rules: tuple[str, ...] = RULES
    currency: str | None = None
    sums: tuple[Sum, ...] = ()
    converted: tuple[Sum, ...] = ()
    lines: tuple[Line, ...] = ()
    excluded: tuple[Excluded, ...] = ()

    @property
    def unconverted(self) -> tuple[Line, ...]:
        """The lines that are in no converted sum."""
        return tuple(line for line in self.lines if self.currency is not None and line.converted is None)


@dataclass(frozen=True, slots=True)
class Basis:
    """What a total is made with besides the pledges.

    `into` is the currency of the converted sum, None for none; `dates` are pledge id → when it was promised, where
    the pledge itself does not say; `delivered` pledge id → what was reported spent of it.
    """

    rules: RuleSet = MAKEGOOD
    into: str | None = None
    dates: Mapping[str, PartialDate] = field(default_factory=dict)
    delivered: Mapping[str, Amount] = field(default_factory=dict)
    rate_of: RateOf = reference_rate


def totals(pledges: Sequence[Pledge], basis: Basis | None = None) -> Totals:
    """The total of `pledges` by a rule set, by currency and column, low and high.

    Amounts are in base units. Every pledge is on exactly one line or excluded with its reason.
    """
    given = basis or Basis()
    family, lines, excluded = Umbrellas(pledges), [], []
    for pledge in pledges:
        reason, own = why_not(pledge, family.parent(pledge), given.rules), standing(pledge)
        if reason is not None or own is None:
            excluded.append(Excluded(pledge=pledge.id, name=pledge.name, reason=reason or ""))
        else:
            lines.append(_line(pledge, own, family, given))
    return Totals(
        rule_set=given.rules.name,
        rules=given.rules.rules,
        currency=given.into,
        sums=sums(lines),
        converted=converted_sums(lines, given.into),
        lines=tuple(lines),
        excluded=tuple(excluded),
    )


def why_not(pledge: Pledge, parent: Pledge | None, rules: RuleSet = MAKEGOOD) -> str | None:
    """Why the pledge is in no total by these rules, or None."""
    rung = RUNGS[pledge.stage]
    if rung.column is None and not rules.unbinding:
        return rung.why_not
    if rung.column is not None and rung.column not in rules.columns:
        return f"{rung.words}, not binding (R3)"
    if pledge.money in NOT_INVESTMENT and rules.investment_only:
        return NOT_INVESTMENT[pledge.money]
    if standing(pledge) is None:
        return why_no_ends(in_force(pledge))
    if parent is not None and rules.draws_down and not same_currency(parent, pledge):
        return "part of a pledge in another currency, which cannot be drawn down without a rate (R9, R19)"
    return None


def _line(pledge: Pledge, own: Ends, family: Umbrellas, basis: Basis) -> Line:
    rules = basis.rules
    stated = own if rules.by_bounds else Ends(low=own.top, high=own.top)
    drawn = family.drawn(pledge) if rules.draws_down else NOTHING
    left = remainder(stated, drawn)
    counted = in_force(pledge)
    line = Line(
        pledge=pledge.id,
        name=pledge.name,
        column=RUNGS[pledge.stage].column or "pledged",
        currency=counted.currency if counted is not None else None,
        low=left.low,
        high=left.high,
        drawn_low=stated.low - left.low,
        drawn_high=Decimal(0) if stated.high is None or left.high is None else stated.high - left.high,
        delivered=_delivered(pledge, family, basis),
    )
    return line if basis.into is None else line.model_copy(update=_converted(line, pledge, basis.into, basis))


def _delivered(pledge: Pledge, family: Umbrellas, basis: Basis) -> Decimal:
    """What was reported spent, less what the parts report on lines of their own (R9)."""
    reported, counted = basis.delivered.get(pledge.id), in_force(pledge)
    if reported is None or counted is None or reported.currency != counted.currency:
        return Decimal(0)
    below = sum((_reported(part, basis) for part in family.parts(pledge)), Decimal(0))
    return max(Decimal(0), _low(reported) - (below if basis.rules.draws_down else 0))


def _reported(part: Pledge, basis: Basis) -> Decimal:
    reported = basis.delivered.get(part.id)
    return _low(reported) if reported is not None else Decimal(0)


def _low(amount: Amount) -> Decimal:
    return Decimal(str(amount.low)) if amount.low is not None else Decimal(0)


def _converted(line: Line, pledge: Pledge, into: str, basis: Basis) -> dict[str, object]:
    """The fields of a line that tell of its conversion."""
    found = ratio(line.currency, into, pledge.announced or basis.dates.get(pledge.id), basis.rate_of)
    if isinstance(found, str):
        return {"unconverted": found}
    by, conversion = found
    both = times(Ends(low=line.low, high=line.high), by)
    delivered = to_the_cent(line.delivered * by)
    return {"converted": Converted(low=both.low, high=both.high, delivered=delivered, conversion=conversion)}


def sums(lines: Sequence[Line]) -> tuple[Sum, ...]:
    """The sums of lines, by currency and column."""
    groups: dict[tuple[str, Column], list[Line]] = {}
    for line in lines:
        groups.setdefault((line.currency or "", line.column), []).append(line)
    return tuple(_sum(groups[key], groups[key][0].currency, groups[key][0].column) for key in sorted(groups))


def converted_sums(lines: Sequence[Line], into: str | None) -> tuple[Sum, ...]:
    """The sums in one currency of the lines that have a rate into it, by column."""
    found = []
    for column in sorted({line.column for line in lines}):
        inside = [line.converted for line in lines if line.column == column and line.converted is not None]
        found += [_sum(inside, into, column)] if inside else []
    return tuple(found)


def _sum(lines: Sequence[Line | Converted], currency: str | None, column: Column) -> Sum:
    return Sum(
        currency=currency,
        column=column,
        low=sum((line.low for line in lines), Decimal(0)),
        high=sum((line.high for line in lines if line.high is not None), Decimal(0)),
        open_lines=sum(line.high is None for line in lines),
        lines=len(lines),
        delivered=sum((line.delivered for line in lines), Decimal(0)),
    )
