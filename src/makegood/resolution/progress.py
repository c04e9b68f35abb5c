"""Which pledge a report of progress speaks of: the one that its document names, else the likeliest of its promisor.

Two equally likely pledges get nothing: a report beside the wrong pledge is worse than one beside none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from makegood.model.statement import ProgressStatement
from makegood.reference.folding import fold
from makegood.resolution.terms import Terms, places
from makegood.resolution.told import Told

_LIKELY = 3
_SAME_DOCUMENT, _PLACE, _AMOUNT, _PURPOSE, _ONLY = 2, 3, 3, 1, 1
_CLOSE = 0.01


@dataclass(frozen=True, slots=True)
class Report:
    """What of a progress statement is held against pledges; `pledge` is the statement that its document names."""

    id: str
    document: str
    order: tuple[str, str]
    promisors: frozenset[str]
    pledge: str | None
    sum: float | None
    currency: str | None
    where: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A cluster's terms, to hold a report against."""

    id: str
    terms: tuple[Terms, ...]


def report_of(told: Told[ProgressStatement], promisors: Iterable[str]) -> Report:
    """The report that a progress statement makes on actors' promises."""
    statement = told.statement
    amount = statement.amount
    return Report(
        id=told.id,
        document=told.document_id,
        order=told.order,
        promisors=frozenset(promisors),
        pledge=statement.pledge,
        sum=float(amount.high or amount.low or 0) if amount is not None else None,
        currency=amount.currency if amount is not None else None,
        where=places(statement.place),
        words=frozenset(fold(" ".join(span.quote for span in statement.evidence["_"])).split()),
    )


def likeliest(report: Report, candidates: Sequence[Undertaking]) -> str | None:
    """Id of the undertaking that a report most likely speaks of; None if none is likely, or two are equally so."""
    scores = {u.id: _score(report, u) + (_ONLY if len(candidates) == 1 else 0) for u in candidates}
    best = max(scores.values(), default=0)
    top = [identity for identity, score in scores.items() if score == best]
    return top[0] if best >= _LIKELY and len(top) == 1 else None


def _score(report: Report, undertaking: Undertaking) -> int:
    sites = frozenset(word for t in undertaking.terms for word in t.spots | t.regions)
    met = report.where & sites
    score = _SAME_DOCUMENT * any(t.document == report.document for t in undertaking.terms)
    score += _PLACE * bool(met or report.words & sites) - _PLACE * bool(report.where and sites and not met)
    score += _AMOUNT * any(_same_sum(report, t) for t in undertaking.terms)
    return score + _PURPOSE * any(_shares_aim(report.words, t) for t in undertaking.terms)


def _same_sum(report: Report, terms: Terms) -> bool:
    if report.sum is None or terms.sum is None or report.currency != terms.unit[0]:
        return False
    return abs(report.sum - terms.sum[1]) <= _CLOSE * max(report.sum, terms.sum[1])


def _shares_aim(words: frozenset[str], terms: Terms) -> bool:
    return any(word.startswith(aim) for aim in terms.aims for word in words)
