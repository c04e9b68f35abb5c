"""A claimed total taken apart: what of it stands behind it, and on what grounds the rest does not (R3).

Each saying's figure is split into portions, each on one ground; all portions together are what was
claimed, to the cent, for what no saying backs is a portion as well.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from pydantic import computed_field

from makegood.assessment.calendar import sort_key
from makegood.assessment.conversion import Conversion
from makegood.assessment.figures import Figure, Question, counted_twice, figure
from makegood.assessment.sayings import Saying
from makegood.assessment.stages import RUNGS
from makegood.model.frozen import Frozen
from makegood.model.values import Amount, Exact

Reason = Literal[
    "unbacked", "surplus", "counted_twice", "trade_target", "purchase", "not_standing", "pre_existing", "ceiling",
    "repeat", "raise", "new",
]  # fmt: skip


class Ground(NamedTuple):
    """Why a portion counts or does not. `side`: `off` is no promise of investment, `told` one that was told before."""

    reason: Reason
    words: str
    rule: str
    side: Literal["off", "told", "kept"]


GROUNDS: tuple[Ground, ...] = (
    Ground("unbacked", "Nothing in the ledger backs it", "R3", "off"),
    Ground("surplus", "In the ledger, beyond what is claimed", "R3", "off"),
    Ground("counted_twice", "Counted twice", "R9", "off"),
    Ground("trade_target", "Trade targets", "R8", "off"),
    Ground("purchase", "Purchases", "R8", "off"),
    Ground("not_standing", "Only floated, denied or called off", "R2", "off"),
    Ground("pre_existing", "Announced before", "R11", "off"),
    Ground("ceiling", "Tops of ranges, “up to”", "R6", "off"),
    Ground("repeat", "Told before", "R10", "told"),
    Ground("raise", "Raises of older pledges", "R10", "kept"),
    Ground("new", "New pledges", "R10", "kept"),
)
"""In the order in which they come off the claim."""


class Portion(Frozen):
    """So much of the claim, on one ground. `pledge` and `statement` are None for what nothing backs.

    `stated` is the figure as told; `conversion` how it came into the claim's currency; `binding` whether the
    pledge counts as committed (R3).
    """

    reason: Reason
    amount: Exact
    pledge: str | None = None
    statement: str | None = None
    stated: Amount | None = None
    conversion: Conversion | None = None
    binding: bool = False
    note: str = ""


class Uncounted(Frozen):
    """A saying that adds nothing to the claim, and why: no figure, no term, no rate."""

    pledge: str
    statement: str
    stated: Amount | None
    why: str


class Step(Frozen):
    """All portions on one ground."""

    reason: Reason
    words: str
    rule: str
    side: Literal["off", "told", "kept"]
    amount: Exact
    portions: int


class Anatomy(Frozen):
    """A claim and its portions. `added_up`: nobody stated the sum, it is that of the figures themselves."""

    claimed: Exact
    currency: str
    added_up: bool
    since: date | None = None
    portions: tuple[Portion, ...]
    uncounted: tuple[Uncounted, ...] = ()
    told_again: int = 0

    @computed_field  # type: ignore[prop-decorator]
    @property
    def steps(self) -> tuple[Step, ...]:
        """The grounds that hold something, in their order; their amounts add up to the claim."""
        return tuple(_step(ground, found) for ground in GROUNDS if (found := self.on(ground.reason)))

    @computed_field  # type: ignore[prop-decorator]
    @property
    def promised(self) -> Exact:
        """What stands as promised investment, counted once, whether told before or not."""
        return sum((step.amount for step in self.steps if step.side != "off"), Decimal(0))

    @computed_field  # type: ignore[prop-decorator]
    @property
    def fresh(self) -> Exact:
        """What of it was not told before."""
        return sum((step.amount for step in self.steps if step.side == "kept"), Decimal(0))

    @computed_field  # type: ignore[prop-decorator]
    @property
    def binding(self) -> Exact:
        """What of the promised investment is committed or further (R3)."""
        off = {ground.reason for ground in GROUNDS if ground.side == "off"}
        return sum((p.amount for p in self.portions if p.binding and p.reason not in off), Decimal(0))

    def on(self, reason: Reason) -> tuple[Portion, ...]:
        """The portions on one ground, the largest first."""
        return tuple(sorted((p for p in self.portions if p.reason == reason), key=lambda p: -p.amount))


def take_apart(sayings: Sequence[Saying], question: Question) -> Anatomy:
    """The anatomy of a claim that is said to be the sum of these sayings."""
    figures: list[Figure] = []
    uncounted: list[Uncounted] = []
    for saying in sayings:
        found = figure(saying, question)
        if isinstance(found, str):
            uncounted.append(_uncounted(saying, found))
        else:
            figures.append(found)
    portions = [portion for one in counted_twice(figures) for portion in _split(one, question)]
    backed = sum((portion.amount for portion in portions), Decimal(0))
    claimed = backed if question.claimed is None else question.claimed
    portions += [Portion(reason="unbacked", amount=claimed - backed)] if claimed > backed else []
    portions += [Portion(reason="surplus", amount=claimed - backed)] if claimed < backed else []
    return Anatomy(
        claimed=claimed,
        currency=question.currency,
        added_up=question.claimed is None,
        since=question.since,
        portions=tuple(portions),
        uncounted=tuple(uncounted),
        told_again=sum(len(saying.pledge.statements) - 1 for saying in sayings) if question.whole else 0,
    )


def _uncounted(saying: Saying, why: str) -> Uncounted:
    return Uncounted(pledge=saying.pledge.id, statement=saying.sourced.id, stated=saying.amount, why=why)


def _split(told: Figure, question: Question) -> list[Portion]:
    """The portions of one figure; they add up to it, and none is empty unless the figure is."""
    top = told.ends.top
    left = top - told.twice
    cut: list[tuple[Reason, Decimal, str]] = [("counted_twice", told.twice, told.why_twice)]
    excluded = _excluded(told.saying, question)
    if excluded is not None:
        reason, note = excluded
        cut.append((reason, left, note))
    else:
        ceiling = min(left, top - told.ends.low)
        cut += [("ceiling", ceiling, "only the low end is promised"), *_by_age(told, left - ceiling, question)]
    return [_portion(told, reason, amount, note) for reason, amount, note in cut if amount]


def _excluded(saying: Saying, question: Question) -> tuple[Reason, str] | None:
    """The ground on which the whole figure is no new promise of investment, with a note."""
    pledge, rung = saying.pledge, RUNGS[saying.pledge.stage]
    if rung.column is None:
        return "not_standing", rung.why_not
    money = saying.statement.money or pledge.money
    if money == "purchase":
        return "purchase", "buys goods, builds nothing"
    if money == "trade_target":
        return "trade_target", "a wish about turnover"
    first = saying.first
    if question.since is not None and first is not None and sort_key(first)[1] < question.since:
        return "pre_existing", f"announced {first.date}"
    return None


def _by_age(told: Figure, firm: Decimal, question: Question) -> list[tuple[Reason, Decimal, str]]:
    """What is left of a figure as told before, a raise, or new (R10)."""
    saying = told.saying
    if told.before is None and not saying.on_top:
        return [("new", firm, "")]
    before = told.before or Decimal(0)
    # 'An additional $2 billion' that was told before in full is the same money told again.
    on_top = saying.on_top and before < told.ends.top
    old = Decimal(0) if on_top else min(firm, before)
    first = saying.earlier[0].document if saying.earlier else None
    when = first.published.date if first is not None and first.published is not None else "earlier"
    raised = "on top of an earlier figure" if on_top else f"raised since {when}"
    return [("new" if question.whole else "repeat", old, f"told {when}"), ("raise", firm - old, raised)]


def _portion(told: Figure, reason: Reason, amount: Decimal, note: str) -> Portion:
    pledge = told.saying.pledge
    return Portion(
        reason=reason,
        amount=amount,
        pledge=pledge.id,
        statement=told.saying.sourced.id,
        stated=told.saying.amount,
        conversion=told.conversion,
        binding=RUNGS[pledge.stage].column == "committed",
        note=note,
    )


def _step(ground: Ground, portions: Sequence[Portion]) -> Step:
    amount = sum((portion.amount for portion in portions), Decimal(0))
    return Step(**ground._asdict(), amount=amount, portions=len(portions))
