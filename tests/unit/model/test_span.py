"""Spans: code points, exact quotes, nothing empty or outside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from makegood.model.span import Span


@given(st.text(min_size=1), st.data())
def test_a_span_of_a_text_stands_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    assert span.quote == text[start:end]
    assert span.stands_in(text)


def test_offsets_count_code_points_not_bytes() -> None:
    assert Span.of("¥5 trillion, “€3 billion”", 14, 24).quote == "€3 billion"


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (8, 30), (-2, 2)])
def test_an_empty_or_outside_interval_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValidationError):
        Span.of("ten words", start, end)


def test_a_quote_of_another_length_is_refused() -> None:
    with pytest.raises(ValidationError, match="does not fit its quote"):
        Span(start=0, end=4, quote="five!")


def test_a_quote_that_is_not_the_text_does_not_stand_in_it() -> None:
    assert not Span(start=0, end=3, quote="ten").stands_in("one two")
