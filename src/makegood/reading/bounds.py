"""Bounds around a figure (R6): 'up to', 'at least', 'nearly', 'or more', 'between … and …'; a change is no range."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from makegood.model.values import Bound
from makegood.reading.gaps import SPACE
from makegood.reading.lexicon import table

_REACH = 80
_SENTENCE_END = re.compile(r"[.;!?\n](?=\s)|\n")


@dataclass(frozen=True, slots=True)
class Bounded:
    """A figure's bound and the span widened by the words that make it."""

    start: int
    end: int
    bound: Bound


def bounded(text: str, start: int, end: int, limit: int = 0) -> Bounded:
    """The bound of the figure at [start, end), from the words before (not before `limit`) and behind it."""
    before = bound_before(text, start, limit)
    after = _after().match(text, end)
    bound: Bound = before[1] if before else "exact"
    if after:
        behind = _kind(_lookup("after"), after[1])
        if not before or before[1] == "about":
            bound = behind
        end = after.end()
    elif bound == "exact" and _PLUS_INSIDE.search(text, start, end):
        bound = "at_least"
    return Bounded(before[0] if before else start, end, bound)


def bound_before(text: str, start: int, limit: int = 0) -> tuple[int, Bound] | None:
    """Where the words begin that bound the figure at `start`, and the bound."""
    low = max(limit, start - _REACH)
    phrase = _before().search(text, low, start)
    if phrase:
        return phrase.start(1), _kind(_lookup("before"), phrase[1])
    bare = _bare().search(text, low, start)
    if bare and not _is_preposition(text, bare.start(1), low):
        return bare.start(1), _kind(_lookup("bare"), bare[1])
    return None


def opens_range(text: str, start: int, limit: int = 0) -> int | None:
    """Where 'between' (or 'both … and') begins right before `start`."""
    match = _between().search(text, max(limit, start - _REACH), start)
    return match.start(1) if match else None


def opens_from(text: str, start: int, limit: int = 0) -> int | None:
    """Where 'from' begins right before `start`, bounds between them allowed."""
    match = _from().search(text, max(limit, start - _REACH), start)
    return match.start(1) if match else None


def is_change(text: str, start: int) -> bool:
    """Whether a verb or noun of change stands before `start` in the same sentence ('raised … from X to Y')."""
    low = max(0, start - 90)
    for stop in _SENTENCE_END.finditer(text, low, start):
        low = stop.end()
    before = text[low:start].lower()
    return not frozenset(re.findall(r"[a-z]+", before)).isdisjoint(_change_words())


def _is_preposition(text: str, start: int, low: int) -> bool:
    before = text[max(0, low - 20) : start]
    last = _LAST_WORD.search(before)
    return bool(_FIGURE_BEFORE.search(before)) or (last is not None and last[1].lower() in _not_behind())


_PLUS_INSIDE = re.compile(r"\d\+")
_LAST_WORD = re.compile(r"([^\W\d_]+)\W{1,3}\Z")
# '$155 million over three plants', '£1bn over three years'
_FIGURE_BEFORE = re.compile(
    rf"(?:\d[%a-z]{{0,2}}|million|billion|trillion|dollars|euros|pounds|yen|percent){SPACE}\Z", re.I
)


def _section(name: str) -> Mapping[str, list[str]]:
    section = table("bounds")[name]
    return section if isinstance(section, dict) else {}


@cache
def _change_words() -> frozenset[str]:
    return frozenset(_section("change")["words"])


@cache
def _not_behind() -> frozenset[str]:
    return frozenset(_section("not_behind")["words"])


@cache
def _lookup(name: str) -> dict[str, Bound]:
    kinds: tuple[Bound, ...] = ("up_to", "at_least", "more_than", "less_than", "about")
    section = _section(name)
    return {phrase: kind for kind in kinds for phrase in section.get(kind, [])}


def _kind(phrases: dict[str, Bound], words: str) -> Bound:
    return phrases[re.sub(r"\s+", " ", words).lower()]


def _alternatives(phrases: Iterable[str]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s{1,17}") for phrase in ordered)


@cache
def _before() -> re.Pattern[str]:
    phrases = _alternatives(_lookup("before"))
    between = rf"(?:(?:{_alternatives(_section('between')['words'])})\b{SPACE}?){{0,2}}"
    return re.compile(
        rf"(?<!\w)({phrases})(?:(?<=\W)|(?!\w))[\x22”’']?{SPACE}?(?:(?:{between})\b{SPACE}?){{0,2}}\Z", re.I
    )


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)({_alternatives(_lookup('bare'))})\b{SPACE}?(?:(?:another|an\s+additional)\b{SPACE}?)?\Z", re.I
    )


@cache
def _between() -> re.Pattern[str]:
    between = _alternatives([*_section("between")["words"], *_section("bare")["about"]])
    return re.compile(
        rf"(?<!\w)(between|rang(?:ing|es|ed|e) from){SPACE}?(?:(?:{between})\b{SPACE}?){{0,2}}\Z",
        re.I,
    )


@cache
def _from() -> re.Pattern[str]:
    between = _alternatives([*_section("between")["words"], *_section("bare")["about"]])
    return re.compile(rf"(?<!\w)(from){SPACE}?(?:(?:{between})\b{SPACE}?){{0,2}}\Z", re.I)


@cache
def _after() -> re.Pattern[str]:
    marks = _alternatives(_lookup("after"))
    return re.compile(rf"(?:(?<=\w)(?=\+)|(?!\+){SPACE}?)({marks})(?![\w%]|(?<=\+)\s?[\d$€£])", re.I)
