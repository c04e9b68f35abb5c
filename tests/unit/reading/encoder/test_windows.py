"""Windows: sentences that the encoder sees together."""

from hypothesis import given
from hypothesis import strategies as st

from makegood.reading.encoder.windows import LONGEST, around, pieces, window


def test_a_window_opens_once_and_parts_its_sentences() -> None:
    text = "Arlo pays. It will build."
    made = window([pieces(text, 0, 10), pieces(text, 11, 25)])
    assert made.ids.count(101) == 1
    assert made.ids.count(102) == 2
    assert {text[a:b] for a, b in zip(made.starts, made.ends, strict=True) if a >= 0} >= {"pays", "build", "."}


def test_the_pieces_that_touch_an_interval() -> None:
    text = "Arlo will sink €300m into a mill"
    made = window([pieces(text, 0, len(text))])
    first, past = made.within(15, 20)
    assert "".join(text[made.starts[k] : made.ends[k]] for k in range(first, past)) == "€300m"
    assert made.within(0, 0) == (0, 0)


def test_a_sentence_too_long_is_cut_to_a_window() -> None:
    text = "word " * 500
    assert len(pieces(text, 0, len(text))) == LONGEST - 1


@given(st.lists(st.integers(1, LONGEST - 1), min_size=1, max_size=30), st.data())
def test_every_wanted_sentence_is_asked_once_in_a_window_that_holds_it(lengths: list[int], data: st.DataObject) -> None:
    wanted = sorted(data.draw(st.sets(st.integers(0, len(lengths) - 1))))
    asked = []
    for first, past, here in around(lengths, wanted):
        assert sum(lengths[first:past]) < LONGEST
        assert all(first <= k < past for k in here)
        asked += here
    assert asked == wanted
