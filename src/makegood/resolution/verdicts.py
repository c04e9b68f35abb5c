"""The rules' own verdicts on pairs of statements, with their reasons, as judgements like a person's."""

from makegood.model.judgement import Judgement, Verdict
from makegood.resolution.compare import reasons, relation
from makegood.resolution.terms import Terms

RULES = "machine:R10"
"""By whom the judgements of resolution are."""


def verdict_on(verdict: Verdict, one: Terms, other: Terms) -> Judgement:
    """The verdict, dated by the later statement's document; of two that are the same it says what the later did."""
    kind = f"{relation(one, other)}: " if verdict == "same" else ""
    days = sorted(day.isoformat() for day in (one.published, other.published) if day is not None)
    return Judgement(
        verdict=verdict,
        subject=one.id,
        other=other.id,
        by=RULES,
        at=days[-1] if days else "",
        reason=f"{kind}{'; '.join(reasons(one, other))}",
    )
