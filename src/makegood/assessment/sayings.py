"""The sayings of pledges: what each document says of one, and what stood before it (R10)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from makegood.assessment.calendar import interval, sort_key
from makegood.assessment.ends import Ends, ends
from makegood.assessment.sourced import Sourced
from makegood.model.pledge import Pledge, Telling
from makegood.model.statement import PledgeStatement
from makegood.model.values import Amount, PartialDate

_OPENS = frozenset({"first", "distinct", "part_of"})
"""What a telling did that nothing of its pledge was told before."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement of a pledge, with all earlier ones by publication. `amount` is the figure that counts of it.

    `before` is the figure that stood before it, `on_top` whether its own comes on top of that.
    """

    pledge: Pledge
    sourced: Sourced
    earlier: tuple[Sourced, ...] = ()
    amount: Amount | None = None
    before: Ends | None = None
    on_top: bool = False

    @classmethod
    def of(cls, pledge: Pledge, sourced: Sourced, earlier: Sequence[Sourced] = ()) -> "Saying":
        """A statement with what the ledger knows of how it stands to the earlier ones."""
        amount = pledge_statement(sourced).amount
        telling = next((one for one in pledge.tellings if one.statement == sourced.id), None)
        old = telling.old if telling is not None and telling.relation not in _OPENS else None
        comparable = old is not None and amount is not None and old.currency == amount.currency
        before = ends(old, pledge.horizon) if comparable else None
        return cls(pledge, sourced, tuple(earlier), amount, before, _comes_on_top(telling, amount))

    @property
    def statement(self) -> PledgeStatement:
        """The statement."""
        return pledge_statement(self.sourced)

    @property
    def ends(self) -> Ends | None:
        """Low and high of the figure; None where there is none to add up."""
        return ends(self.amount, self.statement.horizon or self.pledge.horizon)

    @property
    def first(self) -> PartialDate | None:
        """When the pledge was announced, else first told, as far as it is known."""
        told = [self.pledge.announced, *(one.document.published for one in (*self.earlier, self.sourced))]
        known = [when for when in told if when is not None and interval(when.date) is not None]
        return min(known, key=sort_key, default=None)


def sayings_of(document: str, pledges: Sequence[Pledge], sourced: Mapping[str, Sourced]) -> list[Saying]:
    """What one document says of pledges, in the order of its text.

    Args:
        document: its id.
        sourced: statement id → statement, of all documents.
    """
    found = [
        Saying.of(pledge, sourced[one], _before(pledge, sourced[one], sourced))
        for pledge in pledges
        for one in pledge.statements
        if one in sourced and sourced[one].document.id == document
    ]
    return sorted(found, key=lambda saying: (saying.sourced.start, _place(saying.sourced), saying.sourced.id))


def standing_sayings(pledges: Iterable[Pledge], sourced: Mapping[str, Sourced]) -> list[Saying]:
    """Each pledge once, at the figure that stands now, by the last statement with a figure; by name."""
    found = []
    for pledge in pledges:
        told = sorted((sourced[one] for one in pledge.statements if one in sourced), key=_when)
        if told:
            last = next((one for one in reversed(told) if pledge_statement(one).amount is not None), told[-1])
            stands, opened = pledge.stands or pledge.amount, pledge.amount
            same = stands is None or opened is None or opened == stands or opened.currency != stands.currency
            earlier = tuple(one for one in told if _when(one) < _when(last))
            found.append(Saying(pledge, last, earlier, stands, None if same else ends(opened, pledge.horizon)))
    return sorted(found, key=lambda saying: (saying.pledge.name.casefold(), saying.pledge.id))


def stated(amount: Amount | None) -> Decimal:
    """The figure as a headline has it; 0 where there is none."""
    ends_told = [end for end in (amount.low, amount.high) if end is not None] if amount is not None else []
    return max((Decimal(str(end)) for end in ends_told), default=Decimal(0))


def pledge_statement(sourced: Sourced) -> PledgeStatement:
    """The statement of a pledge.

    Raises:
        TypeError: it is of another kind.
    """
    if not isinstance(sourced.statement, PledgeStatement):
        raise TypeError(f"{sourced.id} is no pledge statement")
    return sourced.statement


def _comes_on_top(telling: Telling | None, amount: Amount | None) -> bool:
    """Whether all of a raised figure is new money (R10: 'on top of')."""
    if telling is None or amount is None or telling.relation != "raise" or telling.old is None:
        return False
    return telling.new_low == amount.low and telling.new_high == amount.high and telling.old.low != 0


def _before(pledge: Pledge, own: Sourced, sourced: Mapping[str, Sourced]) -> tuple[Sourced, ...]:
    others = (sourced[one] for one in pledge.statements if one in sourced)
    told = [one for one in others if one.document.id != own.document.id and _when(one) < _when(own)]
    return tuple(sorted(told, key=_when))


def _when(sourced: Sourced) -> tuple[object, ...]:
    return sort_key(sourced.document.published), sourced.document.id, sourced.start, sourced.id


def _place(sourced: Sourced) -> int:
    """Where the figure stands: one sentence may hold several."""
    evidence = sourced.statement.evidence
    return (evidence.get("amount") or evidence["_"])[0].start
