"""When two values count as the same: numbers within a percent, names that may mean one actor, words shared."""

from collections.abc import Iterable

from evals.names import any_name, fold
from makegood.model.actor import ActorName
from makegood.model.values import Amount, Number, Quantity, Rate

_TOLERANCE = 0.011
_SMALL_WORDS = frozenset(("the", "and", "of", "in", "for", "to", "a", "an", "with", "new", "its", "on", "us", "u", "s"))


def near(one: Number | None, other: Number | None, tolerance: float = _TOLERANCE) -> bool:
    """Whether two numbers differ by no more than `tolerance` of the larger; nothing is near None."""
    if one is None or other is None:
        return False
    return abs(one - other) <= tolerance * max(abs(one), abs(other), 1e-9)


def any_near(wanted: Iterable[Number], quantity: Quantity | Rate | None) -> bool:
    """Whether an end of the quantity is near one of the wanted numbers."""
    ends = (quantity.low, quantity.high) if quantity else ()
    return any(near(number, end) for number in wanted for end in ends)


def amount_agrees(wanted: tuple[Number, ...], amount: Amount | None) -> bool | None:
    """True: an end is a wanted amount, or both are silent. False: they contradict. None: one of them is silent."""
    told = amount is not None and bool(amount.low or amount.high)
    if bool(wanted) != told:
        return None
    return not wanted or any_near(wanted, amount)


def named(wanted: Iterable[str], *actors: ActorName | str | None) -> bool:
    """Whether one of the actors may be one of the wanted names."""
    names = [actor.name if isinstance(actor, ActorName) else actor for actor in actors if actor]
    return any_name(wanted, names)


def shares_word(wanted: Iterable[str], said: str | None, small: bool = True) -> bool:
    """Whether a word stands in both; without `small`, a word that means something."""
    ignored = frozenset() if small else _SMALL_WORDS
    return bool((set(fold(" ".join(wanted)).split()) - ignored) & set(fold(said or "").split()))
