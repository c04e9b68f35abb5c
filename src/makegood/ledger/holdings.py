"""What views hand out: documents, statements and issues as the ledger holds them."""

from makegood.assessment.sourced import DocumentFacts
from makegood.model.frozen import Frozen
from makegood.model.issue import Issue
from makegood.model.statement import Statement


class HeldDocument(DocumentFacts):
    """A document's facts with every ref it was met under, how it was cleaned, and when it was learnt as read last."""

    refs: tuple[str, ...]
    extractor: str | None = None
    learned: str


class HeldStatement(Frozen):
    """A statement as it stands. Where a person corrected fields, `statement` has theirs and `machine` the reader's.

    `reopened`: what the machine says of the corrected fields, or whether it still says it at all, has
    changed since the person looked. `rejected` ones are in no pledge.
    """

    statement: Statement
    document: str
    overridden: tuple[str, ...] = ()
    machine: Statement | None = None
    reopened: bool = False
    rejected: bool = False


class HeldIssue(Frozen):
    """An issue with its document; `document` is None where the input could not be read at all."""

    issue: Issue
    ref: str
    document: str | None = None
