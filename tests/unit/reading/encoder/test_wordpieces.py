"""Word pieces: the cut of BERT's uncased vocabulary, with places in the text."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makegood.reading.encoder.wordpieces import word_pieces


def _cut(text: str) -> list[str]:
    return [text[a:b] for _, found in word_pieces(text, 0, len(text)) for _, a, b in found]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Arlo will invest €300m.", ["Ar", "lo", "will", "invest", "€", "30", "0", "m", "."]),
        ("$5bn plant", ["$", "5", "bn", "plant"]),
        ("state-of-the-art", ["state", "-", "of", "-", "the", "-", "art"]),
        ("Łódź", ["Łódź"]),
        ("Málaga", ["Málaga"]),
        ("中国 2", ["中", "国", "2"]),
        ("a\u00adb", ["a\u00adb"]),
        ("", []),
    ],
)
def test_pieces_are_stretches_of_the_text(text: str, pieces: list[str]) -> None:
    assert _cut(text) == pieces


def test_case_and_accents_do_not_change_what_a_word_is() -> None:
    (_, plain), (_, accented) = next(word_pieces("cafe", 0, 4)), next(word_pieces("CAFÉ", 0, 4))
    assert [i for i, _, _ in plain] == [i for i, _, _ in accented]


def test_a_word_beyond_all_measure_is_one_unknown_piece() -> None:
    assert [found for _, found in word_pieces("x" * 101, 0, 101)] == [[(100, 0, 101)]]


def test_only_what_is_asked_for_is_cut() -> None:
    assert [word for word, _ in word_pieces("one two three", 4, 7)] == ["two"]


@given(st.text(max_size=60))
def test_pieces_come_in_order_and_lie_within_the_text(text: str) -> None:
    found = [(a, b) for _, pieces in word_pieces(text, 0, len(text)) for _, a, b in pieces]
    assert all(0 <= a < b <= len(text) for a, b in found)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(found))
