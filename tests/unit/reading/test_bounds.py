import pytest

from makegood.reading.bounds import bound_before, bounded, is_change


@pytest.mark.parametrize(
    ("before", "bound"),
    [
        ("up to ", "up_to"),
        ("as many as ", "up_to"),
        ("no more than ", "up_to"),
        ("capped at ", "up_to"),
        ("up to\n    ", "up_to"),
        ("at least another ", "at_least"),
        ("not less than ", "at_least"),
        ("a minimum of ", "at_least"),
        ("more than a ", "more_than"),
        ("north of ", "more_than"),
        ("over ", "more_than"),
        ("just under ", "less_than"),
        ("close to ", "about"),
        ("an estimated ", "about"),
        ("~", "about"),
    ],
)
def test_words_before_a_figure_bound_it(before: str, bound: str) -> None:
    text = f"It is {before}500"
    assert bound_before(text, len(text) - 3) == (6, bound)


@pytest.mark.parametrize(
    "before", ["more than the ", "moreover ", "over the ", "a dispute over ", "$5 million over ", "group to "]
)
def test_other_words_do_not(before: str) -> None:
    text = f"It is {before}500"
    assert bound_before(text, len(text) - 3) is None


@pytest.mark.parametrize(
    ("text", "end", "bound"),
    [
        ("500 or more", 11, "at_least"),
        ("500+ of them", 4, "at_least"),
        ("500 or so", 9, "about"),
        ("500 at most", 11, "up_to"),
        ("500 + 300", 3, "exact"),
        ("500 or 600", 3, "exact"),
    ],
)
def test_words_behind_a_figure_bound_it(text: str, end: int, bound: str) -> None:
    frame = bounded(text, 0, 3)
    assert (frame.end, frame.bound) == (end, bound)


def test_a_bound_does_not_reach_into_the_mention_before() -> None:
    text = "up to 500"
    assert bound_before(text, 6, limit=6) is None


def test_a_change_is_told_by_a_verb_in_the_same_sentence() -> None:
    assert is_change("They raised it from ", 20)
    assert not is_change("They raised it. It ranges from ", 31)
