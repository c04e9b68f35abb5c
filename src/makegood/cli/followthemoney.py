"""FollowTheMoney's JSON lines (followthemoney.tech) to actors: schema, names, countries and known identifiers."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from makegood.model.actor import Actor, ActorKind

KINDS: dict[str, ActorKind] = {
    "Company": "company",
    "LegalEntity": "organization",
    "Organization": "organization",
    "Person": "person",
    "PublicBody": "government",
}
"""FollowTheMoney's schemata that are actors here; things (assets, payments, ownerships …) are passed over."""

IDENTIFIERS = {
    "isinCode": "isin",
    "leiCode": "lei",
    "permId": "permid",
    "registrationNumber": "registration",
    "ticker": "ticker",
    "wikidataId": "wikidata",
}
_NAMES = ("name", "alias", "previousName", "abbreviation", "weakAlias")


def actors(lines: Iterable[str]) -> Iterator[Actor | str]:
    """An actor for each line that describes one; for a line that cannot be used, what is wrong with it."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                found = _actor(json.loads(line))
            except (ValueError, TypeError, AttributeError, KeyError) as error:
                yield f"line {number} is no FollowTheMoney object: {type(error).__name__}: {error}"
                continue
            if found is not None:
                yield found


def _actor(thing: Mapping[str, Any]) -> Actor | None:
    kind = KINDS.get(thing["schema"])
    if kind is None:
        return None
    said: Mapping[str, list[str]] = thing["properties"]
    names = list(dict.fromkeys(name for key in _NAMES for name in said.get(key, ()) if name.strip()))
    if not names:
        raise ValueError("it has no name")
    external = {ours: said[theirs][0] for theirs, ours in IDENTIFIERS.items() if said.get(theirs)}
    codes = [code.upper() for key in ("jurisdiction", "country") for code in said.get(key, ()) if len(code) == 2]
    return Actor(
        id=external.get("wikidata", str(thing["id"])),
        name=str(thing.get("caption") or names[0]),
        kind=kind,
        country=codes[0] if codes else None,
        aliases=tuple(names),
        external=external,
    )
