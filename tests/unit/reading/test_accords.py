import pytest

from makegood.reading.accords import find_accords
from tests.staging import Stage


@pytest.mark.parametrize(
    ("text", "imposer", "target", "status"),
    [
        ("Peru and Kenya agreed to a trade deal.", "Peru", ("KE",), "agreed"),
        ("Peru announced an agreement on reciprocal trade with Kenya.", "Peru", ("KE",), "agreed"),
        ("A free trade agreement between Peru and Kenya was signed.", "Peru", ("KE",), "agreed"),
        ("Peru hopes for a trade pact with Kenya.", "Peru", ("KE",), "proposed"),
    ],
)
def test_both_sides_and_how_far_it_is(text: str, imposer: str, target: tuple[str, ...], status: str) -> None:
    stage = Stage(text)
    (found,) = find_accords(stage.story, stage.cast)
    assert found.imposer is not None
    assert found.target is not None
    assert (found.imposer.value, found.target.value, found.status.value) == (imposer, target, status)


@pytest.mark.parametrize(
    "text",
    [
        "The trade deal helped exporters.",
        "Acme Corp. signed a supply agreement with Kenya.",
        "Economic deals worth $5 billion were announced by Peru and Kenya.",
    ],
)
def test_what_is_no_trade_deal(text: str) -> None:
    stage = Stage(text)
    assert not find_accords(stage.story, stage.cast)
