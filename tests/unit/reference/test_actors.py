"""Known actors: every row has a kind and a source, no name means two actors, acronyms want capitals."""

from collections import Counter
from typing import get_args

import pytest

from makegood.model.actor import ActorKind
from makegood.reference.actors import KNOWN, known_actor, known_actors
from makegood.reference.folding import fold
from makegood.reference.places import country_name


@pytest.mark.parametrize(
    ("surface", "name", "kind", "country"),
    [
        ("SoftBank Group Corp.", "SoftBank", "company", "JP"), ("Softbank", "SoftBank", "company", "JP"),
        ("Taiwan Semiconductor Manufacturing Company", "TSMC", "company", "TW"),
        ("PIF", "Public Investment Fund", "fund", "SA"),
        ("World Bank", "World Bank", "organization", None), ("Donald Trump", "Donald Trump", "person", "US"),
        ("Eletricité de France", None, None, None), ("Electricité de France", "EDF", "company", "FR"),
    ],
)  # fmt: skip
def test_a_name_as_written_finds_its_actor(
    surface: str, name: str | None, kind: str | None, country: str | None
) -> None:
    found = known_actor(surface)
    assert (found and found.name, found and found.kind, found and found.country) == (name, kind, country)


@pytest.mark.parametrize("surface", ["Who", "apple", "Seat", "shell", "Ing", ""])
def test_words_are_no_actors(surface: str) -> None:
    assert known_actor(surface) is None


def test_no_name_means_two_actors() -> None:
    names = Counter(fold(name) for actor in known_actors() for name in actor.names)
    assert [name for name, times in names.items() if times > 1] == []
    assert len(KNOWN) == len(names)


def test_every_row_is_complete_and_sourced() -> None:
    for actor in known_actors():
        assert actor.kind in get_args(ActorKind), actor.name
        assert actor.source == "general knowledge" or actor.source.startswith("pledge "), actor.name
        assert actor.country is None or country_name(actor.country), actor.name
        assert actor.group is None or KNOWN[fold(actor.group)].name == actor.group, actor.name


def test_identifiers_belong_to_one_actor() -> None:
    ids = Counter(q for actor in known_actors() for q in actor.external.values())
    assert max(ids.values()) == 1


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Société Générale S.A.", "societe generale sa"), ("AT&T", "at and t"), ("Ørsted A/S", "orsted a s"),
        ("McDonald’s", "mcdonalds"), ("A.P. Møller–Mærsk", "ap moller maersk"), ("台積電", "台積電"), ("—", ""),
    ],
)  # fmt: skip
def test_folding(name: str, folded: str) -> None:
    assert fold(name) == folded
