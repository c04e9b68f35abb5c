"""Names to actors, within one document and across them."""

from collections import defaultdict
from collections.abc import Sequence

import pytest

from makegood.model.actor import Actor, ActorKind, ActorName
from makegood.resolution.actors import Actors
from makegood.resolution.mentioned import mentioned
from tests.saying import Said, document, pledge, pledge_in


def actors(said: Sequence[Said], imported: Sequence[Actor] = ()) -> Actors:
    found, come = Actors(imported), defaultdict[str, list[ActorName]](list)
    for held, statement in said:
        come[held.id] += mentioned(statement)
    found.follow((), come)
    return found


def named(name: str, kind: ActorKind | None = None, number: int = 0, **others: object) -> Said:
    return pledge(f"{number}: {name} will build.", promisor=ActorName(name=name, kind=kind), **others)


def who(found: Actors, said: Said, field: str = "promisor") -> tuple[str, ...]:
    return found.who(said[0].id, getattr(said[1], field))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SoftBank Group Corp.", "Softbank"), ("TSMC", "Taiwan Semiconductor Manufacturing Company (TSMC)"),
        ("Tokyo", "Government of Japan"), ("UAE", "United Arab Emirates"), ("Washington", "Trump administration"),
        ("Nordhavn Steel A/S", "Nordhavn Steel"), ("Nordhavn Holdings", "Nordhavn"), ("PIF", "Public Investment Fund"),
    ],
)  # fmt: skip
def test_two_documents_name_one_actor(one: str, other: str) -> None:
    kind: ActorKind | None = "government" if one in ("Tokyo", "UAE", "Washington") else None
    first, second = named(one, kind), named(other, kind)
    found = actors([first, second])
    assert who(found, first) == who(found, second)
    assert len(found.all()) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Nordhavn Steel", "Nordhavn Energy"), ("Tata Motors", "Tata Steel"), ("Nordhavn Fund I", "Nordhavn Fund II")],
)
def test_two_documents_name_two_actors(one: str, other: str) -> None:
    assert len(actors([named(one), named(other)]).all()) == 2


def test_a_person_is_not_the_actor_they_lead() -> None:
    said = named("SoftBank", "company", announced_by=ActorName(name="Masayoshi Son", kind="person"))
    found = actors([said])
    assert who(found, said) != who(found, said, "announced_by")
    assert {actor.kind for actor in found.all()} == {"company", "person"}


def test_a_short_name_means_the_only_fuller_one_of_its_document() -> None:
    held = document("Nordhavn Steel will build. Nordhavn will hire. Nordhavn Energy rests.")
    full, short = (
        pledge_in(held, "Nordhavn Steel will build.", promisor="Nordhavn Steel"),
        pledge_in(held, "Nordhavn will hire.", promisor="Nordhavn"),
    )
    assert who(actors([(held, full), (held, short)]), (held, short)) == who(
        actors([(held, full), (held, short)]), (held, full)
    )
    third = pledge_in(held, "Nordhavn Energy rests.", promisor="Nordhavn Energy")
    found = actors([(held, full), (held, short), (held, third)])
    assert len(found.all()) == 3


def test_a_stem_means_the_only_company_that_goes_on_with_it() -> None:
    short, full = named("Northshore"), named("Northshore Motors")
    assert who(actors([short, full]), short) == who(actors([short, full]), full)
    assert len(actors([short, full, named("Northshore Energy")]).all()) == 3


def test_a_shared_name_means_the_only_one_that_documents_name_in_full() -> None:
    short, one, other = named("Merck"), named("Merck & Co."), named("Merck KGaA")
    found = actors([short, one])
    assert who(found, short) == who(found, one)
    assert len(actors([short, one, other]).all()) == 3


def test_a_joint_name_is_split_where_each_part_is_known() -> None:
    both = named("Nordhavn Steel and Government of Saudi Arabia", "consortium")
    found = actors([both, named("Nordhavn Steel")])
    assert len(who(found, both)) == 2
    assert "SA" in who(found, both)
    assert len(who(actors([both]), both)) == 1
    assert len(who(actors([one := named("Johnson & Johnson")]), one)) == 1


def test_an_imported_actor_gives_its_id_and_names() -> None:
    imported = Actor(id="Q1", name="Nordhavn Steel A/S", kind="company", country="DK", aliases=("NHS Works",))
    said = named("NHS Works")
    found = actors([said], [imported])
    assert who(found, said) == ("Q1",)
    assert found.all() == (
        Actor(id="Q1", name="Nordhavn Steel A/S", kind="company", country="DK", aliases=("NHS Works",)),
    )


def test_what_an_import_leaves_out_comes_from_the_shipped_table() -> None:
    found = actors([named("SoftBank")], [Actor(id="Q2", name="SoftBank Group Corp.")])
    assert [(actor.id, actor.kind, actor.country) for actor in found.all()] == [("Q2", "company", "JP")]


def test_governments_have_their_country_code_as_id_and_companies_of_a_house_share_it() -> None:
    said = [named("Tokyo", "government"), named("Kia"), named("Hyundai Steel")]
    found = actors(said)
    assert who(found, said[0]) == ("JP",)
    houses = [found.houses(one[0].id, one[1].promisor) for one in said]  # type: ignore[union-attr]
    assert houses[1][0] == houses[2][0] != houses[0][0]


def test_the_name_is_the_usual_one_and_the_others_are_aliases() -> None:
    said = [named("Nordhavn Steel A/S"), named("Nordhavn Steel"), named("Nordhavn Steel", number=1)]
    (actor,) = actors(said).all()
    assert (actor.name, actor.aliases) == ("Nordhavn Steel", ("Nordhavn Steel A/S",))
