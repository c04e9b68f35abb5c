"""How a referent is named in a statement."""

from collections.abc import Sequence

from makegood.model.actor import ActorName
from makegood.reading.cast import Referent

_KINDS = {"company", "government", "fund", "person", "consortium", "organization"}


def actor_name(referent: Referent) -> ActorName:
    """The actor by its fullest name; somebody of no told kind who promises is taken for a company."""
    kind = referent.kind if referent.kind in _KINDS else "company"
    return ActorName(name=referent.name, kind=kind)  # type: ignore[arg-type]


def joint_name(referents: Sequence[Referent]) -> ActorName:
    """Several promisors of one promise as one (R14): 'Acme, Basco and Corex'."""
    if len(referents) == 1:
        return actor_name(referents[0])
    names = [r.name for r in referents]
    return ActorName(name=", ".join(names[:-1]) + " and " + names[-1], kind="consortium")
