"""Whether a label and a reading mean the same name. Generous on purpose: names are resolved elsewhere.

'Hyundai' is 'Hyundai Motor Group', 'Seoul' is South Korea, 'JPM' may be 'J P Morgan'.
"""

import difflib
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("names.toml")
_ALIKE = 0.86
_SHORT = 6


@cache
def _empty() -> frozenset[str]:
    return frozenset(tomllib.loads(_TABLE.read_text(encoding="utf-8"))["empty"])


@cache
def _countries() -> Mapping[str, str]:
    countries: Mapping[str, str] = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["countries"]
    return countries


def fold(name: str) -> str:
    """Lower-case letters and digits in words: no accents, no possessive s, no marks."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"['’]s\b", "", bare)).strip()


@cache
def name_key(name: str) -> str:
    """What of a name tells it apart: a country by its usual name, all else without empty words."""
    folded = fold(name)
    words = _countries().get(folded, folded).split()
    key = " ".join([word for word in words if word not in _empty()] or words)
    return _countries().get(key, key)


def same_name(one: str, other: str) -> bool:
    """Whether two names may mean one actor: equal, spelt alike, one within the other, or its initials."""
    a, b = name_key(one), name_key(other)
    if not a or not b:
        return False
    if a.replace(" ", "") == b.replace(" ", ""):
        return True
    if min(len(a), len(b)) > _SHORT and difflib.SequenceMatcher(None, a, b).ratio() >= _ALIKE:
        return True
    of_a, of_b = set(a.split()), set(b.split())
    return of_a <= of_b or of_b <= of_a or _initials(a) == b or _initials(b) == a


def any_name(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Whether any of the first names means one of the others."""
    listed = tuple(others)
    return any(same_name(one, other) for one in ones for other in listed)


def _initials(key: str) -> str:
    return "".join(word[0] for word in key.split())
