"""Whether confidence means what it says: of statements read with .8, eight in ten should be right.

`reliability` sorts (confidence, right) pairs into ten bins of equal width; the expected calibration error is the mean
distance between a bin's mean confidence and its share of right ones, weighted by how many are in it
(Guo et al. 2017, On Calibration of Modern Neural Networks). What is asked is .05 or less.
"""

from collections.abc import Iterable

from makegood.model.frozen import Frozen

BINS = 10
_DIGITS = 4


class Bin(Frozen):
    """Statements whose confidence lies in (low, high]; 0 is in the first bin."""

    low: float
    high: float
    count: int
    right: int
    confidence: float

    @property
    def accuracy(self) -> float:
        """Share of right ones; bins are never empty."""
        return self.right / self.count


class Reliability(Frozen):
    """The bins that hold anything, the lowest first."""

    bins: tuple[Bin, ...] = ()

    @property
    def count(self) -> int:
        """How many were judged."""
        return sum(one.count for one in self.bins)

    @property
    def error(self) -> float:
        """Expected calibration error, 0 to 1; 0 where nothing was judged."""
        distances = sum(one.count * abs(one.accuracy - one.confidence) for one in self.bins)
        return distances / self.count if self.bins else 0.0


def reliability(judged: Iterable[tuple[float, bool]]) -> Reliability:
    """The reliability of (confidence, right) pairs: of statements, or of fields once they carry confidence."""
    inside: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in judged:
        inside.setdefault(_place(confidence), []).append((confidence, right))
    return Reliability(bins=tuple(_bin(place, inside[place]) for place in sorted(inside)))


def together(parts: Iterable[Reliability]) -> Reliability:
    """One reliability over several, as if their pairs had been judged at once."""
    places: dict[float, list[Bin]] = {}
    for part in parts:
        for one in part.bins:
            places.setdefault(one.low, []).append(one)
    return Reliability(bins=tuple(_joined(places[low]) for low in sorted(places)))


def _place(confidence: float) -> int:
    """Which bin; whole tenths belong to the bin that they end."""
    return next(place for place in range(BINS) if confidence <= (place + 1) / BINS or place == BINS - 1)


def _bin(place: int, pairs: list[tuple[float, bool]]) -> Bin:
    return Bin(
        low=place / BINS,
        high=(place + 1) / BINS,
        count=len(pairs),
        right=sum(right for _, right in pairs),
        confidence=round(sum(confidence for confidence, _ in pairs) / len(pairs), _DIGITS),
    )


def _joined(bins: list[Bin]) -> Bin:
    count = sum(one.count for one in bins)
    return Bin(
        low=bins[0].low,
        high=bins[0].high,
        count=count,
        right=sum(one.right for one in bins),
        confidence=round(sum(one.confidence * one.count for one in bins) / count, _DIGITS),
    )
