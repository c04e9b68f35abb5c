"""A cluster of statements made into one pledge: each value from one statement, the others beside it."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from makegood.model.pledge import Flag, Pledge
from makegood.model.statement import Missing, Recipient
from makegood.resolution.gists import Gist
from makegood.resolution.leads import FIELDS, lead, versions
from makegood.resolution.standing import standing
from makegood.resolution.tellings import Opening, tellings
from makegood.resolution.terms import Sides, Terms
from makegood.resolution.wording import country, money

_VALUES: Mapping[Missing, Callable[[Gist], object]] = {
    "amount": lambda s: s.amount,
    "horizon": lambda s: s.horizon,
    "jobs": lambda s: s.jobs,
    "place": lambda s: s.recipient,
}
_NO_FIELD: tuple[Missing, ...] = ("project", "financing", "schedule")
_JUMP, _ROUND_DIGITS = 1.5, 2
_LONGEST_PURPOSE = 60


@dataclass(frozen=True, slots=True)
class Gathered:
    """A cluster in the order of publication, with its terms and sides by statement and the names of its actors.

    `above` is the pledge that it is part of, `like` a statement of another pledge that came earlier and is like it.
    """

    told: tuple[Gist, ...]
    terms: Mapping[str, Terms]
    sides: Mapping[str, Sides]
    names: Mapping[str, str]
    above: str | None = None
    like: str | None = None
    progress: tuple[str, ...] = ()


def pledge_id(statement_id: str) -> str:
    """The id of the pledge whose first statement this is: it stays while that is its first."""
    return "pl:" + hashlib.sha256(statement_id.encode()).hexdigest()[:16]


def merge(gathered: Gathered) -> Pledge:
    """The pledge that the statements speak of."""
    told = gathered.told
    stage, stage_from = standing(told)
    leading = {field: found for field in FIELDS if (found := lead(field, told)) is not None} | {"stage": stage_from}
    leads = {field: one.id for field, one in leading.items()}
    values = {field: FIELDS[field](one) for field, one in leading.items()}
    recipient = values.get("recipient")
    where = recipient if isinstance(recipient, Recipient) else Recipient()
    different = versions(told, leads)
    promisors = gathered.sides[leads["promisor"]].promisors
    receiving = gathered.sides[leads["counterparty"]].counterparties if "counterparty" in leads else ()
    did, stands = tellings(told, gathered.terms, Opening(gathered.above is not None, gathered.like))
    said = {name: values[name] for name in _SAID if name in values}
    return Pledge.model_validate({
        "id": pledge_id(told[0].id),
        "name": _name([gathered.names[one] for one in promisors], said, where),
        "promisors": promisors,
        "counterparty": receiving[0] if receiving else None,
        "countries": where.countries,
        "place": where.place,
        "stage": stage,
        "part_of": gathered.above,
        "not_stated": _not_stated(told),
        "statements": tuple(one.id for one in told),
        "progress": gathered.progress,
        "leads": leads,
        "versions": different,
        "tellings": did,
        "stands": stands,
        "flags": _flags(told),
        **said,
    })  # fmt: skip


_SAID = ("amount", "money", "horizon", "jobs", "purpose", "sectors", "condition", "announced")


def _name(promisors: Sequence[str], said: Mapping[str, object], where: Recipient) -> str:
    """'SoftBank: $100 billion, US'; without an amount by what it is for, else by where."""
    amount, purpose = said.get("amount"), str(said.get("purpose") or "")
    what = money(amount) if amount is not None else _cut(purpose)  # type: ignore[arg-type]
    place = country(where.countries[0]) if len(where.countries) == 1 else where.place or ""
    rest = ", ".join(part for part in (what, place) if part)
    return f"{' and '.join(promisors)}: {rest or 'no amount stated'}"


def _cut(purpose: str) -> str:
    return purpose if len(purpose) <= _LONGEST_PURPOSE else purpose[:_LONGEST_PURPOSE].rsplit(" ", 1)[0] + " …"


def _not_stated(statements: Sequence[Gist]) -> tuple[Missing, ...]:
    """What no statement gives; of what has no field, what every document leaves out."""
    missing: list[Missing] = [field for field, value in _VALUES.items() if not any(map(value, statements))]
    return (*missing, *(field for field in _NO_FIELD if all(field in s.not_stated for s in statements)))


def _flags(told: Sequence[Gist]) -> tuple[Flag, ...]:
    """A later figure that is half as high again or more, and both are round (R24)."""
    amounts = [one.amount for one in told]
    sums = [(a.low, a.currency) for a in amounts if a is not None and a.low is not None and a.low == a.high]
    return tuple(
        Flag(code="round_number_jump", message=f"The figure rose from {low:,} to {later:,} {unit or ''}".rstrip())
        for (low, unit), (later, other) in pairwise(sums)
        if unit == other and later >= _JUMP * low and _is_round(low) and _is_round(later)
    )


def _is_round(number: float) -> bool:
    """At most two digits before the noughts."""
    return len(str(int(number)).rstrip("0")) <= _ROUND_DIGITS
