"""Which statement of a pledge each field's value is from, and the values that stand beside it.

The promisor's own words come before their counterpart's, those before a third's (R12). The amount is
the first that was published (R5), and a host's or an unnamed figure only if there is no other (R12).
"""

from collections.abc import Callable, Mapping, Sequence

from makegood.model.pledge import Version
from makegood.model.statement import PledgeStatement
from makegood.model.values import PartialDate
from makegood.resolution.told import Told
from makegood.resolution.wording import worded

Read = Callable[[PledgeStatement], object]

RANK: Mapping[str, int] = {"promisor": 0, "counterpart": 1, "third_party": 2, "author": 2, "unnamed": 3}
"""Whose words count first (R12); an author tells as a third party does."""

FIELDS: Mapping[str, Read] = {
    "promisor": lambda s: s.promisor.name,
    "announced_by": lambda s: s.announced_by.name if s.announced_by else None,
    "counterparty": lambda s: s.counterparty.name if s.counterparty else None,
    "recipient": lambda s: s.recipient,
    "amount": lambda s: s.amount,
    "money": lambda s: s.money,
    "horizon": lambda s: s.horizon,
    "jobs": lambda s: s.jobs,
    "purpose": lambda s: s.purpose,
    "sectors": lambda s: s.sectors,
    "stage": lambda s: s.stage,
    "condition": lambda s: s.condition,
    "announced": lambda s: s.announced,
}
"""The fields that statements may disagree on."""

COMPARED = ("recipient", "amount", "money", "horizon", "jobs", "condition", "announced")
"""Fields whose differing values are versions; names and free words differ without disagreeing."""


def lead(field: str, told: Sequence[Told[PledgeStatement]]) -> Told[PledgeStatement] | None:
    """The statement that gives the field its value; `told` in the order of publication."""
    given = [one for one in told if FIELDS[field](one.statement) not in (None, ())]
    if not given:
        return None
    if field == "amount":
        return min(_fit_for_amount(given), key=lambda one: (one.order[0], _rank(one), one.order))
    if field == "announced":
        return min(given, key=lambda one: (_when(one), _rank(one), one.order))
    return min(given, key=lambda one: (_rank(one), one.order))


def versions(told: Sequence[Told[PledgeStatement]], leads: Mapping[str, str]) -> tuple[Version, ...]:
    """Values of one field side by side where statements differ, the leading one first (R13)."""
    found: list[Version] = []
    for field in (*COMPARED, "stage"):
        values = _values(field, told)
        if len(values) > 1:
            first = sorted(values.items(), key=lambda value: leads.get(field) not in value[1])
            found += [Version(field=field, value=words, statements=tuple(ids)) for words, ids in first]
    return tuple(found)


def _values(field: str, told: Sequence[Told[PledgeStatement]]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for one in told:
        value = FIELDS[field](one.statement)
        if value not in (None, ()):
            values.setdefault(worded(value), []).append(one.id)
    return values


def _rank(told: Told[PledgeStatement]) -> int:
    return RANK[told.statement.speaker.role]


def _when(told: Told[PledgeStatement]) -> str:
    announced = told.statement.announced
    return announced.date if isinstance(announced, PartialDate) else "9999"


def _fit_for_amount(given: Sequence[Told[PledgeStatement]]) -> Sequence[Told[PledgeStatement]]:
    own = [one for one in given if one.statement.speaker.role not in ("counterpart", "unnamed")]
    return own or given
