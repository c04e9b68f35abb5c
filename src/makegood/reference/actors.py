"""Actors that business news names, each row a fact with its source.

`source` names the pledge of the project's fact collection that a row is taken from, or says
'general knowledge': the latter was written down without a document and is no evidence.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from makegood.model.actor import ActorKind
from makegood.reference import tables
from makegood.reference.folding import fold

_LONGEST_ACRONYM = 5


@dataclass(frozen=True, slots=True)
class KnownActor:
    """`country` is the home's ISO 3166-1 alpha-2 code; `group` the name of the house that it belongs to.

    `aliases` do not repeat the name. `external` maps a register ('wikidata') to the id there.
    """

    name: str
    kind: ActorKind | None
    country: str | None
    aliases: tuple[str, ...] = ()
    group: str | None = None
    external: Mapping[str, str] = field(default_factory=dict)
    source: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


class _Known(Mapping[str, KnownActor]):
    """The table by folded name, built when it is first asked."""

    def __getitem__(self, folded: str) -> KnownActor:
        return _by_fold()[folded]

    def __iter__(self) -> Iterator[str]:
        return iter(_by_fold())

    def __len__(self) -> int:
        return len(_by_fold())


KNOWN: Mapping[str, KnownActor] = _Known()
"""Folded name or alias (`folding.fold`) → the actor."""


def known_actor(surface: str) -> KnownActor | None:
    """The known actor of this name as a text writes it; acronyms must stand in capitals ('WHO', not 'Who')."""
    folded = fold(surface)
    if surface == surface.lower() or (folded in _acronyms() and surface != surface.upper()):
        return None
    return _by_fold().get(folded)


def known_actors() -> tuple[KnownActor, ...]:
    """All rows in the table's order."""
    return _actors()


@cache
def _actors() -> tuple[KnownActor, ...]:
    return tuple(
        KnownActor(
            name=row["name"],
            kind=cast(ActorKind, row["kind"]),
            country=row["country"] or None,
            aliases=tables.several(row["aliases"]),
            group=row["group"] or None,
            external={"wikidata": row["wikidata"]} if row["wikidata"] else {},
            source=row["source"],
        )
        for row in tables.rows("actors")
    )


@cache
def _by_fold() -> dict[str, KnownActor]:
    return {fold(name): actor for actor in _actors() for name in actor.names}


@cache
def _acronyms() -> frozenset[str]:
    names = [name for actor in _actors() for name in actor.names]
    small = {fold(name) for name in names if name != name.upper()}
    return frozenset(folded for name in names if len(folded := fold(name)) <= _LONGEST_ACRONYM) - small
