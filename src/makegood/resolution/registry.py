"""Actors known before any document is read: the shipped table and what an operator imported.

What was imported wins: its id stands, and what it leaves out (home, kind, house) comes from the table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from makegood.model.actor import Actor, ActorKind
from makegood.reference.actors import KNOWN, KnownActor, known_actor, known_actors
from makegood.reference.folding import fold
from makegood.resolution.governments import government
from makegood.resolution.names import house_key, name_key
from makegood.resolution.people import person_key


@dataclass(frozen=True, slots=True)
class Registered:
    """A known actor; `key` is equal for one actor and for no other."""

    key: str
    name: str
    kind: ActorKind | None
    country: str | None
    id: str | None = None
    group: str | None = None
    external: dict[str, str] = field(default_factory=dict)


class Registry:
    """Known actors by the names that texts use."""

    def __init__(self, imported: Sequence[Actor] = ()) -> None:
        self._imported: dict[str, Registered] = {}
        self._instead: dict[str, Registered] = {}
        for actor in imported:
            row = _row(actor)
            registered = _registered(actor, row)
            self._instead |= {row.name: registered} if row is not None else {}
            self._imported |= {key: registered for name in (actor.name, *actor.aliases) for key in _keys(name)}
        self._by_key = {registered.key: registered for registered in self._imported.values()}
        self._rows = _by_name_key()

    def find(self, name: str, kind: ActorKind | None) -> Registered | None:
        """The actor of this name, unless the text makes it a person where the known one is none, or the reverse."""
        for spelling in _spellings(name, kind):
            found = (
                self._imported.get(fold(spelling)) or self._imported.get(name_key(spelling)) or self._known(spelling)
            )
            if found is not None and _kinds_agree(found.kind, kind):
                return found
        return None

    def sharing(self, key: str) -> tuple[str, ...]:
        """Keys of the known organisations that share a name without legal forms ('Merck'), if that is this key's."""
        return _shared_names().get(key.removeprefix("name:"), ()) if key.startswith("name:") else ()

    def by_key(self, key: str) -> Registered | None:
        """The known actor of this key; None for a key of names alone."""
        row = KNOWN.get(key.removeprefix("known:")) if key.startswith("known:") else None
        return _of_table(row) if row is not None else self._by_key.get(key)

    def house(self, key: str) -> str:
        """The key of the house that an actor belongs to, its own if none is known."""
        registered = self.by_key(key)
        if registered is None or registered.group is None:
            return key
        ruling, house = government(registered.group, None), self.find(registered.group, None)
        return f"government:{ruling[0]}" if ruling else house.key if house else key

    def _known(self, name: str) -> Registered | None:
        row = known_actor(name) or self._rows.get(name_key(name)) or self._rows.get(house_key(name))
        return (self._instead.get(row.name) or _of_table(row)) if row is not None else None


def _spellings(name: str, kind: ActorKind | None) -> Iterable[str]:
    """The name; without and within its brackets; without a person's titles."""
    yield name
    if name.endswith(")") and "(" in name:
        outside, _, inside = name[:-1].partition("(")
        yield outside.strip()
        yield inside.strip()
    if name.lower().startswith("the "):
        yield name[4:]
    if kind in ("person", None):
        yield person_key(name).title()


def _kinds_agree(known: ActorKind | None, told: ActorKind | None) -> bool:
    return known is None or told is None or (known == "person") == (told == "person")


def _keys(name: str) -> set[str]:
    return {fold(name), name_key(name)} - {""}


def _row(actor: Actor) -> KnownActor | None:
    """The row of the shipped table that the actor is."""
    rows = (KNOWN.get(fold(name)) for name in (actor.name, *actor.aliases))
    return next((row for row in rows if row is not None and _kinds_agree(row.kind, actor.kind)), None)


def _registered(actor: Actor, row: KnownActor | None) -> Registered:
    return Registered(
        key=f"imported:{actor.id}",
        name=actor.name,
        kind=actor.kind or (row.kind if row else None),
        country=actor.country or (row.country if row else None),
        id=actor.id,
        group=row.group if row else None,
        external=(dict(row.external) if row else {}) | actor.external,
    )


def _of_table(row: KnownActor) -> Registered:
    return Registered(
        key=f"known:{fold(row.name)}",
        name=row.name,
        kind=row.kind,
        country=row.country,
        id=row.external.get("wikidata"),
        group=row.group,
        external=dict(row.external),
    )


@cache
def _shared_names() -> dict[str, tuple[str, ...]]:
    """Name without legal forms → keys of the organisations that have it, where these are several."""
    found: dict[str, dict[str, None]] = {}
    for row in known_actors():
        for key in {name_key(name) for name in row.names if row.kind != "person" and name != name.upper()}:
            found.setdefault(key, {})[f"known:{fold(row.name)}"] = None
    return {key: tuple(keys) for key, keys in found.items() if len(keys) > 1}


@cache
def _by_name_key() -> dict[str, KnownActor]:
    """Organisations by their names without legal forms, where that means only one of them."""
    found: dict[str, KnownActor | None] = {}
    for row in known_actors():
        for key in {name_key(name) for name in row.names if row.kind != "person" and name != name.upper()}:
            found[key] = row if found.get(key, row) is row else None
    return {key: row for key, row in found.items() if row is not None}
