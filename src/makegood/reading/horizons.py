"""The horizon of a promise: over what time, from when, and by when (R7)."""

from makegood.model.mention import DateMention, DurationMention, PeriodMention
from makegood.model.values import Horizon, plain
from makegood.reading.lexicon import words
from makegood.reading.story import Passage
from makegood.reading.terms import Found

_BEFORE = 4


def horizon(passage: Passage, anchor: int) -> Found[Horizon] | None:
    """Over what time, from the durations, periods and deadlines after (else before) the piece `anchor`."""
    end = _deadline(passage, anchor)
    stated = ((end.start, end.end),) if end else ()
    length = _length(passage, anchor)
    if length:
        value = Horizon(years=plain(round(length.years, 3)), end=end.date if end else None)
        return Found(value, ((length.start, length.end), *stated))
    period = next((p.mention for p in passage.pieces if isinstance(p.mention, PeriodMention)), None)
    if period:
        return Found(Horizon(start=period.date_from, end=period.date_to), ((period.start, period.end),))
    return Found(Horizon(end=end.date), stated) if end else None


def _length(passage: Passage, anchor: int) -> DurationMention | None:
    """The nearest length of time to spend over; one before the anchor counts as twice as far."""
    lengths = [
        (index - anchor if index > anchor else 2 * (anchor - index), index, piece.mention)
        for index, piece in enumerate(passage.pieces)
        if isinstance(piece.mention, DurationMention) and _spread(passage, index)
    ]
    return min(lengths, key=lambda found: found[:2])[2] if lengths else None


def _spread(passage: Passage, index: int) -> bool:
    """Whether a duration is a time to spend over ('over the next four years'), not an age or a date."""
    lists, text = words("terms"), passage.pieces[index].text.lower()
    before, after = passage.lowers(index - _BEFORE, index), passage.lowers(index + 1, index + 2)
    if lists["age"].intersection((*before[-2:], *text.split(), *after)):
        return False
    spent = bool(lists["span"].intersection((*before, *text.split())))
    return spent or "-" in text or after not in ([","], ["."])


def _deadline(passage: Passage, anchor: int) -> DateMention | None:
    """The first date by which it is to happen, after the anchor if there is one."""
    around = (*passage.pieces[anchor:], *passage.pieces[:anchor])
    return next((p.mention for p in around if isinstance(p.mention, DateMention) and p.mention.by), None)
