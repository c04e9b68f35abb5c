"""A reading: what one reader, in one version, got from one document. The door for law 4."""

from typing import Self

from pydantic import model_validator

from makegood.errors import AnchorError
from makegood.model.document import Document
from makegood.model.frozen import Frozen
from makegood.model.issue import Issue
from makegood.model.statement import Statement, statement_id


class Reading(Frozen):
    """Statements and issues; `reader` and `version` name who read."""

    document_id: str
    reader: str
    version: str
    statements: tuple[Statement, ...] = ()
    issues: tuple[Issue, ...] = ()

    @model_validator(mode="after")
    def _ids_are_what_was_said(self) -> Self:
        ids = [s.id for s in self.statements]
        if len(set(ids)) != len(ids):
            raise ValueError("two statements rest on the same spans")
        for s in self.statements:
            if s.id != statement_id(self.document_id, s.kind, s.evidence):
                raise ValueError(f"statement {s.id} does not follow from its spans")
        return self

    def checked(self, document: Document) -> Self:
        """This reading, after every quote was found in the document at its offsets.

        Raises:
            AnchorError: the reading is of another document, or a quote is not its text.
        """
        if document.id != self.document_id:
            raise AnchorError(f"reading of {self.document_id} offered for {document.id}")
        for s in self.statements:
            for field, spans in s.evidence.items():
                for span in spans:
                    if not span.stands_in(document.text):
                        raise AnchorError(
                            f"{s.kind}.{field}: {span.quote!r} is not the text at {span.start}:{span.end}"
                        )
        return self
