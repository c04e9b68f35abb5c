"""Where a value stands: a half-open code-point interval with its exact quote."""

from pydantic import Field, model_validator

from makegood.model.frozen import Frozen


class Span(Frozen):
    """Code points [start, end) of one document's text; `quote` is that text, letter for letter."""

    start: int = Field(ge=0)
    end: int = Field(gt=0)
    quote: str = Field(min_length=1)

    @model_validator(mode="after")
    def _quote_fits(self) -> "Span":
        if self.end - self.start != len(self.quote):
            raise ValueError(f"span {self.start}:{self.end} does not fit its quote {self.quote!r}")
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The span of `text` between two code points.

        Raises:
            pydantic.ValidationError: the interval is empty or outside the text.
        """
        return cls(start=start, end=end, quote=text[start:end])

    def stands_in(self, text: str) -> bool:
        """Whether the quote is the text at these offsets."""
        return text[self.start : self.end] == self.quote
