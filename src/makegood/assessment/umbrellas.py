"""Who is part of whom within one set of pledges, and what the parts take off their umbrella (R9)."""

from collections.abc import Sequence
from decimal import Decimal

from makegood.assessment.ends import Ends, added, in_force, standing
from makegood.assessment.stages import RUNGS
from makegood.model.pledge import Pledge


class Umbrellas:
    """The families of a set of pledges; a part of itself through others stands alone."""

    def __init__(self, pledges: Sequence[Pledge]) -> None:
        self._known = {p.id: p for p in pledges}
        self._parts: dict[str, list[Pledge]] = {}
        for pledge in pledges:
            parent = self.parent(pledge)
            if parent is not None:
                self._parts.setdefault(parent.id, []).append(pledge)

    def parent(self, pledge: Pledge) -> Pledge | None:
        """The umbrella, when it is in the set and the chain of umbrellas has an end."""
        seen = {pledge.id}
        above = self._known.get(pledge.part_of or "")
        while above is not None and above.id not in seen:
            seen.add(above.id)
            above = self._known.get(above.part_of or "")
        return None if above is not None else self._known.get(pledge.part_of or "")

    def parts(self, pledge: Pledge) -> Sequence[Pledge]:
        """The pledges of the set that are part of this one, not of each other."""
        return self._parts.get(pledge.id, [])

    def drawn(self, pledge: Pledge) -> Ends:
        """What the parts take off their umbrella. Called-off parts take nothing, purchases do."""
        return added([self._gross(part) for part in self.parts(pledge)])

    def _gross(self, pledge: Pledge) -> Ends:
        own = standing(pledge) if RUNGS[pledge.stage].column is not None else None
        parent = self.parent(pledge)
        if own is not None and parent is not None and not same_currency(pledge, parent):
            own = None
        below = self.drawn(pledge)
        if own is None:
            return below
        high = None if own.high is None or below.high is None else max(own.high, below.high)
        return Ends(low=max(own.low, below.low), high=high)


def same_currency(one: Pledge, other: Pledge) -> bool:
    """Whether two amounts can be taken off one another."""
    mine, theirs = in_force(one), in_force(other)
    return mine is None or theirs is None or mine.currency == theirs.currency


def remainder(own: Ends, drawn: Ends) -> Ends:
    """What is left of an umbrella; its high may then lie below its low, the sums are right."""
    low = max(Decimal(0), own.low - drawn.low)
    high = None if own.high is None else max(Decimal(0), own.high - (drawn.high or drawn.low))
    return Ends(low=low, high=high)
