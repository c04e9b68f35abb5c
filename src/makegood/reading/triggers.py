"""Whether a text can hold any statement at all: the triggers of all readers, and money, asked of the whole text."""

from functools import cache

from makegood.reading import (
    accords,
    curbs,
    encounters,
    holdings,
    outlays,
    outlooks,
    plans,
    subsidies,
    tariffs,
    ties,
    turns,
)
from makegood.reading.gate import Gate, any_opens
from makegood.reading.money import may_hold_money

_READERS = (accords, curbs, encounters, holdings, outlays, outlooks, plans, subsidies, tariffs, ties, turns)


def worth_reading(text: str) -> bool:
    """Whether some reader has its words in the text; offers, totals, funds and subsidies need a sum of money."""
    return any_opens(_gates(), text) or may_hold_money(text)


@cache
def _gates() -> tuple[Gate, ...]:
    return (*(reader.triggers() for reader in _READERS), plans.hiring_triggers())
