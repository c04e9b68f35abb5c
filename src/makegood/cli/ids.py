"""Ids as people type them: the shortest beginning that only one has."""

from collections.abc import Iterable

SHORTEST = 6


def short(ids: Iterable[str]) -> dict[str, str]:
    """Each id → its prefix and as many characters as tell it from all others, six at least."""
    known = sorted(set(ids))
    return {one: _short(one, known[max(0, at - 1) : at] + known[at + 1 : at + 2]) for at, one in enumerate(known)}


def _short(identity: str, neighbours: list[str]) -> str:
    shared = max((_shared(identity, other) for other in neighbours), default=0)
    return identity[: max(shared + 1, identity.find(":") + 1 + SHORTEST)]


def _shared(one: str, other: str) -> int:
    """How many characters two ids begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
