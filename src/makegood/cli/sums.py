"""Totals as tables and as a line of JSON."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from rich.console import RenderableType
from rich.text import Text

from makegood.assessment.breakdown import By, Group, breakdown
from makegood.assessment.counting import RULE_SETS, RuleSet
from makegood.assessment.delivery import deliveries
from makegood.assessment.sourced import Sourced
from makegood.assessment.totals import Basis, Line, Sum, Totals, totals
from makegood.cli.selection import Reported, reported
from makegood.cli.tables import Column, elided, table
from makegood.cli.tally import counted
from makegood.ledger.views import LedgerView
from makegood.model.actor import Actor
from makegood.model.frozen import Frozen
from makegood.model.pledge import Pledge
from makegood.model.values import Amount
from makegood.publication.brief import brief

_SUMS = (Column("", 30), Column("committed", 24), Column("pledged", 24), Column("spent", 14))
_LINES = (Column("pledge"), Column("column", 9), Column("low", 20, "right"), Column("high", 20, "right"))


class SumsLine(Frozen):
    """What `makegood totals` prints for programs; the groups' lines are those of the total."""

    total: Totals
    by: By | None
    groups: tuple[Group, ...]


def total(view: LedgerView, pledges: Sequence[Pledge], rules: RuleSet, into: str) -> Totals:
    """The total of these pledges, with what was reported spent of each."""
    by_id = {one.id: one for one in view.sourced()}
    spent = {pledge.id: amount for pledge in pledges if (amount := _spent(pledge, by_id)) is not None}
    return totals(pledges, Basis(rules, into, reported(view), spent))


def groups(
    found: Totals, pledges: Sequence[Pledge], by: By | None, actors: Mapping[str, Actor], dates: Reported
) -> tuple[Group, ...]:
    """The total broken down, if asked for."""
    names = {identity: actor.name for identity, actor in actors.items()}
    return breakdown(found, pledges, by, names, dates) if by is not None else ()


def tables(found: Totals, parts: Sequence[Group], lines: bool) -> list[RenderableType]:
    """For people: the groups, the whole in one currency, then each currency by itself, and what is left out."""
    rules = RULE_SETS[found.rule_set]
    heading = f"Rule set {rules.name}: {rules.words} ({', '.join(rules.rules)})"
    rows = [_row(group.key, group.converted) for group in parts]
    rows += [_row(f"all, in {found.currency}", found.converted)]
    codes = sorted({one.currency or "" for one in found.sums})
    if codes != [found.currency]:
        rows += [_row(_only(code), [one for one in found.sums if (one.currency or "") == code]) for code in codes]
    return [Text(heading, "dim"), table(_SUMS, rows), *_left_out(found), *(_opened(found) if lines else ())]


def _only(code: str) -> str:
    return f"in {code} alone" if code else "without a currency"


def _row(label: str, sums: Sequence[Sum]) -> tuple[str, str, str, str]:
    by_column = {one.column: one for one in sums}
    spent = sum((one.delivered for one in sums), Decimal(0))
    currency = sums[0].currency if sums else None
    return (
        label,
        _range(by_column.get("committed")),
        _range(by_column.get("pledged")),
        brief(spent, currency) if spent else "–",
    )


def _range(one: Sum | None) -> str:
    """'$3 billion to $5 billion (4)': from so many lines; 'or more' where one of them has no ceiling."""
    if one is None:
        return "–"
    low, high = brief(one.low, one.currency), brief(one.high, one.currency)
    ends = f"{low} or more" if one.open_lines else low if one.low == one.high else f"{low} to {high}"
    return f"{ends} ({one.lines})"


def _left_out(found: Totals) -> Iterator[RenderableType]:
    for why, number in Counter(line.unconverted for line in found.unconverted).most_common():
        yield elided(f"{counted(number, 'line')} not in the sum in {found.currency}: {why}")
    for why, number in Counter(one.reason for one in found.excluded).most_common():
        yield elided(f"{counted(number, 'pledge')} in no total: {why}")


def _opened(found: Totals) -> Iterator[RenderableType]:
    """Every line in its own currency, to the cent."""
    yield Text("")
    yield table(_LINES, [_line(line) for line in found.lines])
    for one in found.excluded:
        yield elided(f"left out: {one.name}: {one.reason}", "dim")


def _line(line: Line) -> tuple[str, str, str, str]:
    code = line.currency or ""
    high = "no ceiling" if line.high is None else f"{code} {line.high:,}".strip()
    return line.name, line.column, f"{code} {line.low:,}".strip(), high


def _spent(pledge: Pledge, by_id: Mapping[str, Sourced]) -> Amount | None:
    """What stands as spent (R4); a figure that only a weak page counts is in no sum (R20)."""
    found = deliveries(pledge, [by_id[one] for one in pledge.progress if one in by_id])
    spent = next((one.delivered for one in found if one.field == "amount" and not one.weak), None)
    return spent if isinstance(spent, Amount) else None
