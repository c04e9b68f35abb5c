"""Gathering: all tellings of one promise in a story, brought together as one (R10 within a document)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from makegood.model.mention import MoneyMention
from makegood.model.statement import Stage, What
from makegood.reading.cast import Referent
from makegood.reading.governing import chained
from makegood.reading.offers import Offer
from makegood.reading.turns import Turn

_CLOSE = Decimal("0.011")
_LIST = 12
_INCLUDING = frozenset({"including", "includes", "include", "which"})
_OWNERS = frozenset({"company", "fund", None})

STAGE_AFTER: dict[What, Stage] = {
    "cancel": "cancelled",
    "delay": "delayed",
    "scale_back": "reduced",
    "opened": "part_delivered",
    "groundbreaking": "started",
    "construction": "started",
    "complete": "delivered",
}
"""The stage that a turn leaves a promise in (R2, R4): a ceremony is not construction, an opening is not delivery."""


@dataclass(slots=True, eq=False)
class Bundle:
    """The tellings of one promise; `whole` is the bundle it is part of, `turn` what became of it last."""

    offers: list[Offer] = field(default_factory=list)
    whole: "Bundle | None" = None
    turn: Turn | None = None

    @property
    def lead(self) -> Offer:
        """The telling with the strongest signs and the surest promisor, the earliest of equals."""
        return max(self.offers, key=_strength)

    @property
    def promisors(self) -> tuple[Referent, ...]:
        """The promisors of the lead telling."""
        return self.lead.promisors

    @property
    def ordered(self) -> list[Offer]:
        """The tellings, the lead before the others."""
        lead = self.lead
        return [lead, *(offer for offer in self.offers if offer is not lead)]

    @property
    def ahead(self) -> bool:
        """Whether the lead telling speaks of what is only to come."""
        lead = self.lead
        wanted = lead.act is not None and "plan" in chained(lead.passage, lead.act)
        return wanted or lead.certainty != "asserted"

    @property
    def size(self) -> Decimal:
        """The sum of the lead telling."""
        return _size(self.lead.money)


def _strength(offer: Offer) -> tuple[float, int]:
    """A telling in a verb of promising says more than one in a noun ('with a pledge of $5 billion, Acme …')."""
    known = all(r.kind is not None for r in offer.promisors)
    verbal = offer.act is not None and bool(offer.act.classes & {"put", "promise"})
    return offer.role.score + 2 * known + offer.named + 2 * verbal, -offer.passage.number


def _size(money: MoneyMention) -> Decimal:
    return money.high or money.low or Decimal(0)


def gather(offers: Sequence[Offer]) -> list[Bundle]:
    """Bundles in the order of their first telling."""
    bundles: list[Bundle] = []
    for offer in offers:
        found = next((b for b in bundles if _tells_the_same(b.offers[0], offer)), None)
        if found:
            found.offers.append(offer)
        else:
            bundles.append(Bundle([offer]))
    for bundle in bundles:
        bundle.whole = next((b for b in bundles if b is not bundle and _contains(b, bundle)), None)
    return bundles


def _tells_the_same(first: Offer, offer: Offer) -> bool:
    """The same sum of the same promisor; outside lists also when one of the two does not say whose it is."""
    if not any(_same_sum(a, b) for a in _sums(first) for b in _sums(offer)):
        return False
    one, other = first.passage.sentence, offer.passage.sentence
    listed = one.shape == "bullet" == other.shape and one.block != other.block
    unsaid = not (offer.named and first.named)
    return _shared(first.promisors, offer.promisors) or (unsaid and not listed)


def _shared(some: Sequence[Referent], others: Sequence[Referent]) -> bool:
    return bool(set(some) & set(others))


def _sums(offer: Offer) -> list[MoneyMention]:
    """The sum of a telling, and the one in brackets that converts it: '1.7 billion reais ($338 million)'."""
    after = offer.passage.pieces[offer.anchor + 1 : offer.anchor + 3]
    converted = after[1].mention if len(after) > 1 and after[0].text == "(" else None
    return [offer.money, *([converted] if isinstance(converted, MoneyMention) else [])]


def _same_sum(a: MoneyMention, b: MoneyMention) -> bool:
    if a.currency and b.currency and a.currency != b.currency:
        return False
    mine, theirs = ([v for v in (m.low, m.high) if v is not None] for m in (a, b))
    return any(abs(v - w) <= _CLOSE * max(v, w) for v in mine for w in theirs)


def _contains(whole: Bundle, part: Bundle) -> bool:
    """Whether 'including', 'of which' or 'the first' makes a smaller sum part of a larger one in its sentence (R9)."""
    large, small = whole.offers[0], part.offers[0]
    if _listed_under(large, small):
        return _size(small.money) < _size(large.money) and _shared(whole.promisors, part.promisors)
    if large.passage.number != small.passage.number or large.anchor >= small.anchor:
        return False
    between = large.passage.lowers(large.anchor, small.anchor)
    smaller = 0 < _size(small.money) < _size(large.money)
    return smaller and not _INCLUDING.isdisjoint(between) and _shared(whole.promisors, part.promisors)


def _listed_under(large: Offer, small: Offer) -> bool:
    """Whether a list that follows a promise takes it apart: its lines name nobody of their own (R9)."""
    if (
        small.passage.sentence.shape != "bullet"
        or large.passage.sentence.shape == "bullet"
        or small.opens_with_promisor
    ):
        return False
    return 0 < small.passage.sentence.block - large.passage.sentence.block <= _LIST


def allot(bundles: Sequence[Bundle], turns: Sequence[Turn]) -> list[Turn]:
    """Give each bundle the turn it took; the setbacks of projects that have no sum are left over.

    A later turn wins over an earlier one, a setback over an opening.
    """
    homeless: list[Turn] = []
    for turn in turns:
        bundle = _bundle_of(turn, bundles)
        if bundle:
            if bundle.turn is None or turn.setback or not bundle.turn.setback:
                bundle.turn = turn
        elif turn.setback and all(r.kind in _OWNERS for r in turn.doers) and not _told(turn, homeless):
            homeless.append(turn)
    return homeless


def _bundle_of(turn: Turn, bundles: Sequence[Bundle]) -> Bundle | None:
    """The largest promise of the turn's doers, of those told in its sentence or the next one where there are such."""
    own = [b for b in bundles if _shared(b.promisors, turn.doers) and (turn.setback or not b.ahead)]
    near = [b for b in own if any(abs(o.passage.number - turn.passage.number) <= 1 for o in b.offers)]
    return max(near or own, key=lambda b: b.size, default=None)


def _told(turn: Turn, others: Sequence[Turn]) -> bool:
    return any(turn.what == other.what and _shared(turn.doers, other.doers) for other in others)
