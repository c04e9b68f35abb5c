"""An amount as the low and the high end that a total adds up (R6, R7)."""

from collections.abc import Iterable
from decimal import Decimal

from makegood.model.frozen import Frozen
from makegood.model.pledge import Pledge
from makegood.model.values import Amount, Exact, Horizon

_A_YEAR = {"year": Decimal(1), "month": Decimal(12)}


class Ends(Frozen):
    """Low and high; `high` is None where the text sets no ceiling ('at least')."""

    low: Exact
    high: Exact | None

    @property
    def top(self) -> Decimal:
        """The figure as a headline has it: the high end, or the low one where there is no other."""
        return self.low if self.high is None else self.high


NOTHING = Ends(low=Decimal(0), high=Decimal(0))


def ends(amount: Amount | None, horizon: Horizon | None) -> Ends | None:
    """Both ends over the whole term (R6); None where there is no sum to add, or none without a stated term (R7)."""
    scale = _scale(amount, horizon) if amount is not None else None
    if amount is None or scale is None:
        return None
    low = Decimal(0) if amount.low is None else Decimal(str(amount.low)) * scale
    high = None if amount.high is None else Decimal(str(amount.high)) * scale
    return Ends(low=Decimal(0) if amount.bound in ("up_to", "less_than") else low, high=high)


def in_force(pledge: Pledge) -> Amount | None:
    """The amount that a total counts: the last that was in force, else the first (R5)."""
    return pledge.stands or pledge.amount


def standing(pledge: Pledge) -> Ends | None:
    """Both ends of the amount in force; None where there is no sum to add."""
    return ends(in_force(pledge), pledge.horizon)


def added(several: Iterable[Ends]) -> Ends:
    """The sum of both ends; without a ceiling where one of them has none."""
    listed = list(several)
    highs = [one.high for one in listed if one.high is not None]
    high = sum(highs, Decimal(0)) if len(highs) == len(listed) else None
    return Ends(low=sum((one.low for one in listed), Decimal(0)), high=high)


def why_no_ends(amount: Amount | None) -> str:
    """Why `ends` gave none."""
    if amount is None:
        return "no amount stated (R1)"
    return f"an amount per {amount.per} without a stated term is never multiplied out (R7)"


def _scale(amount: Amount, horizon: Horizon | None) -> Decimal | None:
    """What turns the amount into a total over its stated term; None where no term is stated (R7)."""
    if amount.per == "total":
        return Decimal(1)
    years = horizon.years if horizon is not None else None
    if years is None or amount.per not in _A_YEAR:
        return None
    return _A_YEAR[amount.per] * Decimal(str(years))
