"""The table of signs: named, ruled, and the same from either side."""

from dataclasses import replace
from itertools import permutations

import pytest

from makegood.model.statement import PledgeStatement
from makegood.resolution.compare import CONTRADICTION, QUESTIONS, SAME, UNSURE, reasons, relation, score, signs, vetoed
from makegood.resolution.terms import Sides, Terms, aims, places, terms_of
from makegood.resolution.told import of_kind, told_by
from makegood.resolution.weights import WEIGHTS
from tests.saying import dollars, pledge

NORDHAVN = Sides(("ac:1",), ("name:nordhavn",), ())


def terms(sentence: str, published: str | None = "2024-03-01", where: str | None = None, **fields: object) -> Terms:
    said = told_by(*pledge(sentence, published, where, promisor="Nordhavn", **fields))
    return terms_of(of_kind([said], PledgeStatement)[0], NORDHAVN)


MILL = terms("A mill.", where="Toledo, Ohio, US", amount=4000, purpose="a rolling mill")
LATER = [
    terms("Repeated.", "2024-09-01", "Toledo, US", amount=4000, purpose="rolling mill"),
    terms("Raised its figure.", "2025-03-01", "Toledo, US", amount=6000, purpose="rolling mill"),
    terms("Dock.", "2024-03-02", "Houston, Texas, US", amount=4000, purpose="dock"),
    terms("Abroad.", "2024-03-02", "Lima, PE", amount=4000),
    terms("About as much.", "2024-03-02", "US", amount=dollars(3900, bound="about")),
    terms("No figure.", None, "Ohio, US"),
]


def test_every_sign_is_of_one_question_and_has_a_weight() -> None:
    found = [sign for question in QUESTIONS for sign in question.signs]
    assert len(set(found)) == len(found)
    assert set(found) == set(WEIGHTS)
    assert all(question.rule[0] == "R" and question.rule[1:].isdigit() for question in QUESTIONS)


def test_the_marks_stand_in_order() -> None:
    assert CONTRADICTION < UNSURE < SAME


@pytest.mark.parametrize(("a", "b"), list(permutations([MILL, *LATER], 2)))
def test_a_score_that_stays_below_what_is_asked_need_not_be_summed_up(a: Terms, b: Terms) -> None:
    whole = score(a, b)
    assert score(a, b, SAME) == whole or (whole < SAME and score(a, b, SAME) < SAME)
    assert whole == pytest.approx(sum(WEIGHTS[sign] for sign in signs(a, b)))


def test_statements_of_one_document_and_parts_are_never_one_pledge() -> None:
    part = replace(MILL, id="st:2", document="another", part_of=MILL.id)
    assert vetoed(MILL, replace(MILL, id="st:2"))
    assert vetoed(MILL, part)
    assert vetoed(part, MILL)
    assert not vetoed(MILL, replace(part, part_of=None))


@pytest.mark.parametrize(("a", "b"), list(permutations([MILL, *LATER], 2)))
def test_the_verdict_does_not_depend_on_which_comes_first(a: Terms, b: Terms) -> None:
    assert score(a, b) == score(b, a)
    assert reasons(a, b) == reasons(b, a)
    assert relation(a, b) == relation(b, a)


@pytest.mark.parametrize(
    ("number", "same", "kind"),
    [(0, True, "repeat"), (1, True, "raise"), (2, False, None), (3, False, None)],
)
def test_weights_reach_the_score_as_the_method_says(number: int, same: bool, kind: str | None) -> None:
    assert (score(MILL, LATER[number]) >= SAME) is same
    assert kind is None or relation(MILL, LATER[number]) == kind


def test_a_cut_is_the_later_and_smaller_figure() -> None:
    cut = terms("Scaled back.", "2025-01-01", "Toledo, US", amount=1000, purpose="rolling mill")
    assert relation(MILL, cut) == "cut"


def test_words_of_one_meaning_share_a_stem() -> None:
    assert aims("semiconductor factories") & aims("chip plant") == aims("chip plant")
    assert aims("artificial intelligence") == aims("AI")
    assert aims("to invest in new projects") == frozenset()


def test_places_are_read_as_sites_and_regions() -> None:
    assert places("Toledo, Ohio") == {"toledo", "ohio"}
    assert places("Phoenix, Ariz.") == {"phoenix", "arizona"}
    assert places("United States") == frozenset()
    assert places(None) == frozenset()
