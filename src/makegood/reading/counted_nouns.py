"""What a figure counts: the noun behind it, by the table `lexicon/counted.toml`."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from makegood.reading.gaps import SPACE
from makegood.reading.lexicon import table

_MODIFIERS = 5
_FIRST = re.compile(rf"{SPACE}|-")
_STEP = re.compile(rf"{SPACE}(?:(?:and|or|&){SPACE})?|,{SPACE}(?:and{SPACE})?|/")
_TOKEN = re.compile(r"U\.S\.A?\.?|U\.K\.|[^\W\d_][\w&’'.-]{0,40}\w|[^\W\d_]")
_OF = re.compile(rf"{SPACE}of{SPACE}(?:its|their|the|our|those|these|his)\b", re.I)
_PLUS = re.compile(r"\+|[- ]plus\b|-(?:strong|odd)\b")
_ATTACHED = re.compile(r"(?:MWh?|GWh?|kW|km|bpd|tpa)\b")


def counted_noun(text: str, end: int, alone: bool = False) -> tuple[int, str] | None:
    """Where the noun ends that a figure ending at `end` counts, and its form in the lexicon.

    Up to five words may stand between ('1,000 high-paying new jobs'); the last noun of a chain counts
    ('factory jobs'). `alone`: no word may stand between (the figure looks like a year).
    """
    attached = _ATTACHED.match(text, end)
    if attached:
        return attached.end(), _nouns()[attached.group()]
    plus = _PLUS.match(text, end)
    end = plus.end() if plus else end
    hyphen = text.startswith("-", end)
    if not hyphen and not plus:
        of = _OF.match(text, end)
        end = of.end() if of else end
    return _head(text, end, hyphen, alone)


def counting(forms: Iterable[str]) -> frozenset[str]:
    """The nouns that the lexicon reports under these forms, plural and singular."""
    known = frozenset(forms)
    return frozenset(noun for noun, form in (*_nouns().items(), *_singulars().items()) if form in known)


def _head(text: str, end: int, hyphen: bool, alone: bool) -> tuple[int, str] | None:
    """The last counted noun of the phrase that begins at `end`."""
    best: tuple[int, str] | None = None
    before = ""
    for place in range(_MODIFIERS + 1):
        step = (_STEP if place else _FIRST).match(text, end)
        token = _TOKEN.match(text, step.end()) if step else None
        if (
            not step
            or not token
            or token.group().lower() in word_list("stops")
            or (best and not step.group().isspace())
        ):
            break
        noun = _lookup(f"{before} {token.group()}") or _lookup(token.group())
        if not noun and hyphen and not place:
            noun = _singulars().get(token.group().lower())
        if best and not noun:
            break
        best = (token.end(), noun) if noun else best
        before, end = token.group(), token.end()
        if alone and not best:
            break
    return best


def _section(name: str) -> Mapping[str, list[str]]:
    section = table("counted")[name]
    return section if isinstance(section, dict) else {}


@cache
def word_list(name: str) -> frozenset[str]:
    """One of the word lists under [reading] in `counted.toml`."""
    return frozenset(_section("reading")[name])


def _lookup(word: str) -> str | None:
    return _nouns().get(word) or _nouns().get(word.lower())


@cache
def _nouns() -> dict[str, str]:
    plain = {word: word for word in _section("plain")["words"]}
    return plain | {word: form for form, words in _section("nouns").items() for word in words}


@cache
def _singulars() -> dict[str, str]:
    """Singular forms, which stand behind a hyphen."""
    known = {"person": "people", "man": "people", "foot": "square_feet", "strong": "people"}
    for word, form in _nouns().items():
        if word.endswith("ies"):
            known[word[:-3] + "y"] = form
        elif word.endswith("s"):
            known[word[:-1]] = form
        known[word] = form
    return known
