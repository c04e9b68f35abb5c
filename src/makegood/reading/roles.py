"""Offices and roles of people, by the words they are made of."""

from functools import cache

from makegood.reading.lexicon import words


@cache
def role_heads() -> frozenset[str]:
    """The last words of offices and roles ('minister', 'ceo'), from lexicon/roles.toml."""
    return frozenset(role.split()[-1] for group in words("roles").values() for role in group) | {"chief", "vice"}


@cache
def role_parts() -> frozenset[str]:
    """All words of offices and roles ('prime', 'minister')."""
    return frozenset(part for group in words("roles").values() for role in group for part in role.split())
