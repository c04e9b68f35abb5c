"""The words of `lexicon/currencies.toml` and of CLDR, and the patterns made of them."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache

from makegood.reading.gaps import JOIN
from makegood.reading.lexicon import table
from makegood.reading.word_scan import WordScan

LAST_WORD = re.compile(r"[^\W\d_]+\Z")
NEXT_WORD = re.compile(rf"{JOIN}?(?:([^\W\d_]+)|(\S))")
CODE_SCALES = {"M": Decimal("1e6"), "m": Decimal("1e6"), "k": Decimal("1e3"), "K": Decimal("1e3"), "B": Decimal("1e9")}
"""Letters right before a code: '30 MUSD'."""


def section(name: str) -> Mapping[str, str]:
    """One table of `currencies.toml`."""
    section = table("currencies")[name]
    return section if isinstance(section, dict) else {}


@cache
def listed(name: str, key: str) -> frozenset[str]:
    """One list of a table of `currencies.toml`."""
    return frozenset(section(name)[key])


def _currencies() -> list[str]:
    """Every code that CLDR knows, past ones included."""
    from babel import Locale  # noqa: PLC0415 - costs 40 ms at start-up

    return [str(code) for code in Locale("en").currencies]


@cache
def codes() -> Mapping[str, str]:
    """ISO 4217 codes and what is written like one → ISO 4217 code; a few also in lower case."""
    known = {code: code for code in _currencies() if code not in listed("codes", "never")}
    known |= section("written_like_codes")
    return known | {code: known[code.upper()] for code in listed("codes", "lower")}


@cache
def names() -> Mapping[str, str]:
    """Names of currencies in lower case, singular and plural → ISO 4217 code, or the word that `homes.toml` settles."""
    from babel.numbers import get_currency_name  # noqa: PLC0415 - costs 40 ms at start-up

    known: dict[str, str] = {}
    for code in _currencies():
        for count in (1, 2):
            name = get_currency_name(code, count=count, locale="en").lower()
            if "(" not in name and " " in name and code not in listed("codes", "never"):
                known[name] = code
    for name, code in section("names").items():
        known |= {name.lower(): code, name.lower() + "s": code}
    return known


def plain(name: str) -> str:
    """A name in lower case, its words apart by one blank."""
    return re.sub(r"[\s-]+", " ", name).lower()


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"[\s-]{1,2}") for word in sorted(words, key=len, reverse=True))


@cache
def prefixes() -> re.Pattern[str]:
    """Letters with a sign ('US$'), at the end of what is searched."""
    return re.compile(
        rf"(?<![\w.])({'|'.join(re.escape(p) for p in sorted(section('prefixed'), key=len, reverse=True))})\Z"
    )


@cache
def names_before() -> re.Pattern[str]:
    """A name of a currency at the end of what is searched."""
    return re.compile(rf"(?<![\w-])({_alternatives(names())})\Z", re.I)


@cache
def behind_pattern() -> re.Pattern[str]:
    """Any way to write a currency behind a figure."""
    lettered = sorted((sign for sign in section("prefixed") if " " not in sign), key=len, reverse=True)
    signs = "|".join(re.escape(sign) for sign in [*lettered, *section("symbols")])
    written = "|".join(code for code in codes() if len(code) == 3)
    return re.compile(
        rf"(?P<abbreviation>{_alternatives(section('after'))})(?!\w)|(?P<sign>{signs})"
        rf"|(?P<code>[MmkKB]?(?:{written}))(?![a-zA-Z])"
        rf"|(?i:(?P<cents>{_alternatives(section('cents'))})|(?P<name>{_alternatives(names())}))(?!\w)"
    )


@cache
def first_words() -> frozenset[str]:
    """What a currency behind a figure can open with, in lower case: a cheap test before the large pattern."""
    written = [*codes(), *(letter + code for letter in CODE_SCALES for code in codes())]
    words = [*section("after"), *section("symbols"), *section("prefixed"), *section("cents"), *names(), *written]
    return frozenset(match[1] or match[2] for word in words if (match := NEXT_WORD.match(word.lower())))


@cache
def signs() -> re.Pattern[str]:
    """A sign of a currency or of its hundredth."""
    lettered = (*section("before_large"), *section("cents"))
    alone = [*section("symbols"), *(word for word in lettered if not any(map(str.isalpha, word)))]
    return re.compile("|".join(map(re.escape, alone)))


@cache
def written() -> WordScan:
    """Where the words of currencies stand that are written without a sign; many mean something else as well."""
    coded = [*codes(), *(letter + code for letter in CODE_SCALES for code in codes())]
    words = [*section("before"), *section("before_large"), *section("after"), *section("cents"), *coded]
    last = [name.split()[-1] for name in names()]
    letters = (max(re.findall(r"[^\W\d_]+", word), key=len, default="") for word in [*words, *last])
    return WordScan(filter(None, letters), capitals=True, figures=True)


@cache
def last_words() -> frozenset[str]:
    """What a currency before a figure can close with, in lower case: a cheap test before the large pattern."""
    return frozenset(match.group() for name in names() if (match := LAST_WORD.search(name)))
