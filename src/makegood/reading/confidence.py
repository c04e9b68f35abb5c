"""Confidence: the share of statements like this one that were right on labelled text (docs/method/evaluation.md)."""

import math

from makegood.model.statement import Statement
from makegood.reading.lexicon import weights
from makegood.reading.offers import Offer
from makegood.reading.story import Story

_LEAST = 0.005


def with_confidence(statement: Statement) -> Statement:
    """The statement with what its kind is worth; a pledge and a kind that was never measured keep their own."""
    usual = weights("confidence").get(statement.kind)
    return statement if usual is None else statement.model_copy(update={"confidence": usual})


def of_pledge(story: Story, offer: Offer) -> float:
    """How often a promise told with such signs is one, and of whom it is said to be."""
    table = weights("confidence")
    total = table["always"] + sum(table[name] * value for name, value in signs(story, offer).items())
    return round(1 / (1 + math.exp(-total)), 3)


def signs(story: Story, offer: Offer) -> dict[str, float]:
    """What the confidence of a promise is the weight of; without an encoder its own signs are nought."""
    opinion = offer.opinion
    found = {"score": min(offer.role.score, 8.0), "named": float(offer.named)}
    if opinion is None:
        return {**found, "promised_odds": 0.0, "promisor_odds": 0.0}
    pieces = [story.passages[n].pieces[i] for r in offer.promisors for n, i in r.seats]
    shares = [opinion.role("promisor", p.start, p.end) for p in pieces if opinion.start <= p.start < opinion.end]
    return {**found, "promised_odds": _odds(opinion.promised), "promisor_odds": _odds(max(shares, default=0.0))}


def _odds(share: float) -> float:
    kept = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))
