"""Gathering: all tellings of one promise in a story, brought together as one (R10 within a document)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from makegood.model.statement import Stage
from makegood.reading.cast import Referent
from makegood.reading.offers import Offer
from makegood.reading.turns import Turn

_CLOSE = Decimal("0.011")


@dataclass(slots=True)
class Bundle:
    """The tellings of one promise, the fullest first in `lead`; `whole` is the bundle it is part of."""

    offers: list[Offer] = field(default_factory=list)
    whole: "Bundle | None" = None

    @property
    def lead(self) -> Offer:
        """The telling with the strongest signs, the earliest of equals."""
        return max(self.offers, key=lambda o: (o.role.score + 2 * all(r.kind is not None for r in o.promisors) + (o.seat is not None), -o.passage.number))

    @property
    def promisors(self) -> tuple[Referent, ...]:
        """The promisors of the lead telling."""
        return self.lead.promisors


def gather(offers: Sequence[Offer]) -> list[Bundle]:
    """Bundles in the order of their first telling."""
    bundles: list[Bundle] = []
    for offer in offers:
        found = next((b for b in bundles if _tells_the_same(b, offer)), None)
        if found:
            found.offers.append(offer)
        else:
            bundles.append(Bundle([offer]))
    for bundle in bundles:
        bundle.whole = next((b for b in bundles if b is not bundle and _contains(b, bundle)), None)
    return bundles


def _tells_the_same(bundle: Bundle, offer: Offer) -> bool:
    first = bundle.offers[0]
    if not _same_sum(first, offer):
        return False
    if first.passage.sentence.shape == "bullet" and offer.passage.sentence.shape == "bullet" and first.passage.sentence.block != offer.passage.sentence.block:
        return bool(set(first.promisors) & set(offer.promisors))
    return bool(set(first.promisors) & set(offer.promisors)) or offer.seat is None or first.seat is None


def _same_sum(one: Offer, other: Offer) -> bool:
    a, b = one.money, other.money
    if a.currency and b.currency and a.currency != b.currency:
        return False
    mine = [v for v in (a.low, a.high) if v is not None]
    return any(abs(v - w) <= _CLOSE * max(v, w) for v in mine for w in (b.low, b.high) if w is not None)


def _contains(whole: Bundle, part: Bundle) -> bool:
    """Whether 'including', 'of which' or 'the first' makes a smaller sum part of a larger one in its sentence (R9)."""
    large, small = whole.offers[0], part.offers[0]
    if large.passage.number != small.passage.number or large.anchor >= small.anchor or not set(whole.promisors) & set(part.promisors):
        return False
    size, bit = large.money.high or large.money.low, small.money.high or small.money.low
    between = large.passage.lowers(large.anchor, small.anchor)
    return bool(size and bit and bit < size) and bool({"including", "includes", "include", "which"} & set(between))


STAGE_AFTER: dict[str, Stage] = {
    "cancel": "cancelled", "delay": "delayed", "scale_back": "reduced", "opened": "part_delivered",
    "groundbreaking": "started", "construction": "started", "complete": "delivered",
}  # fmt: skip
"""The stage that a turn leaves a promise in (R2, R4): a ceremony is not construction, an opening is not delivery."""


def allot(bundles: Sequence[Bundle], turns: Sequence[Turn]) -> tuple[dict[int, Turn], list[Turn]]:
    """Which turn befell which bundle (by its id()), and the setbacks of projects that have no sum.

    A later turn wins over an earlier one, a setback over an opening.
    """
    befell: dict[int, Turn] = {}
    homeless: list[Turn] = []
    for turn in turns:
        own = [b for b in bundles if set(b.promisors) & set(turn.doers)]
        near = [b for b in own if any(abs(o.passage.number - turn.passage.number) <= 1 for o in b.offers)] or own
        if near:
            chosen = max(near, key=lambda b: (b.lead.money.high or b.lead.money.low or 0))
            before = befell.get(id(chosen))
            if before is None or turn.setback or not before.setback:
                befell[id(chosen)] = turn
        elif turn.setback and all(r.kind in {"company", "fund", None} for r in turn.doers) and not any(set(turn.doers) & set(t.doers) and t.what == turn.what for t in homeless):
            homeless.append(turn)
    return befell, homeless
