"""Values of number words: 'two and a half million', 'half a trillion', 'one hundred and twenty-five'."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from makegood.reading.lexicon import table

_FRACTIONS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.25")}
_LINKS = frozenset({"a", "an", "and", "of"})


@cache
def values() -> dict[str, Decimal]:
    """Number words below one hundred."""
    return {word: Decimal(str(value)) for word, value in _section("values").items()}


@cache
def magnitudes() -> dict[str, Decimal]:
    """'dozen' to 'quadrillion', lakh and crore."""
    return {word: Decimal(str(value)) for word, value in _section("magnitudes").items()}


@cache
def abbreviations() -> dict[str, Decimal]:
    """'bn' and its like: magnitudes behind a figure, with or without a blank."""
    return {word: Decimal(str(value)) for word, value in _section("abbreviations").items()}


@cache
def suffixes() -> dict[str, Decimal]:
    """'k', 'm' and their like: magnitudes only where a unit settles it."""
    return {word: Decimal(str(value)) for word, value in _section("suffixes").items()}


def _section(name: str) -> dict[str, object]:
    section = table("numbers")[name]
    return section if isinstance(section, dict) else {}


class Tally:
    """The value of number words taken one after another, as far as they make one number."""

    def __init__(self, start: Decimal | None = None) -> None:
        self.total = Decimal(0)
        self.current = start
        self.scale: Decimal | None = None
        self.decimal = Decimal(0)

    @property
    def value(self) -> Decimal | None:
        """The number so far, None before the first word that has a value."""
        if self.current is None:
            return self.total if self.scale is not None else None
        return self.total + self.current

    def take(self, word: str, linked: bool) -> bool:
        """Add one word (`linked`: 'and' or 'a' before it); False where it cannot belong to this number."""
        if word == "point":
            self.decimal = Decimal("0.1")
            return self.current is not None
        if self.decimal and word not in magnitudes():
            return self._decimal(values().get(word))
        if word in _FRACTIONS:
            return self._fraction(_FRACTIONS[word], linked)
        if word in magnitudes():
            return self._magnitude(magnitudes()[word])
        value = values().get(word)
        return value is not None and self._below_hundred(value, linked)

    def _decimal(self, digit: Decimal | None) -> bool:
        if digit is None or digit > 9 or self.current is None:
            return False
        self.current += digit * self.decimal
        self.decimal /= 10
        return True

    def _below_hundred(self, value: Decimal, linked: bool) -> bool:
        if self.current is None:
            self.current = value
            return self.scale is None or value < self.scale
        if self.current != int(self.current) or not value:
            return False
        hundreds = self.current >= 100 and self.current % 100 == 0
        tens = self.current % 100 >= 20 and self.current % 10 == 0 and value < 10 and not linked
        if hundreds or tens:
            self.current += value
        return hundreds or tens

    def _fraction(self, value: Decimal, linked: bool) -> bool:
        if self.current is None:
            if self.scale is None:
                self.current = value
            elif linked:
                self.total += value * self.scale
            return self.scale is None or linked
        if linked and self.current == int(self.current):
            self.current += value
            return True
        if self.current in (1, 3) and self.scale is None:
            self.current *= value
            return True
        return False

    def _magnitude(self, value: Decimal) -> bool:
        if self.current is None:
            if self.scale is None or value <= 100:
                return False
            self.total *= value
            self.scale *= value
        elif value <= 100:
            self.current *= value
            return self.current < 100 * value
        elif self.scale is None or value < self.scale:
            self.total += self.current * value
            self.current, self.decimal = None, Decimal(0)
            self.scale = self.scale or value
        else:
            return False
        return True


def words_value(words: Sequence[str], start: Decimal | None = None) -> tuple[Decimal, Decimal, int] | None:
    """Value, the magnitude that takes part (1 where none does), and how many of the (lower-case) words make the number.

    `start` is a figure that the words go on from ('2' before 'lakh crore'). None where the words are
    no number: 'and', 'a few', a magnitude without anything to multiply.
    """
    tally = Tally(start)
    steps: list[tuple[Decimal, Decimal, int]] = []
    linked = False
    for place, word in enumerate(words):
        if word in _LINKS:
            linked = word != "of"
            if place == 0 and word in ("a", "an") and len(words) > 1 and words[1] in magnitudes():
                tally.current = Decimal(1)
            continue
        if not tally.take(word, linked):
            return _before(steps, word)
        if tally.value is not None and word != "point":
            steps.append((tally.value, tally.scale or Decimal(1), place + 1))
        linked = False
    return steps[-1] if steps else None


def _before(steps: list[tuple[Decimal, Decimal, int]], word: str) -> tuple[Decimal, Decimal, int] | None:
    """The number before a word that does not fit; a magnitude takes the number word before it along."""
    if word in magnitudes() and len(steps) > 1:
        return steps[-2]
    return steps[-1] if steps else None
