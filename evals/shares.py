"""So many right of so many asked: what every figure here is made of."""

from makegood.model.frozen import Frozen


class Share(Frozen):
    """So many right of so many asked."""

    right: int
    asked: int

    @property
    def value(self) -> float:
        """Between 0 and 1; 0 where nothing was asked."""
        return self.right / self.asked if self.asked else 0.0
