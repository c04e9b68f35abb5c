"""All of resolution at once: statements and verdicts in, actors and pledges out.

A pure function of what the statements say and what was judged: any order of the same statements gives
the same actors and pledges. Verdicts on single statements (override, reject) are settled before, where
the statements are kept; here only those on pairs count.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from makegood.model.actor import Actor
from makegood.model.document import Document
from makegood.model.judgement import Judgement
from makegood.model.pledge import Pledge
from makegood.model.statement import Statement
from makegood.resolution.identity import Identity
from makegood.resolution.told import Told, told_by


@dataclass(frozen=True, slots=True)
class Resolution:
    """Everybody and every undertaking once each, by id; and what the rules judged, with their reasons."""

    actors: tuple[Actor, ...]
    pledges: tuple[Pledge, ...]
    judgements: tuple[Judgement, ...] = ()


def resolve(
    statements: Iterable[tuple[Document, Statement]],
    judgements: Sequence[Judgement] = (),
    imported: Sequence[Actor] = (),
) -> Resolution:
    """Actors and pledges of all statements.

    Args:
        statements: those that stand, with the documents that make them.
        judgements: verdicts on pairs of pledges or statements, in the order they were given.
        imported: actors known from elsewhere, in the order they were imported.
    """
    told: defaultdict[str, list[Told[Statement]]] = defaultdict(list)
    for document, statement in statements:
        told[document.id].append(told_by(document, statement))
    identity = Identity(imported)
    identity.follow((), told, judgements)
    pledges = tuple(identity.pledges())
    verdicts = [verdict for pledge in pledges for verdict in identity.verdicts(pledge.id)]
    ordered = sorted(verdicts, key=lambda one: (one.verdict, one.subject, one.other or ""))
    return Resolution(identity.actors(), pledges, tuple(ordered))
