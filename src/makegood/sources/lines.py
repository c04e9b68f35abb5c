"""The lines of a text as a reader of the page sees them: wrapped ones joined, with what they look like."""

import re
from dataclasses import dataclass

_ITEM = re.compile(r"(?:[•●▪◦‣·*–—+-]|\d{1,2}[.)])\s+\S")
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W_][^\s]*")
_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_LONG_WORD = re.compile(r"(?<!\w)[^\W\d_]{4,}")
_SENTENCE_CASE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|said|says|that|this|which|who|its|their|his|it|they|he|she)\b"
)
"""Words that headline case writes large ('China Is Learning'); one of them small makes a sentence."""
_WRAP = (45, 100)
_EVEN = 25
_PROSE_WORDS = 10
_UNENDED_PROSE_WORDS = 22


@dataclass(frozen=True, slots=True)
class Line:
    """Code points [start, end) of a text, without blanks at the ends; `text` may hold newlines if wrapped."""

    start: int
    end: int
    text: str
    words: int

    @property
    def is_listed(self) -> bool:
        """Whether it stands in a list."""
        return _ITEM.match(self.text) is not None

    @property
    def is_ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return _ENDED.search(self.text) is not None

    @property
    def is_headline(self) -> bool:
        """Whether it is written in headline case: of the longer words hardly one begins small."""
        if _SENTENCE_CASE.search(self.text):
            return False
        longer = _LONG_WORD.findall(self.text)
        return len(longer) >= 2 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)

    @property
    def is_prose(self) -> bool:
        """Whether it is a sentence or more of running text."""
        enough = _PROSE_WORDS if self.is_ended else _UNENDED_PROSE_WORDS
        return self.words >= enough and not self.is_headline

    @property
    def folded(self) -> str:
        """The words alone, to compare lines by."""
        return " ".join(re.findall(r"\w+", self.text.casefold()))


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank, in order; the physical lines of a hard-wrapped paragraph are one."""
    lines: list[Line] = []
    for block in _BLOCK.finditer(text):
        rows = block[0].split("\n")
        start = block.start()
        if _is_wrapped(rows):
            lines.append(_line(start, block[0]))
            continue
        for row in rows:
            lines.append(_line(start, row))
            start += len(row) + 1
    return lines


def _is_wrapped(rows: list[str]) -> bool:
    """Three or more rows, all but the last of about one width, most of them cut within a sentence."""
    full = [len(row.rstrip()) for row in rows[:-1]]
    if len(full) < 2 or not (_WRAP[0] <= min(full) and max(full) <= _WRAP[1] and max(full) - min(full) <= _EVEN):
        return False
    within = sum(not _ENDED.search(row.rstrip()) for row in rows[:-1])
    return within > len(full) / 2 and not any(_ITEM.match(row.strip()) for row in rows)


def _line(start: int, row: str) -> Line:
    shown = row.strip()
    lead = len(row) - len(row.lstrip())
    return Line(start + lead, start + lead + len(shown), shown, len(_WORD.findall(shown)))
