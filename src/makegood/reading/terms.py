"""The terms of a promise, as its sentences give them: jobs, horizon, place, purpose, condition.

Each function returns the value in model form with the code points that prove it, or None.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from makegood.model.mention import CountMention, DateMention, DurationMention, MoneyMention, PeriodMention
from makegood.model.statement import Recipient
from makegood.model.values import Amount, Horizon, Jobs, Number, plain
from makegood.reading.pieces import Piece
from makegood.reading.story import Passage
from makegood.reading.tokens import usual_part

T = TypeVar("T")

_ENDS = {",", ";", ".", "—", "–", ":", "(", ")", "”", '"'}
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


def recipient(passage: Passage, anchor: int) -> Found[Recipient] | None:
    """The country and place that a sentence sends the money to."""
    countries: list[str] = []
    spans: list[tuple[int, int]] = []
    place: list[Piece] = []
    for index in _place_order(passage, anchor):
        piece = passage.pieces[index]
        name = piece.name
        if name is None or name.place is None or not _located(passage, index):
            continue
        code = name.country
        if name.place.kind in {"city", "subdivision", "capital", "region", "continent"} and not place:
            place.append(piece)
        if code and code not in countries and (not countries or name.place.kind == "country"):
            countries.append(code)
        spans.append((piece.start, piece.end))
    if not spans:
        return None
    return Found(Recipient(countries=tuple(countries), place=_whole_place(passage, place[0]) if place else None), tuple(spans))


def _place_order(passage: Passage, anchor: int) -> list[int]:
    indexes = [i for i, p in enumerate(passage.pieces) if p.name is not None and p.name.place is not None]
    return sorted(indexes, key=lambda i: (i - anchor if i > anchor else 3 * (anchor - i), i))


def _located(passage: Passage, index: int) -> bool:
    """Whether a place name tells where: after a preposition, before a facility, or as '-based' / 's."""
    before = passage.lowers(index - 4, index)
    after = passage.lowers(index + 1, index + 4)
    name = passage.pieces[index].name
    assert name is not None
    if name.kind == "demonym":
        return False
    if after[:2] == ["-", "based"] or after[:1] in (["-based"], ["based"]):
        return bool({"in", "of"} & set(before))
    if before and before[-1] in {"in", "to", "into", "near", "at", "across", "for", "on", "of", "outside", "around", "throughout", "towards", "toward", "inside", "between", "from"} and before[-1] != "from":
        return True
    if len(before) >= 2 and before[-2] in {"in", "to", "into", "near", "at", "across", "for", "of", "outside", "around", "throughout", "between"}:
        return True
    if before and before[-1] in {",", "and"} and any(p.name and p.name.place for p in passage.pieces[max(index - 3, 0) : index]):
        return True
    return bool(after) and (after[0] in {"plant", "factory", "facility", "site", "campus", "plants", "operations", "manufacturing", "mill", "infrastructure", "-", "investment", "investments"} or (len(after) > 1 and usual_part(after[0]) in {"NOUN", "ADJ"} and after[1] in {"plant", "factory", "facility", "site", "campus", "plants", "operations", "manufacturing"}))


def _whole_place(passage: Passage, piece: Piece) -> str:
    """'Fort Wayne, Indiana': the place with the state that follows it."""
    index = passage.pieces.index(piece)
    after = passage.pieces[index + 1 : index + 3]
    if len(after) == 2 and after[0].text == "," and after[1].name and after[1].name.place:
        return f"{piece.text}, {after[1].text}"
    return piece.text


def purpose(passage: Passage, anchor: int, head: int | None) -> Found[str] | None:
    """What for: the noun phrase of the sum's head, or the phrase after 'to', 'for', 'in', 'into'."""
    pieces = passage.pieces
    start = None
    for at in range(anchor + 1, min(anchor + 22, len(pieces))):
        lower = pieces[at].lower
        if pieces[at].text in {".", ";"}:
            break
        if lower in {"to", "for", "into", "towards", "toward", "on", "in"} and at + 1 < len(pieces) and pieces[at + 1].kind not in {"duration", "date", "period"} and not _pure_place(pieces, at + 1):
            start = at + 1
            break
    if head is not None and head > anchor and (start is None or head + 1 < start):
        first, last = anchor + 1, head
        while first < last and (pieces[first].kind == "sign" or pieces[first].lower in {"of", "in", "worth", "a", "the", "new"}):
            first += 1
        if last > first or pieces[last].lower not in {"investment", "investments", "commitment", "pledge", "deal", "plan", "project"}:
            return _cut_span(passage, first, last)
    if start is None:
        return None
    last = start
    while last + 1 < len(pieces) and pieces[last + 1].text not in _ENDS and last - start < 16 and pieces[last + 1].kind not in {"money", "duration"} and pieces[last + 1].lower not in {"which", "that", "over", "by", "as", "while", "after", "when", "because", "amid"}:
        last += 1
    return _cut_span(passage, start, last)


def project(passage: Passage, noun: int) -> Found[str] | None:
    """The noun phrase of a project: its noun with the adjectives, nouns and names before it."""
    first = noun
    while first > 0 and (passage.pieces[first - 1].kind == "name" or usual_part(passage.pieces[first - 1].lower) in {"NOUN", "ADJ", "NUM"}) and noun - first < 7:
        first -= 1
    return _cut_span(passage, first, noun)


def _pure_place(pieces: tuple[Piece, ...], at: int) -> bool:
    while at < len(pieces) and pieces[at].lower in {"the", "new"}:
        at += 1
    if at >= len(pieces) or pieces[at].name is None or pieces[at].name.place is None:  # type: ignore[union-attr]
        return False
    return at + 1 >= len(pieces) or usual_part(pieces[at + 1].lower) not in {"NOUN", "ADJ", "VERB"}


def _cut_span(passage: Passage, first: int, last: int) -> Found[str]:
    start, end = passage.pieces[first].start, passage.pieces[last].end
    return Found("".join(_between(passage, first, last)), ((start, end),))


def _between(passage: Passage, first: int, last: int) -> list[str]:
    out = [passage.pieces[first].text]
    for before, piece in zip(passage.pieces[first:last], passage.pieces[first + 1 : last + 1], strict=True):
        out.append(" " if piece.start > before.end else "")
        out.append(piece.text)
    return out


def condition(text: str, passage: Passage) -> Found[str] | None:
    """The clause that a promise or measure hangs on (R16)."""
    match = _CONDITION.search(text, passage.start, passage.end)
    if not match:
        return None
    quote = match.group().rstrip(" ,")
    return Found(quote, ((match.start(), match.start() + len(quote)),))
