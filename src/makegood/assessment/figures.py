"""The figures of a claim's sayings in one currency, and what of each another figure counts as well (R9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from makegood.assessment.conversion import Conversion, RateOf, ratio, times
from makegood.assessment.ends import Ends, why_no_ends
from makegood.assessment.sayings import Saying
from makegood.reference.rates import reference_rate


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the sayings.

    `claimed` is the sum that somebody states, None to take what the figures add up to; money is counted in
    `currency`; what was announced before `since` is pre-existing (R11). `whole` asks what stands behind a sum
    that is said of no one document: then what was told before counts like what is new.
    """

    currency: str
    claimed: Decimal | None = None
    since: date | None = None
    whole: bool = False
    rate_of: RateOf = reference_rate


@dataclass(frozen=True, slots=True)
class Figure:
    """A saying's figure in the claim's currency. `before` is the one told before it, `twice` what others count too."""

    saying: Saying
    ends: Ends
    before: Decimal | None
    conversion: Conversion | None
    twice: Decimal = Decimal(0)
    why_twice: str = ""


def figure(saying: Saying, question: Question) -> Figure | str:
    """The figure, or why there is none to add up: no sum, no term, no rate."""
    both, amount = saying.ends, saying.amount
    if both is None or amount is None:
        return why_no_ends(amount)
    found = ratio(amount.currency, question.currency, saying.first, question.rate_of)
    if isinstance(found, str):
        return found
    by, conversion = found
    before = saying.before
    return Figure(saying, times(both, by), times(before, by).top if before is not None else None, conversion)


def counted_twice(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, each with what of it its parts, or an earlier saying of the same pledge, count already."""
    first: dict[str, Figure] = {}
    for one in figures:
        first.setdefault(one.saying.pledge.id, one)
    parts: dict[str, list[Figure]] = {}
    for one in first.values():
        above = one.saying.pledge.part_of
        if above in first and _ends(one, first):
            parts.setdefault(above, []).append(one)
    return [_with_twice(one, first, parts) for one in figures]


def _with_twice(one: Figure, first: Mapping[str, Figure], parts: Mapping[str, Sequence[Figure]]) -> Figure:
    identity = one.saying.pledge.id
    if first[identity] is not one:
        return replace(one, twice=one.ends.top, why_twice="the same pledge again")
    below = parts.get(identity, ())
    if not below:
        return one
    lines = "a line" if len(below) == 1 else f"{len(below)} lines"
    twice = min(one.ends.top, sum((_gross(part, parts) for part in below), Decimal(0)))
    return replace(one, twice=twice, why_twice=f"parts of it stand on {lines} of their own")


def _gross(one: Figure, parts: Mapping[str, Sequence[Figure]]) -> Decimal:
    """A figure, or the sum of its parts where that is larger."""
    below = parts.get(one.saying.pledge.id, ())
    return max(one.ends.top, sum((_gross(part, parts) for part in below), Decimal(0)))


def _ends(one: Figure, first: Mapping[str, Figure]) -> bool:
    """Whether the chain of umbrellas above the figure has an end."""
    seen: set[str] = set()
    at: Figure | None = one
    while at is not None and at.saying.pledge.id not in seen:
        seen.add(at.saying.pledge.id)
        at = first.get(at.saying.pledge.part_of or "")
    return at is None
