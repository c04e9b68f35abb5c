"""What could not be read: a value, so that the rest goes on."""

from dataclasses import dataclass
from typing import Self

from makegood.errors import SourceError
from makegood.model.issue import Issue


@dataclass(frozen=True, slots=True)
class Unread:
    """`ref` is the input as the operator gave it; the issue's message names it and the way out."""

    ref: str
    issue: Issue

    @classmethod
    def of(cls, ref: str, code: str, why: str) -> Self:
        """An input that could not be read, `why` in one line with the way out."""
        return cls(ref, Issue(code=code, message=f"{ref}: {why}"))

    @classmethod
    def because(cls, ref: str, error: SourceError) -> Self:
        """An input that could not be read, for the reason that `error` gives."""
        return cls.of(ref, error.code, str(error))
