"""Sentences put together piece by piece, each piece remembered with the field it proves (R23)."""

from makegood.model.document import Document
from makegood.model.statement import Evidence

_WITH_THE = ("United ", "European ", "Netherlands", "Philippines", "Democratic ", "Czech ", "Dominican ", "Bahamas")
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


class Prose:
    """A text that grows; `say` adds words, and the fields that rest on them."""

    def __init__(self) -> None:
        self.text = ""
        self._places: dict[str, tuple[int, int]] = {}

    def say(self, words: str, *fields: str) -> None:
        """Add words that prove these fields; words without a field only link others."""
        start = len(self.text)
        self.text += words
        self._places |= dict.fromkeys(fields, (start, start + len(words)))

    def evidence(self, document: Document) -> Evidence:
        """The spans of all fields, and of the whole as their sentence, in the document made of this text."""
        places = self._places | {"_": (0, len(self.text))}
        return {field: (document.span(*place),) for field, place in places.items()}


def money(low: int | None, high: int | None, currency: str) -> str:
    """'USD 50 billion', 'USD 100 billion to 500 billion'; nothing is rounded."""
    ends = dict.fromkeys(number(end) for end in (low, high) if end is not None)
    return f"{currency} {' to '.join(ends)}"


def number(value: int) -> str:
    """A number in words of scale where two decimals hold it all, else in digits."""
    for size, word in _SCALES:
        if value >= size and value * 100 % size == 0:
            return f"{value / size:,.2f}".rstrip("0").rstrip(".") + f" {word}"
    return f"{value:,}"


def in_sentence(country: str) -> str:
    """The name of a country with the article that a sentence gives it."""
    return f"the {country}" if country.startswith(_WITH_THE) else country
