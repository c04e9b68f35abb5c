"""Bins of confidence and the expected calibration error, worked out by hand."""

import pytest

from evals.calibration import Reliability, reliability, together


def test_the_error_is_the_weighted_distance_of_the_bins() -> None:
    found = reliability([(0.95, True), (0.95, True), (0.95, True), (0.95, False), (0.6, True)])
    assert [(b.low, b.high, b.count, b.right, b.confidence) for b in found.bins] == [
        (0.5, 0.6, 1, 1, 0.6),
        (0.9, 1.0, 4, 3, 0.95),
    ]
    assert found.count == 5
    assert found.error == pytest.approx((1 * 0.4 + 4 * 0.2) / 5)


def test_confidence_that_means_what_it_says_has_no_error() -> None:
    assert reliability([(0.75, True), (0.75, True), (0.75, True), (0.75, False)]).error == pytest.approx(0)


@pytest.mark.parametrize(("confidence", "low"), [(0.0, 0.0), (0.1, 0.0), (0.3, 0.2), (0.30001, 0.3), (1.0, 0.9)])
def test_the_ends_of_bins(confidence: float, low: float) -> None:
    assert reliability([(confidence, True)]).bins[0].low == pytest.approx(low)


def test_nothing_judged_has_no_error() -> None:
    assert Reliability().error == 0


def test_parts_together_are_as_judged_at_once() -> None:
    one, other = [(0.9, True), (0.2, False)], [(0.85, False), (0.5, True), (0.18, False)]
    assert together([reliability(one), reliability(other)]) == reliability([*one, *other])
