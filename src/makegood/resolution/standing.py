"""The stage of a pledge from all that was said of it, in time (R2, R4, R13).

Statements at about the same time, the least binding stage counts. Later tellings may raise it, never lower
it: a late report that only recalls the promise undoes nothing. A setback counts once it is told, until
a later telling says that things went on.
"""

from collections.abc import Sequence
from typing import get_args

from makegood.model.statement import Stage
from makegood.resolution.gists import Gist
from makegood.resolution.told import first_day

LADDER: tuple[Stage, ...] = get_args(Stage)[:8]
"""From the least binding stage up; all others are setbacks."""

_WAVE = 31


def standing(told: Sequence[Gist]) -> tuple[Stage, Gist]:
    """The stage and the statement that it is from; `told` in the order of publication, at least one."""
    current: tuple[Stage, Gist] | None = None
    for wave in _waves(told):
        setback = next((one for one in reversed(wave) if one.stage not in LADDER), None)
        if setback is not None:
            current = setback.stage, setback
            continue
        least = min(wave, key=lambda one: (LADDER.index(one.stage), one.order))
        if current is None or _outweighs(least.stage, current[0]):
            current = least.stage, least
    if current is None:
        raise ValueError("a pledge without a statement")
    return current


def _outweighs(stage: Stage, current: Stage) -> bool:
    """Higher on the ladder; after a setback only what says that the work itself goes on."""
    if current in LADDER:
        return LADDER.index(stage) > LADDER.index(current)
    return LADDER.index(stage) >= LADDER.index("started")


def _waves(told: Sequence[Gist]) -> list[list[Gist]]:
    """Statements published within a month of the first of them; undated ones are a wave of their own."""
    waves: list[list[Gist]] = []
    for one in told:
        first = first_day(waves[-1][0].published) if waves else None
        day = first_day(one.published)
        together = day is None if first is None else day is not None and (day - first).days <= _WAVE
        if waves and together:
            waves[-1].append(one)
        else:
            waves.append([one])
    return waves
