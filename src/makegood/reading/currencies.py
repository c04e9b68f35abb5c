"""Currencies as texts write them: signs, letters before signs, codes, abbreviations and names, beside a figure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from makegood.reading.lexicon import table
from makegood.reading.numbers import BLANKS, JOIN


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
_MILLION_CODE = {
    "M": Decimal("1e6"),
    "m": Decimal("1e6"),
    "k": Decimal("1e3"),
    "K": Decimal("1e3"),
    "B": Decimal("1e9"),
}


def before(text: str, start: int, limit: int = 0) -> Currency | None:
    """The currency that ends right before `start`, blanks between allowed, not reaching before `limit`."""
    stop = start
    while stop > limit and start - stop < 3 and text[stop - 1] in BLANKS:
        stop -= 1
    if stop <= limit:
        return None
    symbol = text[stop - 1]
    if symbol in _section("symbols"):
        return _signed(text, stop, limit, stop < start)
    if not (symbol.isalpha() or symbol in "./¢"):
        return None
    return _signed_letters(text, stop, limit) or _abbreviated(text, stop, limit) or _named_before(text, stop, limit)


def _signed(text: str, stop: int, limit: int, apart: bool) -> Currency | None:
    first = stop - 1
    if apart and first > limit and text[first - 1].isdigit():
        return None
    prefix = _prefixes().search(text, max(limit, stop - 8), stop)
    if prefix:
        return Currency(prefix.start(1), stop, _section("prefixed")[prefix[1]], sign=True)
    unknown = first > limit and text[first] in "$£" and text[first - 1].isupper()
    return Currency(first, stop, None if unknown else _section("symbols")[text[first]], sign=True)


def _signed_letters(text: str, stop: int, limit: int) -> Currency | None:
    """'$US' and '$A', the letters behind the sign."""
    written = _prefixes().search(text, max(limit, stop - 4), stop)
    return Currency(written.start(1), stop, _section("prefixed")[written[1]], sign=True) if written else None


def _abbreviated(text: str, stop: int, limit: int) -> Currency | None:
    word = _LETTERED.search(text, max(limit, stop - 6), stop)
    if not word or (word.start() and (text[word.start() - 1].isalnum() or text[word.start() - 1] in "_@#&")):
        return None
    found, first = word.group(), word.start()
    if found in _section("before"):
        return Currency(first, stop, _section("before")[found] or None, large_only=found in _section("before_large"))
    if found in _section("before_large"):
        return Currency(first, stop, _section("before_large")[found] or None, large_only=True)
    return _coded(found, first, stop)


def _coded(found: str, first: int, stop: int) -> Currency | None:
    if found in codes():
        return Currency(first, stop, codes()[found], large_only=found in _list("words"))
    if len(found) == 4 and found[0] in _MILLION_CODE and found[1:] in codes():
        return Currency(first, stop, codes()[found[1:]], scale=_MILLION_CODE[found[0]])
    return None


def _named_before(text: str, stop: int, limit: int) -> Currency | None:
    last = _LAST_WORD.search(text, max(limit, stop - 16), stop)
    if not last or last.group().lower() not in _last_words():
        return None
    name = _names_before().search(text, max(limit, stop - 32), stop)
    if not name or _plain(name[1]) in _list_of("large_only", "names"):
        return None
    return Currency(name.start(1), stop, names()[_plain(name[1])] or None, named=True)


_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_NEXT_WORD = re.compile(rf"{JOIN}?(?:([^\W\d_]+)|(\S))")


def behind(text: str, end: int) -> Currency | None:
    """The currency right behind a figure that ends at `end`."""
    following = _NEXT_WORD.match(text, end)
    if not following or (following[1] or following[2]).lower() not in _first_words():
        return None
    match = _behind().match(text, following.start(1) if following[1] else following.start(2))
    if not match:
        return None
    first, stop = match.span()
    unit = match.group()
    if first > end and text[stop : stop + 1].isdigit():
        return None
    if match["sign"]:
        own = first == end or not re.match(r"\s?\d", text[stop : stop + 2])
        code = _section("prefixed").get(unit) or _section("symbols").get(unit)
        return Currency(first, stop, code or None, sign=True) if own else None
    if match["cents"]:
        return Currency(first, stop, _section("cents")[unit.lower()] or None, scale=CENT)
    if match["abbreviation"]:
        return Currency(first, stop, _section("after")[unit] or None)
    if match["code"]:
        return _coded(unit, first, stop)
    name = _plain(unit)
    large_only = name in _list_of("large_only", "names")
    return Currency(first, stop, names()[name] or None, large_only=large_only, named=True)


def yuan_signs(text: str) -> bool:
    """Whether ¥ means the yuan in this text: it names the yuan and not the yen."""
    return any(word in text for word in _list_of("yuan", "words")) and not re.search(r"\byen\b|\bJPY\b|円", text)


def decimal_comma(code: str | None) -> bool:
    """Whether figures in this currency group thousands with a full stop."""
    return code in _list_of("decimal_comma", "codes")


def _section(name: str) -> Mapping[str, str]:
    section = table("currencies")[name]
    return section if isinstance(section, dict) else {}


@cache
def _list_of(section: str, key: str) -> frozenset[str]:
    return frozenset(_section(section)[key])


def _list(key: str) -> frozenset[str]:
    return _list_of("codes", key)


@cache
def codes() -> Mapping[str, str]:
    """ISO 4217 codes and what is written like one → ISO 4217 code; a few also in lower case."""
    from babel import Locale  # costs 40 ms at start-up

    known = {code: code for code in Locale("en").currencies if code not in _list("never")}
    known |= dict(_section("codes")["also"])  # type: ignore[call-overload]
    return known | {code: known[code.upper()] for code in _list("lower")}


@cache
def names() -> Mapping[str, str]:
    """Names of currencies in lower case, singular and plural → ISO 4217 code, '' where left open."""
    from babel import Locale  # costs 40 ms at start-up
    from babel.numbers import get_currency_name

    known: dict[str, str] = {}
    for code in Locale("en").currencies:
        for count in (1, 2):
            name = get_currency_name(code, count=count, locale="en").lower()
            if "(" not in name and " " in name and code not in _list("never"):
                known[name] = code
    for name, code in _section("names").items():
        known |= {name.lower(): code, name.lower() + "s": code}
    return known


def _plain(name: str) -> str:
    return re.sub(r"[\s-]+", " ", name).lower()


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"[\s-]{1,2}") for word in sorted(words, key=len, reverse=True))


@cache
def _prefixes() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.])({'|'.join(re.escape(p) for p in sorted(_section('prefixed'), key=len, reverse=True))})\Z"
    )


@cache
def _names_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({_alternatives(names())})\Z", re.I)


@cache
def _behind() -> re.Pattern[str]:
    lettered = sorted((sign for sign in _section("prefixed") if " " not in sign), key=len, reverse=True)
    signs = "|".join(re.escape(sign) for sign in [*lettered, *_section("symbols")])
    written = "|".join(code for code in codes() if len(code) == 3)
    return re.compile(
        rf"(?P<abbreviation>{_alternatives(_section('after'))})(?!\w)|(?P<sign>{signs})"
        rf"|(?P<code>[MmkKB]?(?:{written}))(?![a-zA-Z])"
        rf"|(?i:(?P<cents>{_alternatives(_section('cents'))})|(?P<name>{_alternatives(names())}))(?!\w)"
    )


@cache
def _first_words() -> frozenset[str]:
    """What a currency behind a figure can open with, in lower case: a cheap test before the large pattern."""
    written = [*codes(), *(letter + code for letter in _MILLION_CODE for code in codes())]
    words = [*_section("after"), *_section("symbols"), *_section("prefixed"), *_section("cents"), *names(), *written]
    return frozenset(match[1] or match[2] for word in words if (match := _NEXT_WORD.match(word.lower())))


@cache
def _last_words() -> frozenset[str]:
    return frozenset(match.group() for name in names() if (match := _LAST_WORD.search(name)))
