"""How long pledges stay open: survival on censored data, by Kaplan and Meier, from the reference ledger.

A pledge is last seen when its last outcome was; what became of it since is not known, so it is censored there.
Cancelled pledges will never be delivered: for the share delivered they stay among those waiting, to the end.
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from makegood.assessment.base_rates import FATES
from makegood.assessment.calendar import interval
from makegood.errors import ConfigError
from makegood.reference.pledges import History, PastPledge

Until = Literal["settled", "delivered"]
_DAYS_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Life:
    """Years from the announcement to the event, or to when the pledge was last seen without it."""

    years: float
    happened: bool


@dataclass(frozen=True, slots=True)
class Point:
    """After so many years the event has come to this share, within the 95 % interval where there is one."""

    years: float
    share: float
    low: float | None
    high: float | None


def lives(history: History, until: Until) -> list[Life]:
    """The lives of all pledges with a dated announcement and an outcome that does not stand on a weak page.

    `settled` is delivered or cancelled, whichever comes first.
    """
    seen = [life for pledge in history.pledges if not pledge.part_of and (life := _life(history, pledge, until))]
    longest = max((years for years, _ in seen), default=0.0)
    return [Life(longest if event == "never" else years, event == "happened") for years, event in seen]


def _life(
    history: History, pledge: PastPledge, until: Until
) -> tuple[float, Literal["happened", "open", "never"]] | None:
    start = _day(pledge.announced)
    outcomes = [one for one in history.of(pledge.slug) if one.found in FATES and not one.page.weak]
    if start is None or not outcomes:
        return None
    for one in outcomes:
        if one.found == "delivered" or (one.found == "cancelled" and until == "settled"):
            return _years(start, one.as_of), "happened"
    last = outcomes[-1]
    return _years(start, last.as_of), "never" if last.found == "cancelled" else "open"


def _day(iso: str) -> float | None:
    """The middle of the days that a date may mean, as a number of days."""
    span = interval(iso) if iso else None
    return (span[0].toordinal() + span[1].toordinal()) / 2 if span is not None else None


def _years(start: float, iso: str) -> float:
    return max(0.0, ((_day(iso) or start) - start) / _DAYS_A_YEAR)


def curve(found: Sequence[Life], at: Sequence[float]) -> list[Point]:
    """The share to which the event has come after each of the years `at`, with log-log intervals.

    Raises:
        ConfigError: SciPy is not installed.
    """
    try:
        # SciPy is an extra (docs/decisions/0202) and takes a second to import.
        from scipy.stats import CensoredData, ecdf  # noqa: PLC0415
    except ImportError as error:
        raise ConfigError("survival needs SciPy: pip install 'makegood[statistics]'") from error
    if not any(life.happened for life in found):
        return [Point(years, 0.0, None, None) for years in at]
    known = [life.years for life in found if life.happened]
    open_still = [life.years for life in found if not life.happened]
    estimate = ecdf(CensoredData(uncensored=known, right=open_still)).sf
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # no interval where nobody, or everybody, is left
        within = estimate.confidence_interval(confidence_level=0.95, method="log-log")
    return [
        Point(years, 1 - float(estimate.evaluate(years)), _end(within.high, years), _end(within.low, years))
        for years in at
    ]


def _end(bound: object, years: float) -> float | None:
    """One end of the interval of the share that is done, from the other end of what survives."""
    value = float(bound.evaluate(years))  # type: ignore[attr-defined]
    return 1 - value if value == value else None
