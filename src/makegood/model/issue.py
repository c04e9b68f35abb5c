"""A doubtful datum, as a value that points at a span. Ledgered and published, never raised."""

from pydantic import Field

from makegood.model.frozen import Frozen


class Issue(Frozen):
    """`code` is stable and for programs, `message` is for people and names the input."""

    code: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    message: str
    start: int = 0
    end: int = 0
