"""The frame of a date: 'by', 'before', 'by the end of' make it a deadline; 'early', 'mid-' belong to its span."""

import re

from makegood.reading.gaps import SPACE

_PART = (
    rf"(?:(?:the{SPACE})?(?:very{SPACE})?(?:end|start|beginning|middle|close|turn){SPACE}of(?:{SPACE}the)?"
    rf"|(?:sometime{SPACE}in|no{SPACE}earlier{SPACE}than|as{SPACE}early{SPACE}as|as{SPACE}soon{SPACE}as)"
    rf"|(?:early|mid|late|end|year-end|later|the|about|around|roughly|calendar|January|summer|at{SPACE}the{SPACE}latest)(?:{SPACE}in)?)"
)
_FRAME = re.compile(
    rf"(?<![\w-])(?:(?P<by>by|before|until|till|through|thru|not?{SPACE}later{SPACE}than|prior{SPACE}to|ahead{SPACE}of"
    rf"|up{SPACE}(?:to|until))"
    rf"{SPACE})?(?P<part>(?:{_PART}(?:{SPACE}|-)){{0,2}})\Z",
    re.I,
)
_BARE = re.compile(rf"(?:the|about|around|roughly|January|summer|calendar){SPACE}\Z", re.I)


def frame(text: str, start: int) -> tuple[int, bool]:
    """Where the date that begins at `start` begins with its frame, and whether that makes it a deadline."""
    match = _FRAME.search(text, max(0, start - 48), start)
    if not match or match.start() == match.end():
        return start, False
    if match["by"]:
        return match.start(), True
    bare = _BARE.fullmatch(match["part"])
    return (start if bare else match.start("part")), False
