"""Stages paragraphs of ours for the statement readers: the story, its cast, and pieces found by their words."""

from makegood.model.document import Document
from makegood.model.values import PartialDate
from makegood.reading.cast import Cast
from makegood.reading.story import Passage, Story, tell


class Stage:
    """A text told as a story with its cast."""

    def __init__(self, text: str, published: str | None = None) -> None:
        day = PartialDate(date=published, precision="day", basis="metadata") if published else None
        self.story: Story = tell(Document(ref="stage", text=text, published=day))
        self.cast = Cast(self.story)

    @property
    def passage(self) -> Passage:
        """The last sentence."""
        return self.story.passages[-1]

    def piece(self, words: str) -> int:
        """The piece of the last sentence that stands for the words."""
        return next(i for i, p in enumerate(self.passage.pieces) if p.text == words)
