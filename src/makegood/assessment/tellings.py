"""The tellings of pledges: what each document says of one, and what was said of it before (R10)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from makegood.assessment.calendar import interval, sort_key
from makegood.assessment.ends import Ends, ends
from makegood.assessment.sourced import Sourced
from makegood.model.pledge import Pledge
from makegood.model.statement import PledgeStatement
from makegood.model.values import Amount, PartialDate
from makegood.reference.folding import fold
from makegood.reference.telling import telling_words

_BESIDE = 4
"""So many words on either side of a figure tell whether it takes in an earlier one."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement of a pledge, with all earlier ones by publication; undated ones come last."""

    pledge: Pledge
    sourced: Sourced
    earlier: tuple[Sourced, ...] = ()

    @property
    def statement(self) -> PledgeStatement:
        """The statement."""
        return _pledge_of(self.sourced)

    @property
    def ends(self) -> Ends | None:
        """Low and high of the figure told; None where there is none to add up."""
        return ends(self.statement.amount, self.statement.horizon or self.pledge.horizon)

    @property
    def before(self) -> Ends | None:
        """The last figure told before in the same currency; None where there was none."""
        own = self.statement.amount
        found = [
            both
            for one in self.earlier
            if (amount := _pledge_of(one).amount) is not None
            and own is not None
            and amount.currency == own.currency
            and (both := ends(amount, _pledge_of(one).horizon or self.pledge.horizon)) is not None
        ]
        return found[-1] if found else None

    @property
    def on_top(self) -> bool:
        """Whether the sentence says that its figure comes on top of an earlier one."""
        return _says("added", self.sourced) and not _says("whole", self.sourced)

    @property
    def first(self) -> PartialDate | None:
        """When the pledge was announced, else first told, as far as it is known."""
        told = [self.pledge.announced, *(one.document.published for one in (*self.earlier, self.sourced))]
        known = [when for when in told if when is not None and interval(when.date) is not None]
        return min(known, key=sort_key, default=None)


def tellings_of(document: str, pledges: Sequence[Pledge], sourced: Mapping[str, Sourced]) -> list[Telling]:
    """What one document tells of pledges, in the order of its text.

    Args:
        document: its id.
        sourced: statement id → statement, of all documents.
    """
    found = [
        Telling(pledge, sourced[one], _before(pledge, sourced[one], sourced))
        for pledge in pledges
        for one in pledge.statements
        if one in sourced and sourced[one].document.id == document
    ]
    return sorted(found, key=lambda telling: (telling.sourced.start, _place(telling.sourced), telling.sourced.id))


def latest_tellings(pledges: Sequence[Pledge], sourced: Mapping[str, Sourced]) -> list[Telling]:
    """Each pledge as it was told last with a figure, or told last if never with one; by name."""
    found = []
    for pledge in pledges:
        told = sorted((sourced[one] for one in pledge.statements if one in sourced), key=_when)
        if told:
            last = next((one for one in reversed(told) if _pledge_of(one).amount is not None), told[-1])
            found.append(Telling(pledge, last, tuple(one for one in told if _when(one) < _when(last))))
    return sorted(found, key=lambda telling: (telling.pledge.name.casefold(), telling.pledge.id))


def stated(amount: Amount | None) -> Decimal:
    """The figure as a headline has it; 0 where there is none."""
    ends_told = [end for end in (amount.low, amount.high) if end is not None] if amount is not None else []
    return max((Decimal(str(end)) for end in ends_told), default=Decimal(0))


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


def _pledge_of(sourced: Sourced) -> PledgeStatement:
    if not isinstance(sourced.statement, PledgeStatement):
        raise TypeError(f"{sourced.id} is no pledge statement")
    return sourced.statement


def _says(kind: str, sourced: Sourced) -> bool:
    """Whether the words beside the figure say it: 'an additional $2 billion', '$2 billion on top of'."""
    evidence = sourced.statement.evidence
    sentence, figure = evidence["_"][0], (evidence.get("amount") or evidence["_"])[0]
    at = figure.start - sentence.start
    before = fold(sentence.quote[: max(at, 0)]).split()[-_BESIDE:]
    after = fold(sentence.quote[at + len(figure.quote) :]).split()[:_BESIDE]
    near = f" {' '.join([*before, *fold(figure.quote).split()])} | {' '.join(after)} "
    return any(f" {phrase} " in near for phrase in telling_words(kind))
