"""Statements to pledges: invented sentences of several documents, and which of them are one undertaking."""

from collections.abc import Sequence

import pytest

from makegood.model.judgement import Judgement, Verdict
from makegood.model.pledge import Pledge
from makegood.model.statement import PledgeStatement
from makegood.model.values import Horizon, Jobs
from makegood.resolution import resolve
from makegood.resolution.pledges import pledge_id
from makegood.resolution.weights import WEIGHTS
from tests.saying import Said, document, dollars, pledge, pledge_in, progress

MILL = pledge(
    "Nordhavn Steel said it will put $4 billion into a rolling mill in Toledo, Ohio.",
    "2024-03-01",
    "Toledo, Ohio, US",
    promisor="Nordhavn Steel",
    amount=4000,
    purpose="a rolling mill in Toledo",
)
AGAIN = pledge(
    "The Danish group Nordhavn promised a $4bn mill for America.",
    "2024-03-03",
    "US",
    promisor="Nordhavn Steel A/S",
    amount=4000,
    purpose="mill",
)
RAISED = pledge(
    "Nordhavn Steel raised its investment in the Toledo rolling mill to $6 billion.",
    "2025-06-01",
    "Toledo, Ohio, US",
    promisor="Nordhavn Steel",
    amount=6000,
    purpose="the Toledo rolling mill",
)
DOCK = pledge(
    "Nordhavn Steel will put $4 billion into a dock in Houston, Texas.",
    "2024-03-02",
    "Houston, Texas, US",
    promisor="Nordhavn Steel",
    amount=4000,
    purpose="a dock",
)
OTHER = pledge(
    "Ferrolux will put $4 billion into a rolling mill in Toledo, Ohio.",
    "2024-03-01",
    "Toledo, Ohio, US",
    promisor="Ferrolux",
    amount=4000,
    purpose="a rolling mill",
)


def pledges(*said: Said, judgements: Sequence[Judgement] = ()) -> tuple[Pledge, ...]:
    return resolve(said, judgements).pledges


def verdict(kind: Verdict, one: str, other: str, by: str = "Ada Lund", at: str = "2025-01-01") -> Judgement:
    return Judgement(verdict=kind, subject=one, other=other, by=by, at=at, reason="looked at both")


def test_one_promisor_amount_and_country_is_one_pledge() -> None:
    (found,) = pledges(MILL, AGAIN)
    assert found.statements == (MILL[1].id, AGAIN[1].id)
    assert found.id == pledge_id(MILL[1].id)
    assert found.name == "Nordhavn Steel: $4 billion, US"


def test_the_same_amount_at_another_place_is_another_pledge() -> None:
    assert len(pledges(MILL, DOCK)) == 2


def test_another_promisor_is_another_pledge() -> None:
    assert len(pledges(MILL, OTHER)) == 2


def test_the_same_site_and_purpose_is_one_pledge_in_two_versions_and_the_first_amount_stays() -> None:
    (found,) = pledges(RAISED, MILL)
    assert found.amount == dollars(4000)
    assert [(v.field, v.value, v.statements) for v in found.versions] == [
        ("amount", "$4 billion", (MILL[1].id,)),
        ("amount", "$6 billion", (RAISED[1].id,)),
    ]
    assert [flag.code for flag in found.flags] == ["round_number_jump"]


def test_a_figure_on_top_is_new_money() -> None:
    more = pledge(
        "Nordhavn Steel will put an additional $2 billion into the rolling mill in Toledo, Ohio.",
        "2025-06-01",
        "Toledo, Ohio, US",
        promisor="Nordhavn Steel",
        amount=2000,
        purpose="the rolling mill",
    )
    assert len(pledges(MILL, more)) == 2


def test_one_document_tells_two_pledges_apart_unless_it_revises_its_own_figure() -> None:
    held = document("Nordhavn will spend $4 billion in Toledo. It had planned to spend $4 billion in Toledo before.")
    words = held.text.split(". ")
    where, purpose = "Toledo, Ohio, US", "a mill"
    one = pledge_in(held, words[0], where, promisor="Nordhavn", amount=4000, purpose=purpose)
    two = pledge_in(held, words[1], where, promisor="Nordhavn", amount=4000, purpose=purpose)
    assert len(pledges((held, one), (held, two))) == 2
    revised = pledge_in(held, words[1], where, promisor="Nordhavn", amount=4000, purpose=purpose, revises=one.id)
    assert len(pledges((held, one), (held, revised))) == 1


def test_a_child_points_to_its_parent_and_is_never_merged_with_it() -> None:
    held = document("Nordhavn promised $4 billion for Ohio. Of it $1 billion goes to Toledo.")
    whole, part = held.text.split(". ")
    parent = pledge_in(held, whole, "Ohio, US", promisor="Nordhavn Steel", amount=4000)
    child = pledge_in(held, part, "Toledo, US", promisor="Nordhavn Steel", amount=1000, part_of=parent.id)
    by_statement = {p.statements[0]: p for p in pledges((held, parent), (held, child))}
    assert by_statement[child.id].part_of == by_statement[parent.id].id
    assert by_statement[parent.id].part_of is None


def test_the_same_verdict_joins_what_the_rules_keep_apart() -> None:
    judged = [verdict("same", MILL[1].id, DOCK[1].id)]
    assert len(pledges(MILL, DOCK, judgements=judged)) == 1


