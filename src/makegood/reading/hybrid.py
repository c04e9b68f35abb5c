"""The hybrid reader, the default: rules for exact values and the document's cast, an encoder's opinion of every sum."""

from collections.abc import Iterator
from dataclasses import replace

from makegood.model.document import Document
from makegood.model.mention import MoneyMention
from makegood.reading.jobs import jobs_at
from makegood.reading.lexicon import weights
from makegood.reading.money_roles import money_role
from makegood.reading.rules import RulesReader
from makegood.reading.story import Story


class HybridReader(RulesReader):
    """Reads as the rules do, and asks the shipped encoder about the sums that the rules hold possible."""

    name = "hybrid"
    version = "1"

    def tell(self, document: Document) -> Story:
        """The document with the encoder's opinions; without a sum to ask about the encoder is not even loaded."""
        story = super().tell(document)
        anchors = list(_asked(story))
        if not anchors:
            return story
        from makegood.reading.encoder.opinions import opinions  # noqa: PLC0415 - the model is loaded only when asked

        return replace(story, opinions=opinions(story.text, [p.whole for p in story.passages], anchors))


def _asked(story: Story) -> Iterator[tuple[int, int]]:
    """The sums that a rule does not rule out, and the jobs of sentences without a sum."""
    least = weights("opinions")["asked"]
    for passage in story.passages:
        for index, piece in enumerate(passage.pieces):
            if isinstance(piece.mention, MoneyMention):
                wanted = money_role(passage, index).score >= least
            else:
                wanted = "money" not in passage.kinds and jobs_at(passage, index) is not None
            if wanted:
                yield piece.start, piece.end
