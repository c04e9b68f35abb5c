"""Resolution is a function of the set of statements: their order changes nothing, and persons' verdicts hold."""

from hypothesis import given, settings
from hypothesis import strategies as st

from makegood.model.judgement import Judgement
from makegood.resolution import Resolution, resolve
from makegood.resolution.names import same_name_score
from tests.saying import Said, pledge

PROMISORS = ["Nordhavn Steel", "Nordhavn", "Nordhavn Steel A/S", "Ferrolux", "Tokyo", "Government of Japan"]
PLACES = [None, "US", "Ohio, US", "Toledo, Ohio, US", "Houston, Texas, US"]


@st.composite
def tellings(draw: st.DrawFn) -> list[Said]:
    count = draw(st.integers(min_value=2, max_value=9))
    return [
        pledge(
            f"Telling number {number}.",
            draw(st.sampled_from([None, "2024-03-01", "2024-03-09", "2025-06-01"])),
            draw(st.sampled_from(PLACES)),
            promisor=draw(st.sampled_from(PROMISORS)),
            amount=draw(st.sampled_from([1000, 4000, 6000])),
            purpose=draw(st.sampled_from(["a rolling mill", "a dock", "the mill"])),
        )
        for number in range(count)
    ]


def together(found: Resolution, one: Said, other: Said) -> bool:
    return any({one[1].id, other[1].id} <= set(pledge.statements) for pledge in found.pledges)


def judged(kind: str, one: Said, other: Said) -> Judgement:
    said = {
        "verdict": kind,
        "subject": one[1].id,
        "other": other[1].id,
        "by": "Ada Lund",
        "at": "2025",
        "reason": "seen",
    }
    return Judgement.model_validate(said)


@settings(max_examples=40, deadline=None)
@given(tellings(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same(said: list[Said], dice: object) -> None:
    shuffled = list(said)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    verdicts = [judged("same", said[0], said[-1]), judged("different", said[0], said[1])]
    assert resolve(shuffled) == resolve(said)
    assert resolve(shuffled, verdicts) == resolve(said, verdicts)


@settings(max_examples=40, deadline=None)
@given(tellings())
def test_every_statement_is_of_one_pledge(said: list[Said]) -> None:
    of_pledges = [identity for pledge in resolve(said).pledges for identity in pledge.statements]
    assert sorted(of_pledges) == sorted(statement.id for _, statement in said)


@settings(max_examples=40, deadline=None)
@given(tellings())
def test_what_a_person_joined_is_together_and_what_they_parted_is_apart(said: list[Said]) -> None:
    one, other = said[0], said[-1]
    assert together(resolve(said, [judged("same", one, other)]), one, other)
    assert not together(resolve(said, [judged("different", one, other)]), one, other)
    assert not together(resolve(said, [judged("same", one, other), judged("different", one, other)]), one, other)


@settings(max_examples=40, deadline=None)
@given(tellings())
def test_every_value_is_from_the_statement_that_leads_it(said: list[Said]) -> None:
    statements = {statement.id: statement for _, statement in said}
    for pledge_ in resolve(said).pledges:
        for field, identity in pledge_.leads.items():
            assert identity in pledge_.statements
            if field in ("amount", "purpose"):
                assert getattr(pledge_, field) == getattr(statements[identity], field)


@given(st.text(max_size=30), st.text(max_size=30))
def test_names_are_alike_from_either_side(one: str, other: str) -> None:
    assert same_name_score(one, other) == same_name_score(other, one)
    assert 0 <= same_name_score(one, other) <= 1
