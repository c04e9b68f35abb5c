"""Counts: '100,000 U.S. jobs', 'as many as 3,000 workers', '1.2 GW', 'will employ 14,000'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from makegood.model.mention import CountMention
from makegood.reading.bounds import Bounded, bound_before
from makegood.reading.counted_nouns import counted_noun, word_list
from makegood.reading.gaps import SPACE
from makegood.reading.numbers import Numeral, find_numerals
from makegood.reading.ranges import Measure, bounded_measures

_PLUS_FIGURE = re.compile(r"[\d.,]{1,24}[km]?(?:\+|[- ]plus\b)")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
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
    return [
        _mention(text, measure, frame) for measure, frame in bounded_measures(text, list(_measures(text, numerals)))
    ]


def _mention(text: str, measure: Measure, frame: Bounded) -> CountMention:
    """`1,000-plus jobs` has its bound between figure and noun."""
    bound = frame.bound
    if bound in ("exact", "about") and _PLUS_FIGURE.match(text, measure.core):
        bound = "at_least"
    return CountMention(frame.start, frame.end, *measure.ends(bound), bound, measure.unit or "")


def _measures(text: str, numerals: Sequence[Numeral]) -> Iterator[Measure]:
    """Right to left: a figure may share the noun of the next one ('3,000 direct and 5,000 indirect jobs')."""
    measures: list[Measure] = []
    following: Numeral | None = None
    noun: tuple[int, str] | None = None
    for numeral in reversed(numerals):
        noun = _found(text, numeral, following, noun) if _countable(text, numeral) else None
        value, end = _scaled(text, numeral)
        scale = numeral.scale if value == numeral.value else numeral.suffix_scale
        measure = Measure(numeral.start, end, value, scale, False, core=numeral.start, year_like=numeral.year_like)
        measures.append(replace(measure, end=noun[0], unit=noun[1], marked=True) if noun else measure)
        following = numeral
    return reversed(measures)


def _found(
    text: str, numeral: Numeral, following: Numeral | None, noun: tuple[int, str] | None
) -> tuple[int, str] | None:
    """Where the counted noun ends, and its form; `noun` is what the number `following` counts."""
    _, end = _scaled(text, numeral)
    own = counted_noun(text, end, alone=numeral.year_like)
    if own and (following is None or own[0] <= following.start):
        return own
    if following and noun and following.start - end < 60:
        shared = _SHARED.fullmatch(text, end, following.start)
        if shared and not word_list("stops").intersection(shared["words"].lower().split()):
            return shared.end("words"), noun[1]
    gone = _GONE.match(text, end)
    if gone and not numeral.year_like:
        return gone.end(), "workers"
    return (end, "workers") if _employed(text, numeral, end) else None


_GONE = re.compile(
    rf"{SPACE}(?:(?:were|was|are|have been|had been|being){SPACE})?(?:laid off|let go|furloughed|made redundant)\b"
)
_SHARED = re.compile(
    rf"{SPACE}(?P<words>[a-z][a-z-]*(?:{SPACE}[a-z][a-z-]*)?),?{SPACE}(?:and|or|plus){SPACE}"
    rf"(?:(?:another|an additional|a further|about|around|nearly|some|over|up to|more than|at least|roughly){SPACE})?"
)


def _scaled(text: str, numeral: Numeral) -> tuple[Decimal, int]:
    """Value and end; an attached suffix is a magnitude ('100k jobs'), a detached one is not ('5 m')."""
    attached = numeral.suffix_end and not text[numeral.end].isspace()
    return (numeral.scaled_value, numeral.suffix_end) if attached else (numeral.value, numeral.end)


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
    if numeral.year_like and _BEFORE_YEAR.search(before):
        return False
    if numeral.value <= 31 and _BEFORE_DAY.search(before):
        return False
    name = _NAME_BEFORE.search(before)
    small = numeral.value < 10000 and "," not in text[start : numeral.end] and not numeral.words
    return not (small and name and name[1].lower() in word_list("named"))


_NAME_BEFORE = re.compile(r"([^\W\d_][\w&-]*)\.?[\s-]\Z")


def _employed(text: str, numeral: Numeral, end: int) -> bool:
    if numeral.year_like or not _CLAUSE.match(text, end):
        return False
    bound = bound_before(text, numeral.start)
    start = bound[0] if bound else numeral.start
    return bool(_employing().search(text, max(0, start - 32), start))


@cache
def _employing() -> re.Pattern[str]:
    verbs = "|".join([*sorted(word_list("employing")), *sorted(word_list("workforces"))])
    return re.compile(rf"\b(?:{verbs})\s(?:(?:a total of|another|an additional)\s)?\Z", re.I)
