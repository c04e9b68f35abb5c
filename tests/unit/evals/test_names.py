"""Names that may mean one actor, and names that may not."""

import pytest

from evals.names import any_name, fold, same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Arlo Steel", "ARLO STEEL plc"),
        ("Nordstråle", "Nordstrale"),
        ("Arlo Steel's", "Arlo Steel"),
        ("Arlo", "Arlo Steel Group"),
        ("KR", "Seoul"),
        ("South Korea", "the Republic of Korea"),
        ("Halden Chip Works", "Haldenchip Works"),
        ("International Mill Board", "IMB"),
        ("Vasilopoulos", "Vassilopoulos"),
    ],
)
def test_one_actor(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Arlo Steel", "Bexley Steel"), ("South Korea", "North Korea"), ("", "Arlo"), ("…", "…"), ("Arlo", "Arla")],
)
def test_two_actors(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_a_name_of_empty_words_alone_keeps_them() -> None:
    assert same_name("The Group", "the group")
    assert not same_name("The Group", "The Company")


def test_folding_leaves_words() -> None:
    assert fold("Łódź’s “Mill-2”") == "odz mill 2"


def test_any_of_several() -> None:
    assert any_name(["Bex", "Arlo"], iter(["Cyr", "Arlo Steel"]))
    assert not any_name([], ["Arlo"])
