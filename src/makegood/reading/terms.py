"""The terms of a promise, as its sentences give them: jobs, horizon, place, purpose, condition.

Each function returns the value in model form with the code points that prove it, or None.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from makegood.model.mention import CountMention, DateMention, DurationMention, MoneyMention, PeriodMention
from makegood.model.values import Amount, Horizon, Jobs, Number, plain
from makegood.reading.pieces import Piece
from makegood.reading.story import Passage

T = TypeVar("T")

_CONDITION = re.compile(
    r"\b(?:unless|provided(?: that)?|on (?:the )?condition(?: that)?|as long as|so long as|in exchange for|in return for|contingent (?:up)?on|depend(?:s|ing|ent) on|subject to|only if|if)\b[^.;]{6,160}",
    re.IGNORECASE,
)
_JOB_NOUNS = {"jobs", "people", "workers", "employees", "positions", "roles", "hires", "staff", "engineers", "job", "posts"}
_LOSS = {"cut", "cutting", "lose", "losing", "lost", "eliminate", "lay", "laying", "slash", "shed", "layoffs", "redundancies", "axe"}


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value with the intervals that prove it."""

    value: T
    at: tuple[tuple[int, int], ...]


def number(value: Decimal | None) -> Number | None:
    """A mention's decimal as a plain number."""
    return None if value is None else plain(value)


def amount(piece: Piece) -> Found[Amount]:
    """The amount of a money piece (R6)."""
    money = piece.mention
    assert isinstance(money, MoneyMention)
    value = Amount(low=number(money.low), high=number(money.high), bound=money.bound, currency=money.currency, per=money.per)
    return Found(value, ((money.start, money.end),))


def jobs(passage: Passage, anchor: int) -> Found[Jobs] | None:
    """The promised jobs of a sentence: the count nearest to the piece `anchor`, no losses (R15)."""
    counts = [(abs(i - anchor), i, p) for i, p in enumerate(passage.pieces) if isinstance(p.mention, CountMention) and p.mention.of in _JOB_NOUNS]
    for _, index, piece in sorted(counts, key=lambda c: c[:2]):
        mention = piece.mention
        assert isinstance(mention, CountMention)
        around = passage.lowers(index - 6, index)
        after = passage.lowers(index + 1, index + 5)
        if _LOSS & set(around) or {"already", "currently", "existing"} & set(around + after):
            continue
        if mention.of in {"people", "workers", "employees", "staff", "engineers"} and not {"employ", "employing", "employs", "hire", "hiring", "jobs", "work", "job", "recruit", "create", "creating"} & set(passage.lowers(index - 8, index + 4)):
            continue
        if {"now", "today"} & set(after) or {"employs", "has"} & set(around[-2:]):
            continue
        value = Jobs(low=number(mention.low), high=number(mention.high), bound=mention.bound, kind=_job_kind(passage, index))
        return Found(value, ((piece.start, piece.end),))
    return None


def _job_kind(passage: Passage, index: int) -> str | None:  # type: ignore[return]
    near = set(passage.lowers(index - 4, index + 5)) | set(passage.pieces[index].text.lower().split())
    for kind in ("permanent", "construction", "indirect"):
        if kind in near:
            return kind
    if near & {"support", "supporting", "supports", "supported"}:
        return "supported"
    return "retained" if near & {"retain", "retaining", "safeguard", "preserve", "retained"} else None


def horizon(passage: Passage, anchor: int) -> Found[Horizon] | None:
    """Over what time, from the durations, periods and deadlines after (else before) the piece `anchor` (R7)."""
    best: tuple[int, Piece] | None = None
    for index, piece in enumerate(passage.pieces):
        if piece.kind == "duration" and _spread(passage, index):
            best = _nearer(best, index, anchor, piece)
    end = _deadline(passage, anchor)
    period = next((p for p in passage.pieces if isinstance(p.mention, PeriodMention)), None)
    if best:
        mention = best[1].mention
        assert isinstance(mention, DurationMention)
        at = ((best[1].start, best[1].end), *(((end.start, end.end),) if end else ()))
        return Found(Horizon(years=plain(round(mention.years, 3)), end=_date(end)), at)
    if period is not None:
        mention_ = period.mention
        assert isinstance(mention_, PeriodMention)
        return Found(Horizon(start=mention_.date_from, end=mention_.date_to), ((period.start, period.end),))
    return Found(Horizon(end=_date(end)), ((end.start, end.end),)) if end else None


def _nearer(best: tuple[int, Piece] | None, index: int, anchor: int, piece: Piece) -> tuple[int, Piece]:
    distance = index - anchor if index > anchor else 2 * (anchor - index)
    return (distance, piece) if best is None or distance < best[0] else best


def _spread(passage: Passage, index: int) -> bool:
    """Whether a duration is a time to spend over ('over the next four years'), not an age or a date."""
    before = passage.lowers(index - 4, index)
    after = passage.lowers(index + 1, index + 3)
    text = passage.pieces[index].text.lower()
    if {"ago", "earlier", "later", "old", "before", "since", "past", "last", "previous", "early"} & set([*after[:1], *text.split(), *before[-2:]]):
        return False
    return bool({"over", "in", "within", "during", "for", "next", "through", "across", "coming", "of"} & set([*before, *text.split()])) or "-" in text or (after[:1] not in ([","], ["."]))


def _deadline(passage: Passage, anchor: int) -> Piece | None:
    dates = [p for p in passage.pieces[anchor:] if isinstance(p.mention, DateMention) and p.mention.by]
    dates += [p for p in passage.pieces[:anchor] if isinstance(p.mention, DateMention) and p.mention.by]
    return dates[0] if dates else None


def _date(piece: Piece | None) -> str | None:
    return piece.mention.date if piece is not None and isinstance(piece.mention, DateMention) else None


def condition(text: str, passage: Passage) -> Found[str] | None:
    """The clause that a promise or measure hangs on (R16)."""
    match = _CONDITION.search(text, passage.start, passage.end)
    if not match:
        return None
    quote = match.group().rstrip(" ,")
    return Found(quote, ((match.start(), match.start() + len(quote)),))
