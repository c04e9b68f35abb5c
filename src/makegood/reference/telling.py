"""Words by which tellings of one thing are recognised: titles, government phrases, words that tell nothing apart."""

from functools import cache
from typing import cast

from makegood.reference import tables


@cache
def telling_words(name: str) -> frozenset[str]:
    """A list of telling.toml by its `name`: 'titles', 'empty', 'programme', 'whole', 'added' …"""
    return frozenset(cast(list[str], tables.toml("telling")[name]))


@cache
def kindred() -> dict[str, str]:
    """Folded phrase → the word that stands for it and its like ('semiconductor' → 'chip')."""
    table = cast(dict[str, list[str]], tables.toml("telling")["kindred"])
    return {phrase: word for word, phrases in table.items() for phrase in phrases}
