"""Names made comparable, to tell whether two statements speak of the same people."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from makegood.assessment.sourced import Sourced
from makegood.model.actor import Actor
from makegood.model.statement import PledgeStatement

_WORD = re.compile(r"\w+")


def key(name: str) -> str:
    """A name without case, accents and punctuation; '' for a name without letters."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    return " ".join(_WORD.findall("".join(c for c in folded if not unicodedata.combining(c))))


def keys(names: Iterable[str | None]) -> frozenset[str]:
    """The keys of all names that have one."""
    return frozenset(k for name in names if name and (k := key(name)))


def promisor_keys(promisors: Sequence[Actor], statements: Sequence[Sourced]) -> frozenset[str]:
    """Keys of everybody on the promising side: the promisors with their aliases, and who announced it."""
    names: list[str | None] = [name for actor in promisors for name in (actor.name, *actor.aliases)]
    for sourced in statements:
        if isinstance(sourced.statement, PledgeStatement):
            announcer = sourced.statement.announced_by
            names += [sourced.statement.promisor.name, announcer.name if announcer else None]
    return keys(names)


def counterpart_keys(statements: Sequence[Sourced]) -> frozenset[str]:
    """Keys of those the pledge was made to."""
    told = (s.statement for s in statements)
    return keys(s.counterparty.name for s in told if isinstance(s, PledgeStatement) and s.counterparty is not None)
