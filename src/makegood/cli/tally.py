"""What a run did, counted while its steps pass by."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from makegood.model.document import Document
from makegood.model.issue import Issue
from makegood.sources import Unread
from makegood.workflow import CRASHED, Known, Read

NOT_A_FAILURE = frozenset({"left_out"})
"""Codes of inputs that were rightly not read."""
KINDS = ("pledge", "progress", "meeting", "measure", "figure", "tie", "outlook", "total")

T = TypeVar("T", bound=Read | Known | Unread | Document)


class Tally:
    """Documents read, statements by kind, documents known before, and what went wrong."""

    def __init__(self) -> None:
        self.documents = 0
        self.known = 0
        self.issues = 0
        self.statements: Counter[str] = Counter()
        self.unread: list[Issue] = []
        self.crashes: list[Issue] = []

    @property
    def failures(self) -> list[Issue]:
        """What people must be told of, a line each."""
        return [*self.unread, *self.crashes]

    @property
    def failed(self) -> bool:
        """Whether something was not read that should have been."""
        return bool(self.crashes) or any(issue.code not in NOT_A_FAILURE for issue in self.unread)

    def counting(self, steps: Iterable[T]) -> Iterator[T]:
        """The steps, counted."""
        for step in steps:
            self._count(step)
            yield step

    def words(self) -> str:
        """'12 documents read: 7 pledges, 1 meeting · 3 known already · 1 not read'."""
        kinds = ", ".join(counted(self.statements[kind], kind) for kind in KINDS if self.statements[kind])
        parts = [counted(self.documents, "document") + " read" + (f": {kinds}" if kinds else "")]
        parts += [f"{self.known} read before"] if self.known else []
        parts += [counted(self.issues, "issue")] if self.issues else []
        parts += [f"{len(self.unread)} not read"] if self.unread else []
        return " · ".join(parts)

    def _count(self, step: Read | Known | Unread | Document) -> None:
        match step:
            case Read(reading=reading):
                self.documents += 1
                self.issues += len(reading.issues)
                self.crashes += [issue for issue in reading.issues if issue.code == CRASHED]
                self.statements.update(statement.kind for statement in reading.statements)
            case Known():
                self.known += 1
            case Unread(issue=issue):
                self.unread.append(issue)
            case Document():
                self.documents += 1


def counted(number: int, noun: str) -> str:
    """'1 pledge', '1,200 pledges', '3 progress'."""
    return f"{number:,} {noun}{'' if number == 1 or noun.endswith('s') else 's'}"
