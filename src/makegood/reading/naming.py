"""How a referent is named in a statement."""

from collections.abc import Sequence
from typing import get_args

from makegood.model.actor import ActorKind, ActorName
from makegood.reading.cast import Referent


def actor_name(referent: Referent) -> ActorName:
    """The actor by its fullest name; somebody of no told kind who promises is taken for a company."""
    kind: ActorKind = next((kind for kind in get_args(ActorKind) if kind == referent.kind), "company")
    return ActorName(name=referent.name, kind=kind)


def joint_name(referents: Sequence[Referent]) -> ActorName:
    """Several promisors of one promise as one (R14): 'Acme, Basco and Corex'."""
    if len(referents) == 1:
        return actor_name(referents[0])
    names = [r.name for r in referents]
    return ActorName(name=", ".join(names[:-1]) + " and " + names[-1], kind="consortium")
