from hypothesis import given
from hypothesis import strategies as st

from makegood.cli.ids import SHORTEST, short

ONES = st.sets(st.text("01", min_size=12, max_size=12).map("pl:".__add__), min_size=1, max_size=40)


@given(ONES)
def test_each_beginning_belongs_to_one_id_only(ids: set[str]) -> None:
    for identity, beginning in short(ids).items():
        assert [one for one in ids if one.startswith(beginning)] == [identity]


@given(ONES)
def test_no_beginning_is_longer_than_it_must_be(ids: set[str]) -> None:
    for beginning in short(ids).values():
        shorter = beginning[:-1]
        needed = sum(one.startswith(shorter) for one in ids) > 1
        assert needed or len(beginning) == len("pl:") + SHORTEST
