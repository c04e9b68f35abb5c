"""Names resolved to actors, within one document and across all of them.

An actor is a key: `government:JP`, `known:…`, `imported:…`, `person:…` or `name:…`. Which key a name gets
depends on the set of names alone, never on the order in which they came. A person is never the actor
that they lead.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import reduce
from typing import TypeVar

from makegood.model.actor import Actor, ActorKind, ActorName
from makegood.resolution.alone import Alone
from makegood.resolution.governments import government
from makegood.resolution.names import beginning, house_key, is_acronym, name_key
from makegood.resolution.people import person_key
from makegood.resolution.registry import Registered, Registry

_JOINT = re.compile(r",\s+(?:and\s+)?|\s+and\s+|\s+/\s+|\s+with\s+")

T = TypeVar("T", bound=str)


@dataclass(slots=True)
class _Naming:
    """What the documents say of one key."""

    surfaces: Counter[str] = field(default_factory=Counter)
    kinds: Counter[ActorKind] = field(default_factory=Counter)

    def add(self, surface: str, kind: ActorKind | None, step: int) -> None:
        """Count a mention, or with a step of -1 take one off."""
        self.surfaces[surface] += step
        if not self.surfaces[surface]:
            del self.surfaces[surface]
        if kind is not None:
            self.kinds[kind] += step
            if not self.kinds[kind]:
                del self.kinds[kind]


@dataclass(frozen=True, slots=True)
class Renamed:
    """Documents whose names may mean others than before, and ids of actors that may be named otherwise."""

    documents: Set[str]
    actors: Set[str]


class Actors:
    """Everybody whom the statements name.

    Documents may come and go: what they change is worked out again for the documents that it can concern, and the
    outcome is that of all documents at once.
    """

    def __init__(self, imported: Sequence[Actor] = ()) -> None:
        self._registry = Registry(imported)
        self._houses: dict[str, tuple[str, ...]] = {}
        self._plain: dict[tuple[str, ActorKind | None], str] = {}
        self._names: dict[str, tuple[ActorName, ...]] = {}
        self._in_document: dict[str, dict[str, str]] = {}
        self._alone = Alone()
        self._meant: dict[str, list[tuple[str, str, ActorKind | None]]] = {}
        self._namings: dict[str, _Naming] = {}
        self._keys: defaultdict[str, set[str]] = defaultdict(set)
        self._ids: dict[str, str] = {}

    def follow(self, gone: Iterable[str], come: Mapping[str, Sequence[ActorName]]) -> Renamed:
        """Take documents out and in; says which documents' names and which actors may be others than before.

        Args:
            gone: documents that no longer count, those among `come` too if they counted before.
            come: document → the names in it, each as often as it stands there, in the order of its statements.
        """
        out = [document for document in gone if document in self._names]
        changed = {key for document in out for key in self._alone.leave(document, self._in_document.pop(document))}
        for document, names in come.items():
            self._names[document] = tuple(names)
            held: dict[str, str] = {}
            self._in_document[document] = held
            for name in names:
                held.setdefault(self._key(name), name.name)
            keys = {key for name in names for key in self._looked_up(name)}
            changed |= self._alone.enter(document, held, keys)
        for document in set(out) - come.keys():
            del self._names[document]
        documents = (self._alone.concerned(changed) & self._names.keys()) | come.keys()
        return Renamed(documents, self._mean_again({*documents, *out}))

    def _looked_up(self, name: ActorName) -> Iterator[str]:
        """Keys on whose standing elsewhere the meaning of a name depends."""
        key = self._key(name)
        if key.startswith("name:"):
            yield key
            yield from self._registry.sharing(key)
            yield from (self._key(ActorName(name=part)) for part in _JOINT.split(name.name) if part)

    def _mean_again(self, documents: Iterable[str]) -> set[str]:
        """Count anew whom the names of these documents mean; returns the ids of actors whose counts moved."""
        moved: set[str] = set()
        for document in documents:
            meant = [
                (key, part, name.kind if part == name.name else None)
                for name in self._names.get(document, ())
                for key, part in self._parts(document, name)
            ]
            before = self._meant.pop(document, [])
            if document in self._names:
                self._meant[document] = meant
            if meant != before:
                moved |= {self._count(*one, -1) for one in before} | {self._count(*one, 1) for one in meant}
        return moved

    def _count(self, key: str, part: str, kind: ActorKind | None, step: int) -> str:
        if key not in self._namings:
            self._namings[key] = _Naming()
            self._ids[key] = self._id(key)
            self._keys[self._ids[key]].add(key)
        naming, identity = self._namings[key], self._ids[key]
        naming.add(part, kind, step)
        if not naming.surfaces:
            del self._namings[key], self._ids[key]
            self._keys[identity].discard(key)
        return identity

    def who(self, document_id: str, name: ActorName) -> tuple[str, ...]:
        """Ids of whom a name in a document means: several where it joins several known ones (R14)."""
        return tuple(dict.fromkeys(self._ids[key] for key, _ in self._parts(document_id, name)))

    def houses(self, document_id: str, name: ActorName) -> tuple[str, ...]:
        """Keys of the houses that those belong to, and of names that begin alike: among these the same pledge may be.

        'Northshore' and 'Northshore Cloud' need not be of one house (R10); the score weighs that.
        """
        return tuple(dict.fromkeys(one for key, _ in self._parts(document_id, name) for one in self._houses_of(key)))

    def _houses_of(self, key: str) -> tuple[str, ...]:
        if key not in self._houses:
            alike = beginning(key)
            self._houses[key] = (self._registry.house(key), *([alike] if alike is not None else []))
        return self._houses[key]

    def all(self) -> tuple[Actor, ...]:
        """The actors by id."""
        return tuple(actor for identity in sorted(self._keys) if (actor := self.actor(identity)) is not None)

    def actor(self, identity: str) -> Actor | None:
        """The actor with this id; None if nobody is named who has it."""
        found = [self._actor(key, self._namings[key]) for key in sorted(self._keys.get(identity, ()))]
        return reduce(_merged, found) if found else None

    def _key(self, name: ActorName) -> str:
        """The key of a name by itself."""
        asked = (name.name, name.kind)
        if asked not in self._plain:
            self._plain[asked] = self._resolve(name)
        return self._plain[asked]

    def _resolve(self, name: ActorName) -> str:
        if ruling := government(name.name, name.kind):
            return f"government:{ruling[0]}"
        if registered := self._registry.find(name.name, name.kind):
            return registered.key
        if name.kind == "person":
            return f"person:{person_key(name.name)}"
        return f"name:{house_key(name.name)}"

    def _parts(self, document_id: str, name: ActorName) -> list[tuple[str, str]]:
        """Keys with the words that mean them."""
        key = self._key(name)
        joint = key.startswith("name:") and _JOINT.search(name.name) is not None
        parts = [part for part in _JOINT.split(name.name) if part] if joint else []
        if len(parts) > 1:
            keys = [self._key(ActorName(name=part)) for part in parts]
            if all(not one.startswith("name:") or self._alone.stands(one) for one in keys):
                return [(self._within(document_id, k, part), part) for k, part in zip(keys, parts, strict=True)]
        return [(self._within(document_id, key, name.name), name.name)]

    def _within(self, document_id: str, key: str, surface: str) -> str:
        """The fuller name that the same document gives, if there is just one; else the only one of all documents.

        A name that several known organisations share means the only one of them that documents name in full.
        """
        others = self._in_document[document_id]
        if key.startswith("person:") and " " not in key:
            surname = key.removeprefix("person:")
            return _only([k for k in others if k.startswith("person:") and k.endswith(f" {surname}")], key)
        if key.startswith("name:"):
            local = [k for k, other in others.items() if k != key and (_extends(k, key) or is_acronym(surface, other))]
            named = [known for known in self._registry.sharing(key) if self._alone.stands(known)]
            return _only(local, _only(named, self._alone.longer(key)))
        return key

    def _id(self, key: str) -> str:
        scheme, _, rest = key.partition(":")
        if scheme == "government" and "/" not in rest:
            return rest
        known = self._registry.by_key(key)
        return known.id if known is not None and known.id else minted(key)

    def _actor(self, key: str, naming: _Naming) -> Actor:
        known = self._registry.by_key(key) or _by_naming(key, naming)
        return Actor(
            id=self._ids[key],
            name=known.name,
            kind=known.kind or _usual(naming.kinds),
            country=known.country,
            aliases=tuple(sorted(naming.surfaces.keys() - {known.name})),
            external=known.external,
        )


def minted(key: str) -> str:
    """The id of an actor without an external one: it follows from the key."""
    return "ac:" + hashlib.sha256(key.encode()).hexdigest()[:16]


def _by_naming(key: str, naming: _Naming) -> Registered:
    """What the names alone tell of an actor that nobody has registered."""
    scheme, _, rest = key.partition(":")
    usual = _usual(naming.surfaces) or rest
    if scheme == "government":
        ruling = government(min(naming.surfaces), "government")
        kind: ActorKind = "organization" if rest == "EU" else "government"
        return Registered(key, ruling[1] if ruling else usual, kind, rest.partition("/")[0])
    return Registered(key, usual, "person" if scheme == "person" else None, None)


def _usual(counted: Counter[T]) -> T | None:
    """The most frequent; of equals the fullest with the least around it, then the first of the alphabet."""
    return min(counted, key=lambda v: (-counted[v], -len(name_key(v)), len(v), v), default=None)


def _only(found: Sequence[str], otherwise: str) -> str:
    return found[0] if len(found) == 1 else otherwise


def _extends(longer: str, shorter: str) -> bool:
    return longer.startswith(f"{shorter} ")


def _merged(one: Actor, other: Actor) -> Actor:
    aliases = {*one.aliases, *other.aliases, other.name} - {one.name}
    return one.model_copy(update={"aliases": tuple(sorted(aliases)), "external": other.external | one.external})
