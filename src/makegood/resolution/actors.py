"""Names resolved to actors, within one document and across all of them.

An actor is a key: `government:JP`, `known:…`, `imported:…`, `person:…` or `name:…`. Which key a name gets
depends on the set of names alone, never on the order in which they came. A person is never the actor
that they lead.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from makegood.model.actor import Actor, ActorKind, ActorName
from makegood.model.statement import Statement
from makegood.reference.organisations import organisation_words
from makegood.resolution.governments import government
from makegood.resolution.mentioned import mentioned
from makegood.resolution.names import house_key, is_acronym, name_key
from makegood.resolution.people import person_key
from makegood.resolution.registry import Registered, Registry
from makegood.resolution.told import Told

_JOINT = re.compile(r",\s+(?:and\s+)?|\s+and\s+|\s+/\s+|\s+with\s+")
_SHORTEST_STEM = 4

T = TypeVar("T", bound=str)


@dataclass(slots=True)
class _Naming:
    """What the documents say of one key."""

    surfaces: Counter[str] = field(default_factory=Counter)
    kinds: Counter[ActorKind] = field(default_factory=Counter)


class Actors:
    """Everybody whom the statements name."""

    def __init__(self, told: Sequence[Told[Statement]], imported: Sequence[Actor] = ()) -> None:
        self._registry = Registry(imported)
        self._plain: dict[tuple[str, ActorKind | None], str] = {}
        self._in_document: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._namings: defaultdict[str, _Naming] = defaultdict(_Naming)
        self._longer: dict[str, str] = {}
        named = [(one.document_id, name) for one in told for name in mentioned(one.statement)]
        for document, name in named:
            self._in_document[document].setdefault(self._key(name), name.name)
        self._alone = {key for keys in self._in_document.values() for key in keys}
        self._longer = _only_extensions(key for key in self._alone if key.startswith("name:"))
        for document, name in named:
            for key, part in self._parts(document, name):
                self._namings[key].surfaces[part] += 1
                self._namings[key].kinds.update([name.kind] if name.kind and part == name.name else [])
        self._ids = {key: self._id(key) for key in self._namings}

    def who(self, document_id: str, name: ActorName) -> tuple[str, ...]:
        """Ids of whom a name in a document means: several where it joins several known ones (R14)."""
        return tuple(dict.fromkeys(self._ids[key] for key, _ in self._parts(document_id, name)))

    def houses(self, document_id: str, name: ActorName) -> tuple[str, ...]:
        """Keys of the houses that those belong to, for looking for the same pledge (R10)."""
        return tuple(dict.fromkeys(self._registry.house(key) for key, _ in self._parts(document_id, name)))

    def all(self) -> tuple[Actor, ...]:
        """The actors by id."""
        found: dict[str, Actor] = {}
        for key in sorted(self._namings):
            actor = self._actor(key, self._namings[key])
            known = found.get(actor.id)
            found[actor.id] = actor if known is None else _merged(known, actor)
        return tuple(found[identity] for identity in sorted(found))

    def _key(self, name: ActorName) -> str:
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
        parts = [part for part in _JOINT.split(name.name) if part] if key.startswith("name:") else []
        if len(parts) > 1:
            keys = [self._key(ActorName(name=part)) for part in parts]
            if all(not one.startswith("name:") or one in self._alone for one in keys):
                return [(self._within(document_id, k, part), part) for k, part in zip(keys, parts, strict=True)]
        return [(self._within(document_id, key, name.name), name.name)]

    def _within(self, document_id: str, key: str, surface: str) -> str:
        """The fuller name that the same document gives, if there is just one; else the only one of all documents."""
        others = self._in_document[document_id]
        if key.startswith("person:") and " " not in key:
            surname = key.removeprefix("person:")
            return _only([k for k in others if k.startswith("person:") and k.endswith(f" {surname}")], key)
        if key.startswith("name:"):
            local = [k for k, other in others.items() if k != key and (_extends(k, key) or is_acronym(surface, other))]
            return _only(local, self._longer.get(key, key))
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


def _only_extensions(keys: Iterable[str]) -> dict[str, str]:
    """Key → the one key of the corpus that adds words of a company to it ('northshore' → 'northshore motors')."""
    extensions: defaultdict[str, list[str]] = defaultdict(list)
    known = set(keys)
    for key in known:
        words = key.split()
        for stop in range(1, len(words)):
            stem = " ".join(words[:stop])
            if stem in known and len(stem.removeprefix("name:")) >= _SHORTEST_STEM:
                extensions[stem].append(key)
    company = organisation_words("company")
    return {
        stem: longer[0]
        for stem, longer in extensions.items()
        if len(longer) == 1 and company.issuperset(longer[0].removeprefix(f"{stem} ").split())
    }


def _merged(one: Actor, other: Actor) -> Actor:
    aliases = {*one.aliases, *other.aliases, other.name} - {one.name}
    return one.model_copy(update={"aliases": tuple(sorted(aliases)), "external": other.external | one.external})
