"""Which statement of a pledge each field's value is from, and the values that stand beside it.

The promisor's own words come before their counterpart's, those before a third's (R12). The amount is
the first that was published (R5), and a host's or an unnamed figure only if there is no other (R12).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from makegood.model.frozen import Frozen
from makegood.model.pledge import Version
from makegood.model.values import Amount, PartialDate
from makegood.resolution.gists import Gist
from makegood.resolution.terms import aims
from makegood.resolution.wording import worded

_ALIKE = 0.5

Read = Callable[[Gist], object]

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

COMPARED = ("recipient", "amount", "money", "horizon", "jobs", "condition", "announced", "stage")
"""Fields whose differing values are versions; names and what for differ in words without disagreeing."""


def lead(field: str, told: Sequence[Gist]) -> Gist | None:
    """The statement that gives the field its value; `told` in the order of publication."""
    given = [one for one in told if FIELDS[field](one) not in (None, ())]
    if not given:
        return None
    if field == "amount":
        return min(_fit_for_amount(given), key=lambda one: (one.order[0], _rank(one), one.order))
    if field == "announced":
        return min(given, key=lambda one: (_when(one), _rank(one), one.order))
    return min(given, key=lambda one: (_rank(one), one.order))


def versions(told: Sequence[Gist], leads: Mapping[str, str]) -> tuple[Version, ...]:
    """Values of one field side by side where statements differ, the leading one first (R13).

    A value that only says less ('Ohio' beside 'Fairhaven, Ohio' differs, 'US' beside 'Ohio, US' does not)
    stands with the fuller one.
    """
    found: list[Version] = []
    for field in COMPARED:
        ordered = sorted(told, key=lambda one: one.id != leads.get(field))
        values = _values(field, ordered)
        if len(values) > 1:
            found += [Version(field=field, value=worded(v), statements=tuple(ids)) for v, ids in values]
    return tuple(found)


def _values(field: str, told: Iterable[Gist]) -> list[tuple[object, list[str]]]:
    values: list[tuple[object, list[str]]] = []
    for one in told:
        value = FIELDS[field](one)
        if value in (None, ()):
            continue
        alike = next((ids for other, ids in values if _agree(value, other)), None)
        if alike is None:
            values.append((value, [one.id]))
        else:
            alike.append(one.id)
    return values


def _agree(one: object, other: object) -> bool:
    """Whether all that both say is equal; of dates, whether one is the other at less precision."""
    match one, other:
        case PartialDate(), PartialDate():
            return one.date.startswith(other.date) or other.date.startswith(one.date)
        case Amount(), Amount():
            return one == other
        case str(), str():
            shared = min(len(aims(one)), len(aims(other))) * _ALIKE
            return one == other or len(aims(one) & aims(other)) >= max(1.0, shared)
        case Frozen(), Frozen():
            mine, theirs = one.model_dump(exclude_none=True), other.model_dump(exclude_none=True)
            return all(mine[name] == theirs[name] for name in mine.keys() & theirs.keys())
        case _:
            return one == other


def _rank(gist: Gist) -> int:
    return RANK[gist.role]


def _when(gist: Gist) -> str:
    return gist.announced.date if gist.announced is not None else "9999"


def _fit_for_amount(given: Sequence[Gist]) -> Sequence[Gist]:
    own = [one for one in given if one.role not in ("counterpart", "unnamed")]
    return own or given
