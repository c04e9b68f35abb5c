"""Printed lines → paragraphs: broken words and lines joined where the print broke them, not elsewhere."""

import re
from collections import Counter

_ITEM = re.compile(r"\s*(?:[•●▪◦‣·*–—-]|\d{1,2}[.)]|\([a-z\d]{1,2}\))\s+\S")
_BULLET = re.compile(r"\s*[•●▪◦‣·]\s*")
_ENDED = re.compile(r"[.!?:][\"'”’»)\]]*$")
_BROKEN_WORD = re.compile(r"([^\W\d_]+)-$")
_FIRST_WORD = re.compile(r"([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FULL = 0.8
"""Share of the usual width that a line has to fill to be one that the print broke."""
_KEEPS_HYPHEN = frozenset(
    [
        "all", "anti", "co", "cross", "ex", "five", "four", "full", "high", "large", "long", "low", "mid", "multi",
        "net", "non", "on", "one", "part", "post", "pre", "public", "self", "short", "six", "small", "so", "state",
        "ten", "third", "three", "two", "well", "world", "year",
    ]
)  # fmt: skip
"""First parts of English compounds that are written with a hyphen anyway."""


def paragraphs(pages: list[list[str]]) -> str:
    """The text of printed pages, paragraphs parted by an empty line, items of lists on lines of their own."""
    lines = [line.strip() for page in pages for line in page]
    width = _usual_width(lines)
    words = Counter(word.lower() for line in lines for word in _WORD.findall(line))
    text = ""
    last = ""
    for line in lines:
        if not line:
            last = ""
        elif text and last and _goes_on(last, line, width):
            text, last = _joined(text, line, words), line
        else:
            text += _parting(text, last, line) + _BULLET.sub("- ", line, count=1)
            last = line
    return text.strip()


def _usual_width(lines: list[str]) -> int:
    """The width that one line in ten reaches: the column's."""
    widths = sorted(len(line) for line in lines if line)
    return widths[int(len(widths) * 0.9)] if widths else 0


def _goes_on(last: str, line: str, width: int) -> bool:
    """Whether `line` is the rest of what `last` began."""
    if _ITEM.match(line):
        return False
    if line[0].islower() or _BROKEN_WORD.search(last):
        return True
    is_full = len(last) >= _FULL * width
    return is_full and not (_ENDED.search(last) and len(last) < 0.95 * width)


def _parting(text: str, last: str, line: str) -> str:
    if not text:
        return ""
    return "\n" if last and _ITEM.match(line) and _ITEM.match(text.rpartition("\n")[2]) else "\n\n"


def _joined(text: str, line: str, words: Counter[str]) -> str:
    """`line` after `text`; a hyphen at the break goes unless the word is written with it elsewhere."""
    if text.endswith("\u00ad"):
        return text[:-1] + line
    broken, rest = _BROKEN_WORD.search(text), _FIRST_WORD.match(line)
    if broken is None or rest is None or not rest[1][0].islower():
        return f"{text}{line}" if text.endswith("-") else f"{text} {line}"
    whole, parted = (broken[1] + rest[1]).lower(), f"{broken[1]}-{rest[1]}".lower()
    keeps = words[parted] > 0 or (words[whole] == 0 and broken[1].lower() in _KEEPS_HYPHEN)
    return f"{text}{line}" if keeps else f"{text[:-1]}{line}"
