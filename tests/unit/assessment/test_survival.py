import sys

import pytest

from makegood.assessment.survival import Life, curve, lives
from makegood.errors import ConfigError
from makegood.reference.pledges import history
from tests.rows import outcome_row, pledge_row

ROWS = [pledge_row(slug, announced_on="2010-01-01") for slug in ("done", "off", "open", "unseen")]
SEEN = [
    outcome_row("done", "2012-01-01", "under_construction"),
    outcome_row("done", "2013-01-01", "delivered"),
    outcome_row("off", "2011-01-01", "cancelled"),
    outcome_row("open", "2016-01-01", "delayed"),
]


def _lives(until: str) -> list[tuple[float, bool]]:
    return [(round(one.years, 1), one.happened) for one in lives(history(ROWS, SEEN), until)]  # type: ignore[arg-type]


def test_a_pledge_lives_until_it_is_settled_or_last_seen() -> None:
    assert _lives("settled") == [(3.0, True), (1.0, True), (6.0, False)]


def test_a_cancelled_pledge_waits_for_delivery_to_the_end() -> None:
    assert _lives("delivered") == [(3.0, True), (6.0, False), (6.0, False)]


def test_the_curve_is_kaplan_and_meier_s() -> None:
    pytest.importorskip("scipy")
    found = [Life(1, True), Life(2, True), Life(3, False), Life(3, True), Life(4, False), Life(5, True)]
    shares = [point.share for point in curve(found, (0.5, 1, 2, 3, 4, 5))]
    assert shares == pytest.approx([0, 1 / 6, 1 / 3, 1 / 2, 1 / 2, 1])
    second = curve(found, (2,))[0]
    assert second.low is not None
    assert second.high is not None
    assert second.low < second.share < second.high


def test_where_nothing_happened_nothing_is_drawn() -> None:
    pytest.importorskip("scipy")
    (point,) = curve([Life(1, False)], (1,))
    assert (point.share, point.low) == (0.0, None)


def test_without_scipy_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.stats", None)
    with pytest.raises(ConfigError, match=r"makegood\[statistics\]"):
        curve([Life(1, True)], (1,))
