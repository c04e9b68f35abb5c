"""The frame of a date: 'by', 'before', 'through', 'by the end of' make it a deadline; 'early', 'mid-' belong to its span."""

import re

from makegood.reading.calendar import GAP

_PART = (
    rf"(?:(?:the{GAP}{{1,2}})?(?:very{GAP})?(?:end|start|beginning|middle|close|turn){GAP}{{1,2}}of(?:{GAP}{{1,2}}the)?"
    rf"|(?:sometime{GAP}in|no{GAP}earlier{GAP}than|as{GAP}early{GAP}as|as{GAP}soon{GAP}as)"
    rf"|(?:early|mid|late|end|year-end|later|the|about|around|roughly|calendar|January|summer|at{GAP}the{GAP}latest)(?:{GAP}in)?)"
)
_FRAME = re.compile(
    rf"(?<![\w-])(?:(?P<by>by|before|until|till|through|thru|no{GAP}later{GAP}than|not{GAP}later{GAP}than|prior{GAP}to|ahead{GAP}of|up{GAP}to|up{GAP}until)"
    rf"{GAP}{{1,2}})?(?P<part>(?:{_PART}(?:{GAP}{{1,2}}|-)){{0,2}})\Z",
    re.I,
)
_ARTICLE = re.compile(rf"(?:the|about|around|roughly|January|summer|calendar){GAP}{{1,2}}\Z", re.I)


def frame(text: str, start: int) -> tuple[int, bool]:
    """Where the date that begins at `start` begins with its frame, and whether that makes it a deadline."""
    match = _FRAME.search(text, max(0, start - 48), start)
    if not match or match.start() == match.end():
        return start, False
    if match["by"]:
        return match.start(), True
    bare = _ARTICLE.fullmatch(match["part"])
    return (start if bare else match.start("part")), False
