"""Counts: '100,000 U.S. jobs', 'as many as 3,000 workers', '1.2 GW', 'will employ 14,000'."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from makegood.model.mention import CountMention
from makegood.model.values import Bound
from makegood.reading.bounds import bound_before, bounded
from makegood.reading.lexicon import table
from makegood.reading.numbers import SPACE, Numeral, find_numerals
from makegood.reading.ranges import Measure, joined

_MODIFIERS = 5
_FIRST = re.compile(rf"{SPACE}|-")
_STEP = re.compile(rf"{SPACE}(?:(?:and|or|&){SPACE})?|,{SPACE}(?:and{SPACE})?|/")
_TOKEN = re.compile(r"U\.S\.A?\.?|U\.K\.|[^\W\d_][\w&’'.-]{0,40}\w|[^\W\d_]")
_OF = re.compile(rf"{SPACE}of{SPACE}(?:its|their|the|our|those|these|his)\b", re.I)
_PLUS = re.compile(r"\+|[- ]plus\b|-(?:strong|odd)\b")
_PLUS_FIGURE = re.compile(r"[\d.,]{1,24}[km]?(?:\+|[- ]plus\b)")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_ATTACHED = re.compile(r"(?:MWh?|GWh?|kW|km|bpd|tpa)\b")
_CLAUSE = re.compile(
    r"\s*(?:\Z|[.,;:)—–]|(?:in|at|by|across|when|and|but|with|once|during|on|for|after|locally|globally|worldwide)\b)"
)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|by|since|until|till|from|to|of|during|through|early|late|mid|before|after|fiscal|the|its|their|for|and|year|this|last|next|q[1-4]"
    r"|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december)|['’]s)[\s,-]{1,3}\Z",
    re.I,
)
_BEFORE_DAY = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s\Z",
    re.I,
)


def find_counts(text: str, numerals: Sequence[Numeral] | None = None) -> list[CountMention]:
    """All counts in `text`, in order, `of` being the lexicon's form of the noun ('employees' → 'workers').

    Vague ones ('hundreds of jobs') and a bare 'one' are none; neither are years, names ('Fortune 500')
    and figures glued to letters ('F-35').
    """
    numerals = find_numerals(text) if numerals is None else numerals
    measures = list(_measures(text, numerals))
    mentions: list[CountMention] = []
    limit, place = 0, 0
    while place < len(measures):
        measure = measures[place]
        both = joined(text, measure, measures[place + 1], limit) if place + 1 < len(measures) else None
        place += 2 if both else 1
        if both or measure.marked:
            mentions.append(_mention(text, both or measure, limit))
            limit = mentions[-1].end
    return mentions


def _mention(text: str, measure: Measure, limit: int) -> CountMention:
    frame = bounded(text, measure.start, measure.end, limit)
    if frame.bound in ("exact", "about") and _PLUS_FIGURE.match(text, measure.core):
        frame = replace(frame, bound="at_least")
    low = measure.value if measure.low is None else measure.low
    bound: Bound = "between" if measure.range and frame.bound in ("exact", "about") else frame.bound
    frame = replace(frame, bound=bound)
    return CountMention(frame.start, frame.end, frame.low(low), frame.high(measure.value), bound, measure.unit or "")


def _measures(text: str, numerals: Sequence[Numeral]) -> Iterator[Measure]:
    """Right to left: a figure may share the noun of the next one ('3,000 direct and 5,000 indirect jobs')."""
    measures: list[Measure] = []
    following: Numeral | None = None
    noun: tuple[int, str] | None = None
    for numeral in reversed(numerals):
        noun = _found(text, numeral, following, noun) if _countable(text, numeral) else None
        value, end = _scaled(text, numeral)
        scale = numeral.scale if value == numeral.value else numeral.suffix_scale
        measure = Measure(numeral.start, end, value, scale, False, core=numeral.start, year_like=_year_like(numeral))
        measures.append(replace(measure, end=noun[0], unit=noun[1], marked=True) if noun else measure)
        following = numeral
    return reversed(measures)


def _found(
    text: str, numeral: Numeral, following: Numeral | None, noun: tuple[int, str] | None
) -> tuple[int, str] | None:
    """Where the counted noun ends, and its form; `noun` is what the number `following` counts."""
    _, end = _scaled(text, numeral)
    own = _noun(text, numeral, end)
    if own and (following is None or own[0] <= following.start):
        return own
    if following and noun and following.start - end < 60:
        shared = _SHARED.fullmatch(text, end, following.start)
        if shared and not _reading("stops").intersection(shared["words"].lower().split()):
            return shared.end("words"), noun[1]
    gone = _GONE.match(text, end)
    if gone and not _year_like(numeral):
        return gone.end(), "workers"
    return (end, "workers") if _employed(text, numeral, end) else None


_GONE = re.compile(
    rf"{SPACE}(?:(?:were|was|are|have been|had been|being){SPACE})?(?:laid off|let go|furloughed|made redundant)\b"
)
_SHARED = re.compile(
    rf"{SPACE}(?P<words>[a-z][a-z-]*(?:{SPACE}[a-z][a-z-]*)?),?{SPACE}(?:and|or|plus){SPACE}"
    rf"(?:(?:another|about|around|nearly|some|over|up to|more than|at least|an additional|roughly|approximately|almost|a further){SPACE})?"
)


def _scaled(text: str, numeral: Numeral) -> tuple[Decimal, int]:
    """Value and end; an attached suffix is a magnitude ('100k jobs'), a detached one is not ('5 m')."""
    attached = numeral.suffix_end and not text[numeral.end].isspace()
    return (numeral.scaled_value, numeral.suffix_end) if attached else (numeral.value, numeral.end)


def _noun(text: str, numeral: Numeral, end: int) -> tuple[int, str] | None:
    attached = _ATTACHED.match(text, end)
    if attached:
        return attached.end(), _nouns()[attached.group()]
    plus = _PLUS.match(text, end)
    end = plus.end() if plus else end
    hyphen = text.startswith("-", end)
    if not hyphen and not plus:
        of = _OF.match(text, end)
        end = of.end() if of else end
    return _head(text, end, numeral, hyphen)


def _head(text: str, end: int, numeral: Numeral, hyphen: bool) -> tuple[int, str] | None:
    """The last counted noun of the phrase that begins at `end`."""
    best: tuple[int, str] | None = None
    before = ""
    for place in range(_MODIFIERS + 1):
        step = (_STEP if place else _FIRST).match(text, end)
        token = _TOKEN.match(text, step.end()) if step else None
        if not step or not token or token.group().lower() in _reading("stops") or (best and not step.group().isspace()):
            break
        noun = _lookup(f"{before} {token.group()}") or _lookup(token.group())
        if not noun and hyphen and not place:
            noun = _singulars().get(token.group().lower())
        if best and not noun:
            break
        best = (token.end(), noun) if noun else best
        before, end = token.group(), token.end()
        if _year_like(numeral) and not best:
            break
    return best


def _countable(text: str, numeral: Numeral) -> bool:
    start = numeral.start
    if (numeral.words and numeral.value <= 1) or not numeral.value:
        return False
    if _DECIMAL_COMMA.fullmatch(text, start, numeral.end):
        return False
    if numeral.glued and not (text[start - 1] in "-–" and text[start - 2].isdigit()):
        return False
    before = text[max(0, start - 14) : start]
    if before.rstrip().endswith(("$", "€", "£", "¥", "#", "₹")):
        return False
    if _year_like(numeral) and _BEFORE_YEAR.search(before):
        return False
    if numeral.value <= 31 and _BEFORE_DAY.search(before):
        return False
    name = _NAME_BEFORE.search(before)
    small = numeral.value < 10000 and "," not in text[start : numeral.end] and not numeral.words
    return not (small and name and name[1].lower() in _reading("named"))


_NAME_BEFORE = re.compile(r"([^\W\d_][\w&-]*)\.?[\s-]\Z")


def _employed(text: str, numeral: Numeral, end: int) -> bool:
    if _year_like(numeral) or not _CLAUSE.match(text, end):
        return False
    bound = bound_before(text, numeral.start)
    start = bound[0] if bound else numeral.start
    return bool(_employing().search(text, max(0, start - 32), start))


def _year_like(numeral: Numeral) -> bool:
    return not numeral.words and numeral.end - numeral.start == 4 and 1900 <= numeral.value <= 2100


def _section(name: str) -> Mapping[str, list[str]]:
    section = table("counted")[name]
    return section if isinstance(section, dict) else {}


@cache
def _reading(name: str) -> frozenset[str]:
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


@cache
def _employing() -> re.Pattern[str]:
    verbs = "|".join([*sorted(_reading("employing")), *sorted(_reading("workforces"))])
    return re.compile(rf"\b(?:{verbs})\s(?:(?:a total of|another|an additional)\s)?\Z", re.I)
