"""An opinion that a test writes down: shares of words by role, and answers."""

from dataclasses import dataclass, field


@dataclass
class Written:
    """Stands for the encoder's opinion of one sum in `text`; `shares` maps (role, words) to a probability."""

    text: str
    promised: float = 0.5
    shares: dict[tuple[str, str], float] = field(default_factory=dict)
    stages: dict[str, float] = field(default_factory=dict)
    start: int = 0

    @property
    def end(self) -> int:
        """The window is the whole text."""
        return len(self.text)

    def answers(self, question: str) -> dict[str, float]:
        """The stages that were written down."""
        return self.stages if question == "stage" else {}

    def role(self, name: str, start: int, end: int) -> float:
        """The share of exactly these words."""
        return self.shares.get((name, self.text[start:end]), 0.0)

    def words(self, name: str) -> list[tuple[int, int, float]]:
        """All words with a share in the role."""
        found = [(words, share) for (role, words), share in self.shares.items() if role == name]
        return [(self.text.index(words), self.text.index(words) + len(words), share) for words, share in found]
