"""Blocks (paragraphs, bullets, headings) and sentences of a text, as intervals of code points."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from makegood.model.document import Skipped
from makegood.reading.lexicon import words

Shape = Literal["prose", "bullet", "heading"]

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[-•*·▪–►■◦]|\d{1,2}[.)])\s+")
_DATED = r"(?:date \d{4}-\d\d-\d\d\s+)?"
_TOWN = r"[A-Z][A-Z.'’ -]{2,30}(?:,\s\w[\w. ]{1,24}){0,4}"
_DASH = r"\s*(?:[—–]+|--?)\s*"
_DATELINE = re.compile(
    rf"{_DATED}{_TOWN}\s*(?:\([^)\n]{{2,30}}\))?{_DASH}(?=[\"“‘'A-Z$€£¥])|{_DATED}\([A-Z][A-Za-z /]{{1,30}}\){_DASH}"
)
"""'DRESDEN, Germany (Wire) — ', or the agency alone in brackets."""
_FINAL = re.compile(r"[.!?…:;,][\"”’')\]]*\s*$")
_BREAK = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9À-Þ$€£¥₹])")
_LAST_WORD = re.compile(r"([\w.&’'-]+?)[.!?…][\"”’')\]]*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Code points [start, end) of the text; `block` counts the paragraphs and bullets from 0."""

    start: int
    end: int
    block: int
    shape: Shape


def split(text: str, skipped: Sequence[Skipped] = ()) -> list[Sentence]:
    """The sentences of `text` outside its skipped parts, in order."""
    sentences: list[Sentence] = []
    for number, (start, end) in enumerate(_blocks(text)):
        if any(part.start < end and start < part.end for part in skipped):
            continue
        shape = _shape(text[start:end])
        for first, last in _sentences(text, start, end):
            sentences.append(Sentence(first, last, number, shape))
    return sentences


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Lines, joined where a hard-wrapped line goes on in lower case."""
    start = end = -1
    for line in _LINE.finditer(text):
        if not line.group().strip():
            continue
        first, last = _trim(text, line.start(), line.end())
        wrapped = start >= 0 and text[end:first].count("\n") == 1 and not _FINAL.search(text[start:end])
        if wrapped and text[first].islower() and last - first > 20:
            end = last
            continue
        if start >= 0:
            yield start, end
        start, end = first, last
    if start >= 0:
        yield start, end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _shape(block: str) -> Shape:
    if _BULLET.match(block):
        return "bullet"
    tokens = block.split()
    if len(tokens) > 25 or _FINAL.search(block):
        return "prose"
    long = [t for t in tokens if len(t) > 3 and t[0].isalpha()]
    capital = sum(t[0].isupper() for t in long)
    return "heading" if len(tokens) <= 8 or capital >= 0.6 * len(long) else "prose"


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    lead = _BULLET.match(text, start, end) or _DATELINE.match(text, start, end)
    first = lead.end() if lead else start
    for gap in _BREAK.finditer(text, first, end):
        if _abbreviated(text, first, gap.start(), gap.end()):
            continue
        closing = gap.start() + len(gap.group().rstrip())
        yield first, closing
        first = gap.end()
    if first < end:
        yield first, end


def _abbreviated(text: str, start: int, stop: int, after: int) -> bool:
    """Whether the full stop before `stop` belongs to an abbreviation and the sentence goes on."""
    last = _LAST_WORD.search(text, start, stop)
    if not last or text[stop - 1] != ".":
        return False
    word = last.group(1)
    if len(word) == 1 and word.isupper() and word != "I":
        return True
    known = words("abbreviations")
    if word.lower() in known["never_final"]:
        return True
    if word.lower() in known["maybe_final"] or ("." in word and word.replace(".", "").isalpha()):
        following = re.match(r"[\"“‘'(]*(\w+)", text[after:])
        return not following or following.group(1) not in known["openers"]
    return False
