"""Actors as a text names them."""

from typing import Literal

from pydantic import Field

from makegood.model.frozen import Frozen

ActorKind = Literal["company", "government", "fund", "person", "consortium", "organization"]


class ActorName(Frozen):
    """An actor by the fullest name that the document gives it."""

    name: str = Field(min_length=1)
    kind: ActorKind | None = None


class Participant(ActorName):
    """One side of a meeting; `role` is the office the text gives ('prime minister')."""

    role: str | None = None


class Speaker(Frozen):
    """Whose words a statement rests on (R12)."""

    name: str | None = None
    role: Literal["promisor", "counterpart", "third_party", "unnamed", "author"] = "author"


class Actor(Frozen):
    """A resolved actor. `id` is an external id where one is known (`Q…`, ISO code), else minted from its name."""

    id: str
    name: str
    kind: ActorKind | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()
    external: dict[str, str] = Field(default_factory=dict)
