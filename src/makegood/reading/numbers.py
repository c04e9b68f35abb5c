"""Numbers as figures and as words: '1,000', '1.5bn', '2 lakh crore', 'half a trillion', 'two and a half million'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from makegood.reading.figures import FIGURE, figure_value, fraction_after
from makegood.reading.gaps import BLANKS, JOIN
from makegood.reading.number_words import abbreviations, magnitudes, suffixes, values, words_value
from makegood.reading.word_scan import WordScan


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in [start, end), magnitude words included.

    `scale`: the magnitude that takes part. A suffix is a single letter behind the figure (ending at
    `suffix_end`) that would multiply by `suffix_scale` if the context makes it a magnitude; the value
    does not include it. `glued`: a letter, hyphen or slash stands right before. `words`: no figure in it.
    """

    start: int
    end: int
    value: Decimal
    scale: Decimal = Decimal(1)
    suffix_end: int = 0
    suffix_scale: Decimal = Decimal(1)
    glued: bool = False
    words: bool = False

    @property
    def scaled(self) -> bool:
        """Whether a magnitude takes part."""
        return self.scale > 1

    @property
    def scaled_value(self) -> Decimal:
        """The value with the suffix taken as a magnitude."""
        return self.value * self.suffix_scale

    @property
    def year_like(self) -> bool:
        """Whether it is written as a year is: four digits, 1900 to 2100."""
        return not self.words and self.end - self.start == 4 and 1900 <= self.value <= 2100

    @property
    def full_end(self) -> int:
        """The end with the suffix taken as a magnitude."""
        return self.suffix_end or self.end


def find_numerals(text: str) -> list[Numeral]:
    """All numbers of `text`, in order, not overlapping; ordinals and vague numbers ('hundreds') are none."""
    openings = [match.start() for match in _DIGITS.finditer(text)] + list(_word_openings(text))
    found: list[Numeral] = []
    last = 0
    for start in sorted(openings):
        if start < last:
            continue
        numeral = _words(text, start) if text[start].isalpha() else _figure(text, start)
        if numeral:
            found.append(numeral)
            last = numeral.end
        elif text[start].isdecimal():
            last = FIGURE.match(text, start).end()  # type: ignore[union-attr]
    return found


def holds_number(text: str) -> bool:
    """Whether a figure or a number word stands in a text."""
    return any(c.isnumeric() for c in text) or next(_number_words().spans(text), None) is not None


_DIGITS = re.compile(r"[0-9]+")
_OPENING_A = re.compile(rf"(?<!\w)[Aa]n?{JOIN}\Z")


def _word_openings(text: str) -> Iterator[int]:
    """Where a number in words may open: at a number word, or at the article before a magnitude."""
    for start, end in _number_words().spans(text):
        word = text[start:end].lower()
        if word not in magnitudes():
            yield start
        opening = None if word in values() else _OPENING_A.search(text, max(0, start - 20), start)
        if opening:
            yield opening.start()


@cache
def _number_words() -> WordScan:
    return WordScan([*values(), *magnitudes(), "half", "quarter"])


@cache
def _word_run() -> re.Pattern[str]:
    """Number words; bounded, so that a long run of them costs linear time."""
    number = "|".join(sorted([*values(), *magnitudes(), "half", "quarters", "quarter", "point"], key=len, reverse=True))
    gap = JOIN
    return re.compile(rf"(?:{number}|an?)\b(?:{gap}(?:(?:and|of){gap})?(?:an?{gap})?(?:{number})\b){{0,12}}+", re.I)


@cache
def _magnitude_run() -> re.Pattern[str]:
    number = "|".join(sorted([*magnitudes(), "half", "quarter"], key=len, reverse=True))
    gap = rf"{JOIN}?"
    link = rf"(?:and{gap}an?{gap})?"
    return re.compile(rf"\+?(?:{gap}{link}(?:{number})(?![a-z]))+", re.I)


@cache
def _short_forms() -> re.Pattern[str]:
    strong = "|".join(sorted(abbreviations(), key=len, reverse=True))
    weak = "|".join(sorted(suffixes(), key=len, reverse=True))
    blanks = rf"[{BLANKS}]{{0,2}}"
    return re.compile(rf"(?:[{BLANKS}-]{{0,2}}(?P<strong>{strong})|(?P<gap>{blanks})(?P<weak>{weak}))(?![\w²³])", re.I)


def _figure(text: str, start: int) -> Numeral | None:
    match = FIGURE.match(text, start)
    value = figure_value(match.group()) if match else None
    if match is None or value is None:
        return None
    end = match.end()
    point = _POINT_BEFORE.search(text, max(0, start - 3), start)
    if point and match.group().isdecimal():
        value = Decimal(f"{1 if len(point.group()) > 1 else 0}.{match.group()}")
        start = point.start()
    before = text[start - 1] if start else " "
    glued = before.isalpha() or before == "_" or (before in "-/" and start > 1 and text[start - 2].isalnum())
    fraction = fraction_after(text, end)
    if fraction:
        value, end = value + fraction[0], fraction[1]
    return _with_magnitude(text, Numeral(start, end, value, glued=glued))


# '$.5 billion', and a scanned '$l.8 billion'
_POINT_BEFORE = re.compile(r"(?:(?<=[$€£])[lI]|(?<![\w.)]))\.\Z")


def _with_magnitude(text: str, figure: Numeral) -> Numeral:
    run = _magnitude_run().match(text, figure.end)
    if run:
        words = [w.lower() for w in re.split(r"[\s+-]+", run.group()) if w]
        got = words_value(words, figure.value)
        if got:
            value, scale, taken = got
            end = _end_of_word(text, figure.end, taken)
            return Numeral(figure.start, end, value, scale, glued=figure.glued)
    short = _short_forms().match(text, figure.end)
    if not short:
        return figure
    if short["strong"]:
        scale = abbreviations()[short["strong"].lower()]
        return Numeral(figure.start, short.end(), figure.value * scale, scale, glued=figure.glued)
    if short["gap"] and short["weak"] == "t":
        return figure
    scale = suffixes().get(short["weak"].lower(), Decimal(1))
    return Numeral(figure.start, figure.end, figure.value, Decimal(1), short.end(), scale, figure.glued)


_WORD = re.compile(r"[^\W\d_]+")


def _end_of_word(text: str, start: int, count: int) -> int:
    """Where the `count`-th word from `start` on ends."""
    end = start
    for _ in range(count):
        word = _WORD.search(text, end)
        if not word:
            break
        end = word.end()
    return end


def _words(text: str, start: int) -> Numeral | None:
    match = _word_run().match(text, start)
    if match is None or (start and text[start - 1] in "$€£¥"):
        return None
    words = list(_lower_words(match.group()))
    if text[max(0, start - 3) : start].lower() == "at ":
        words = words[: next((place for place, (word, _) in enumerate(words) if word == "point"), None)]
    got = words_value([word for word, _ in words])
    if got is None:
        return None
    value, scale, taken = got
    return Numeral(start, start + words[taken - 1][1], value, scale, words=True)


def _lower_words(run: str) -> Iterator[tuple[str, int]]:
    for word in _WORD.finditer(run):
        yield word.group().lower(), word.end()
