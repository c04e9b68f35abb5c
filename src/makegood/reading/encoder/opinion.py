"""What a reader may ask about an anchor (a sum or a count) of a text; the encoder answers, or nobody is asked."""

from typing import Protocol


class Opinion(Protocol):
    """Of one anchor: what statement it is of, and what the words of its window are to it."""

    start: int
    """First code point of the window."""
    end: int
    """Code point after the window."""

    @property
    def promised(self) -> float:
        """The probability that the anchor is of a pledge, or of what became of one."""

    def answers(self, question: str) -> dict[str, float]:
        """Every answer to one of labels.OUTLETS with its probability."""

    def role(self, name: str, start: int, end: int) -> float:
        """The probability that the words [start, end) of the text play a role; 0 outside the window."""

    def words(self, name: str) -> list[tuple[int, int, float]]:
        """Stretches of text that play a role more likely than any other: start, end, mean probability."""
