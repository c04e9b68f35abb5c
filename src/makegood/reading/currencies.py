"""Currencies as texts write them: signs, letters before signs, codes, abbreviations and names, beside a figure."""

import re
from dataclasses import dataclass
from decimal import Decimal

from makegood.reading.currency_words import (
    CODE_SCALES,
    LAST_WORD,
    NEXT_WORD,
    behind_pattern,
    codes,
    first_words,
    last_words,
    listed,
    names,
    names_before,
    plain,
    prefixes,
    section,
)
from makegood.reading.gaps import BLANKS


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency word or sign in [start, end). `code` is ISO 4217, or in lower case a word that
    several countries share (home_currency.py), None where it is unknown.

    `large_only`: money only beside a magnitude or a grouped figure. `scale`: a magnitude inside the
    words ('30 MUSD'), or a hundredth for cents. `sign`, `named`: written as a sign, as a name.
    """

    start: int
    end: int
    code: str | None
    large_only: bool = False
    scale: Decimal = Decimal(1)
    sign: bool = False
    named: bool = False

    @property
    def plain_dollar(self) -> bool:
        """A bare dollar sign, which a code behind the figure may still settle."""
        return self.sign and self.code == "dollar" and self.end - self.start == 1


_LETTERED = re.compile(r"[^\W\d_][\w.'’/¢]*\Z")
CENT = Decimal("0.01")


def before(text: str, start: int, limit: int = 0) -> Currency | None:
    """The currency that ends right before `start`, blanks between allowed, not reaching before `limit`."""
    stop = start
    while stop > limit and start - stop < 3 and text[stop - 1] in BLANKS:
        stop -= 1
    if stop <= limit:
        return None
    symbol = text[stop - 1]
    if symbol in section("symbols"):
        return _signed(text, stop, limit, stop < start)
    if not (symbol.isalpha() or symbol in "./¢"):
        return None
    return _signed_letters(text, stop, limit) or _abbreviated(text, stop, limit) or _named_before(text, stop, limit)


def _signed(text: str, stop: int, limit: int, apart: bool) -> Currency | None:
    first = stop - 1
    if apart and first > limit and text[first - 1].isdigit():
        return None
    prefix = prefixes().search(text, max(limit, stop - 8), stop)
    if prefix:
        return Currency(prefix.start(1), stop, section("prefixed")[prefix[1]], sign=True)
    unknown = first > limit and text[first] in "$£" and text[first - 1].isupper()
    return Currency(first, stop, None if unknown else section("symbols")[text[first]], sign=True)


def _signed_letters(text: str, stop: int, limit: int) -> Currency | None:
    """'$US' and '$A', the letters behind the sign."""
    written = prefixes().search(text, max(limit, stop - 4), stop)
    return Currency(written.start(1), stop, section("prefixed")[written[1]], sign=True) if written else None


def _abbreviated(text: str, stop: int, limit: int) -> Currency | None:
    word = _LETTERED.search(text, max(limit, stop - 6), stop)
    if not word or (word.start() and (text[word.start() - 1].isalnum() or text[word.start() - 1] in "_@#&")):
        return None
    found, first = word.group(), word.start()
    if found in section("before"):
        return Currency(first, stop, section("before")[found] or None, large_only=found in section("before_large"))
    if found in section("before_large"):
        return Currency(first, stop, section("before_large")[found] or None, large_only=True)
    return _coded(found, first, stop)


def _coded(found: str, first: int, stop: int) -> Currency | None:
    if found in codes():
        return Currency(first, stop, codes()[found], large_only=found in listed("codes", "words"))
    if len(found) == 4 and found[0] in CODE_SCALES and found[1:] in codes():
        return Currency(first, stop, codes()[found[1:]], scale=CODE_SCALES[found[0]])
    return None


def _named_before(text: str, stop: int, limit: int) -> Currency | None:
    last = LAST_WORD.search(text, max(limit, stop - 16), stop)
    if not last or last.group().lower() not in last_words():
        return None
    name = names_before().search(text, max(limit, stop - 32), stop)
    if not name or plain(name[1]) in listed("large_only", "names"):
        return None
    return Currency(name.start(1), stop, names()[plain(name[1])] or None, named=True)


def behind(text: str, end: int) -> Currency | None:
    """The currency right behind a figure that ends at `end`."""
    following = NEXT_WORD.match(text, end)
    if not following or (following[1] or following[2]).lower() not in first_words():
        return None
    match = behind_pattern().match(text, following.start(1) if following[1] else following.start(2))
    if not match:
        return None
    first, stop = match.span()
    unit = match.group()
    if first > end and text[stop : stop + 1].isdigit():
        return None
    if match["sign"]:
        own = first == end or not re.match(r"\s?\d", text[stop : stop + 2])
        code = section("prefixed").get(unit) or section("symbols").get(unit)
        return Currency(first, stop, code or None, sign=True) if own else None
    if match["cents"]:
        return Currency(first, stop, section("cents")[unit.lower()] or None, scale=CENT)
    if match["abbreviation"]:
        return Currency(first, stop, section("after")[unit] or None)
    if match["code"]:
        return _coded(unit, first, stop)
    name = plain(unit)
    large_only = name in listed("large_only", "names")
    return Currency(first, stop, names()[name] or None, large_only=large_only, named=True)


def yuan_signs(text: str) -> bool:
    """Whether ¥ means the yuan in this text: it names the yuan and not the yen."""
    return any(word in text for word in listed("yuan", "words")) and not re.search(r"\byen\b|\bJPY\b|円", text)


def decimal_comma(code: str | None) -> bool:
    """Whether figures in this currency group thousands with a full stop."""
    return code in listed("decimal_comma", "codes")
