"""A total by promisor, recipient, sector, year or kind of money: groups that add up to the whole.

A pledge of several promisors (R14), countries or sectors is in one group of their names together, never in
several, so the groups of a total reconcile with it to the cent.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from makegood.assessment.totals import Line, Sum, Totals, converted_sums, sums
from makegood.model.frozen import Frozen
from makegood.model.pledge import Pledge
from makegood.model.values import PartialDate

By = Literal["promisor", "country", "sector", "year", "money"]
NOT_STATED = "not stated"


class Group(Frozen):
    """The lines of a total that have one thing in common, and their sums."""

    key: str
    sums: tuple[Sum, ...]
    converted: tuple[Sum, ...]
    lines: tuple[Line, ...]


Names = Mapping[str, str]
"""Actor id → name."""
Dates = Mapping[str, PartialDate]

KEYS: dict[By, Callable[[Pledge, Names, Dates], str]] = {
    "promisor": lambda pledge, names, _: " + ".join(names.get(one, one) for one in pledge.promisors),
    "country": lambda pledge, _names, _dates: " + ".join(pledge.countries),
    "sector": lambda pledge, _names, _dates: " + ".join(pledge.sectors),
    "year": lambda pledge, _, dates: _year(pledge, dates),
    "money": lambda pledge, _names, _dates: pledge.money or "",
}
"""What the lines of one group have in common; an empty key is not stated."""


def breakdown(total: Totals, pledges: Sequence[Pledge], by: By, names: Names, dates: Dates) -> tuple[Group, ...]:
    """The groups of a total, the largest first; each line is in exactly one.

    Args:
        pledges: those that the total was made of.
        names: actor id → name.
        dates: pledge id → when it was first reported, for pledges that do not say when they were announced.
    """
    known = {pledge.id: pledge for pledge in pledges}
    groups: dict[str, list[Line]] = {}
    for line in total.lines:
        groups.setdefault(KEYS[by](known[line.pledge], names, dates) or NOT_STATED, []).append(line)
    found = [_group(key, lines, total.currency) for key, lines in groups.items()]
    return tuple(sorted(found, key=lambda group: (group.key == NOT_STATED, *_order(group, by))))


def _group(key: str, lines: Sequence[Line], into: str | None) -> Group:
    return Group(key=key, sums=sums(lines), converted=converted_sums(lines, into), lines=tuple(lines))


def _order(group: Group, by: By) -> tuple[object, ...]:
    """Years in their order, other groups by size: in the one currency if there is one."""
    if by == "year":
        return (group.key,)
    return (-max((one.low or one.high for one in group.converted or group.sums), default=0), group.key)


def _year(pledge: Pledge, dates: Dates) -> str:
    when = pledge.announced or dates.get(pledge.id)
    return when.date[:4] if when is not None else ""
