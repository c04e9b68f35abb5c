"""Which pledge a report of progress speaks of: the one that its document names, else the likeliest of its promisor.

Two equally likely pledges get nothing: a report beside the wrong pledge is worse than one beside none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from makegood.model.statement import ProgressStatement
from makegood.reference.folding import fold
from makegood.resolution.terms import Terms, places
from makegood.resolution.told import Told

_LIKELY = 3
_SAME_DOCUMENT, _PLACE, _AMOUNT, _PURPOSE, _ONLY = 2, 3, 3, 1, 1
_CLOSE = 0.01


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A cluster's terms, to hold a report against."""

    id: str
    terms: tuple[Terms, ...]


def attach(
    told: Sequence[Told[ProgressStatement]],
    promisors: Mapping[str, frozenset[str]],
    undertakings: Sequence[Undertaking],
) -> dict[str, list[str]]:
    """Pledge id → ids of the progress statements about it, in the order of `told`.

    Args:
        told: progress statements in the order of publication.
        promisors: statement id → actors whose progress it is.
    """
    by_statement = {terms.id: u for u in undertakings for terms in u.terms}
    by_promisor: dict[str, list[Undertaking]] = {}
    for undertaking in undertakings:
        for promisor in sorted({p for terms in undertaking.terms for p in terms.promisors}):
            by_promisor.setdefault(promisor, []).append(undertaking)
    found: dict[str, list[str]] = {}
    for one in told:
        named = by_statement.get(one.statement.pledge or "")
        likely = named or _likeliest(one, [u for p in sorted(promisors[one.id]) for u in by_promisor.get(p, ())])
        if likely is not None:
            found.setdefault(likely.id, []).append(one.id)
    return found


def _likeliest(told: Told[ProgressStatement], candidates: Sequence[Undertaking]) -> Undertaking | None:
    distinct = list({u.id: u for u in candidates}.values())
    scores = {u.id: _score(told, u) + (_ONLY if len(distinct) == 1 else 0) for u in distinct}
    best = max(scores.values(), default=0)
    top = [u for u in distinct if scores[u.id] == best]
    return top[0] if best >= _LIKELY and len(top) == 1 else None


def _score(told: Told[ProgressStatement], undertaking: Undertaking) -> int:
    statement = told.statement
    sentence = frozenset(fold(" ".join(span.quote for span in statement.evidence["_"])).split())
    where = places(statement.place)
    sites = frozenset(word for t in undertaking.terms for word in t.spots | t.regions)
    score = _SAME_DOCUMENT * any(t.document == told.document_id for t in undertaking.terms)
    score += _PLACE * bool(where & sites or sentence & sites) - _PLACE * bool(where and sites and not where & sites)
    score += _AMOUNT * any(_same_sum(statement, t) for t in undertaking.terms)
    return score + _PURPOSE * any(_shares_aim(sentence, t) for t in undertaking.terms)


def _same_sum(statement: ProgressStatement, terms: Terms) -> bool:
    one = statement.amount
    if one is None or terms.sum is None or one.currency != terms.unit[0]:
        return False
    spent = one.high or one.low or 0
    return abs(spent - terms.sum[1]) <= _CLOSE * max(spent, terms.sum[1])


def _shares_aim(sentence: frozenset[str], terms: Terms) -> bool:
    return any(word[: len(aim)] == aim for aim in terms.aims for word in sentence)
