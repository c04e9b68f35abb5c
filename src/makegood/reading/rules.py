"""The rules reader: deterministic, offline, lexicons and tables, no model."""

from makegood.model.document import Document
from makegood.model.reading import Reading
from makegood.model.statement import Statement
from makegood.reading.cast import Cast
from makegood.reading.confidence import with_confidence
from makegood.reading.holdings import read_figures
from makegood.reading.measures import read_measures
from makegood.reading.meetings import read_meetings
from makegood.reading.outlays import find_outlays
from makegood.reading.outlooks import read_outlooks
from makegood.reading.pledges import read_pledges
from makegood.reading.progress import read_progress
from makegood.reading.story import Story, tell
from makegood.reading.sums import read_totals
from makegood.reading.ties import read_ties
from makegood.reading.triggers import worth_reading
from makegood.reading.turns import find_turns


class RulesReader:
    """Reads every statement kind of docs/method/reading.md."""

    name = "rules"
    version = "1"

    def read(self, document: Document) -> Reading:
        """The reading of one document; the same text always gives the same reading."""
        if not worth_reading(document.text):
            return Reading(document_id=document.id, reader=self.name, version=self.version)
        story = self.tell(document)
        cast = Cast(story)
        turns = find_turns(story, cast)
        meetings = read_meetings(story, cast)
        pledges = read_pledges(story, cast, turns, meetings)
        outlays = find_outlays(story, cast)
        statements: list[Statement] = [*pledges, *read_progress(story, [*turns, *outlays], pledges)]
        statements += meetings
        statements += read_measures(story, cast)
        statements += read_figures(story, cast, pledges)
        statements += read_ties(story, cast)
        statements += read_outlooks(story)
        statements += read_totals(story, cast)
        unique = {s.id: with_confidence(s) for s in statements}
        return Reading(
            document_id=document.id, reader=self.name, version=self.version, statements=tuple(unique.values())
        ).checked(document)

    def tell(self, document: Document) -> Story:
        """The document as the statement readers want it."""
        return tell(document)