def test_the_different_verdict_parts_what_the_rules_join_by_pledge_id_too() -> None:
    judged = [verdict("different", pledge_id(MILL[1].id), AGAIN[1].id)]
    assert len(pledges(MILL, AGAIN, judgements=judged)) == 2


@pytest.mark.parametrize(("first", "second", "count"), [("same", "different", 2), ("different", "same", 1)])
def test_the_later_verdict_wins(first: Verdict, second: Verdict, count: int) -> None:
    judged = [verdict(first, MILL[1].id, AGAIN[1].id), verdict(second, AGAIN[1].id, MILL[1].id)]
    assert len(pledges(MILL, AGAIN, judgements=judged)) == count


def test_a_persons_verdict_wins_over_a_later_one_of_a_machine() -> None:
    ids = MILL[1].id, AGAIN[1].id
    judged = [verdict("different", *ids), verdict("same", *ids, by="machine:R10", at="2026-01-01")]
    assert len(pledges(MILL, AGAIN, judgements=judged)) == 2


def test_unsure_leaves_the_pair_to_others() -> None:
    judged = [verdict("unsure", MILL[1].id, AGAIN[1].id)]
    assert len(pledges(MILL, AGAIN, judgements=judged)) == 2


def test_a_verdict_on_what_is_not_there_changes_nothing() -> None:
    assert len(pledges(MILL, AGAIN, judgements=[verdict("same", "st:gone", MILL[1].id)])) == 1


def test_a_hosts_larger_figure_is_beside_the_pledge_not_in_it() -> None:
    boast = pledge(
        "Governor Hale put the rolling mill of Nordhavn Steel in Toledo at $5 billion.",
        "2024-02-01",
        "Toledo, Ohio, US",
        promisor="Nordhavn Steel",
        amount=5000,
        purpose="the rolling mill",
        speaker="counterpart",
    )
    (found,) = pledges(boast, MILL)
    assert found.amount == dollars(4000)
    assert found.leads["amount"] == MILL[1].id
    assert {version.value for version in found.versions} == {"$4 billion", "$5 billion"}


def test_the_promisors_own_words_lead() -> None:
    own = pledge(
        "We will build the Toledo rolling mill in three years, Nordhavn Steel said.",
        "2024-04-01",
        "Toledo, Ohio, US",
        promisor="Nordhavn Steel",
        amount=4000,
        purpose="the Toledo rolling mill",
        horizon=Horizon(years=3),
        speaker="promisor",
    )
    theirs = pledge(
        "The Toledo rolling mill of Nordhavn Steel is to take four years.",
        "2024-03-15",
        "Toledo, Ohio, US",
        promisor="Nordhavn Steel",
        amount=4000,
        purpose="rolling mill",
        horizon=Horizon(years=4),
    )
    (found,) = pledges(own, theirs)
    assert found.horizon == Horizon(years=3)
    assert [v.value for v in found.versions if v.field == "horizon"] == ["3 years", "4 years"]


def test_what_no_statement_gives_is_not_stated() -> None:
    silent = pledge(
        "Nordhavn Steel promised $4 billion.", promisor="Nordhavn Steel", amount=4000, not_stated=("financing",)
    )
    (found,) = pledges(silent)
    assert found.not_stated == ("horizon", "jobs", "place", "financing")
    told = pledge(
        "It means 90 jobs.", "2024-03-01", "US", promisor="Nordhavn Steel", amount=4000, jobs=Jobs(low=90, high=90)
    )
    (found,) = pledges(told)
    assert found.not_stated == ("horizon",)


def test_progress_goes_to_the_pledge_of_its_site_and_to_none_where_two_fit() -> None:
    poured = progress(
        "Nordhavn Steel poured the first concrete in Toledo.",
        "2025-01-01",
        promisor="Nordhavn Steel",
        what="construction",
        place="Toledo",
    )
    vague = progress("Nordhavn Steel poured concrete.", "2025-01-02", promisor="Nordhavn Steel", what="construction")
    found = {p.statements[0]: p.progress for p in pledges(MILL, DOCK, poured, vague)}
    assert found == {MILL[1].id: (poured[1].id,), DOCK[1].id: ()}


def test_progress_of_another_promisor_is_not_attached() -> None:
    theirs = progress("Ferrolux poured concrete in Toledo.", promisor="Ferrolux", what="construction", place="Toledo")
    (found,) = pledges(MILL, theirs)
    assert found.progress == ()


def test_the_rules_own_verdicts_carry_their_reasons() -> None:
    (judged,) = resolve([MILL, AGAIN]).judgements
    assert (judged.verdict, judged.by, {judged.subject, judged.other}) == (
        "same",
        "machine:R10",
        {MILL[1].id, AGAIN[1].id},
    )
    assert judged.reason.startswith("repeat: ")
    assert f"the same purpose ({WEIGHTS['the same purpose']:+g}, R10)" in judged.reason


def test_nothing_in_nothing_out() -> None:
    assert resolve([]).pledges == ()


def test_thousands_of_one_promisor_are_put_together_by_amount() -> None:
    said = [
        pledge(
            f"Line {n} of {copy}: Nordhavn Steel, {n} million.",
            f"2024-01-{copy + 1:02}",
            "US",
            promisor="Nordhavn Steel",
            amount=round(100 * 1.05**n),
        )
        for n in range(100)
        for copy in range(3)
    ]
    found = pledges(*said)
    assert sorted(len(one.statements) for one in found) == [3] * 100
    assert all(isinstance(statement, PledgeStatement) for _, statement in said)
