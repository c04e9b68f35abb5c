"""Reckonings: places where a sentence gives a number, or a weight, of what an actor has, owes or employs.

Each of `PATTERNS` is one way to say so; a pattern is asked at each piece of the kind it begins with.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from makegood.model.mention import CountMention, DateMention, MoneyMention, NumberMention, PercentMention
from makegood.reading.cast import Cast
from makegood.reading.evidence import Interval
from makegood.reading.grammar import closed
from makegood.reading.lexicon import words
from makegood.reading.phrases import phrase_at
from makegood.reading.pieces import Piece, PieceKind
from makegood.reading.story import Passage
from makegood.reading.subjects import doer
from makegood.reading.tokens import usual_part
from makegood.reading.verbs import Act
from makegood.reference.places import country_name

_GAP = 8
_OWNED = 6
_DATE_REACH = 8
_NUMBERS = (MoneyMention, CountMention, PercentMention)
_HYPHENS = frozenset({"-", "‑", "–"})
_INSIDE = frozenset({"ADJ", "NOUN", "ADV", "DET", "VERB", None})
_PLURAL = re.compile(r"(?<=deficit)s$|(?<=balance)s$|(?<=debt)s$")
_PARTNERED = re.compile(r"\b(?:deficits?|surplus|gap|imbalance|trade)$")
_PARTNER = frozenset({"with", "toward", "towards"})
_DATING = frozenset({"in", "for", "of", "at", "during", "on", "by"})


Owner = tuple[str, tuple[Interval, ...]]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Whose it is, what is measured and its number; `weight` is the adjective where there is no number.

    `toward` is the other side of a relation ('the deficit with Peru').
    """

    passage: Passage
    subject: str
    subject_at: tuple[Interval, ...]
    metric: str
    metric_at: Interval
    value: NumberMention | None = None
    weight: Interval | None = None
    as_of: DateMention | None = None
    toward: tuple[str, Interval] | None = None


def reckonings(passage: Passage, cast: Cast) -> Iterator[Reckoning]:
    """The reckonings of one sentence, at most one a number."""
    taken: set[int] = set()
    for index, piece in enumerate(passage.pieces):
        for pattern in PATTERNS.get(piece.kind, ()):
            for found in pattern(passage, index, cast):
                key = found.value.start if found.value is not None else -found.metric_at[0]
                if key not in taken:
                    taken.add(key)
                    yield found


def _amounting(passage: Passage, index: int, cast: Cast) -> Iterator[Reckoning]:
    """'Acme's debt of $3 billion', 'the U.S. trade deficit with Peru was $2 billion in 2024'."""
    found = _metric(passage, index, _metrics())
    if found is None:
        return
    metric, after = found
    for at in range(after, min(after + _GAP, len(passage.pieces))):
        if isinstance(passage.pieces[at].mention, MoneyMention):
            if _linked(passage, after, at) and not _unreal(passage, index - 2, at):
                yield from _told(passage, _possessor(passage, index, cast), (metric, index, after), at)
            return


@cache
def _metrics() -> frozenset[str]:
    return words("holdings")["metrics"] | words("holdings")["trading"]


def _metric(passage: Passage, index: int, phrases: frozenset[str]) -> tuple[str, int] | None:
    """The metric whose phrase begins at `index`, where none begins before it, and the piece after it."""
    lowers = passage.forms
    after = phrase_at(lowers, index, phrases) if index < len(lowers) else None
    if after is None or any(
        (longer := phrase_at(lowers, at, phrases)) and longer >= after for at in range(max(index - 2, 0), index)
    ):
        return None
    return _PLURAL.sub("", " ".join(lowers[index:after])), after


def _linked(passage: Passage, after: int, number: int) -> bool:
    """Whether only linking words, and a relation ('with Peru', 'in 2024') before them, stand before a number."""
    lowers = passage.lowers(after, number)
    for first in range(len(lowers)):
        if " ".join(lowers[first:]) in words("holdings")["linking"]:
            return all(
                lower in {"with", "toward", "in", "the", "to", "<date>", "<name>", "from"} for lower in lowers[:first]
            )
    return False


def _having(passage: Passage, index: int, cast: Cast) -> Iterator[Reckoning]:
    """'Acme's $3 billion cash pile', 'Acme has a $3 billion debt', 'Acme manages $3 billion in assets'."""
    at = index + 1
    inside = passage.lower(at) in {"in", "of"}
    found = _metric(passage, at + inside, words("holdings")["after_in"]) if inside else None
    found = found or _metric(passage, at + inside, _metrics())
    while found is None and not inside and at < index + 3 and usual_part(passage.lower(at)) in {"ADJ", "NOUN"}:
        at += 1
        found = _metric(passage, at, _metrics())
    if found is None or _unreal(passage, index - 4, index):
        return
    owner = _before_number(passage, index, cast)
    yield from _told(passage, owner, (found[0], at + inside, found[1]), index)


def _before_number(passage: Passage, index: int, cast: Cast) -> Owner | None:
    """'Acme's $3 billion …', 'Acme has (a) $3 billion …'."""
    at = index - 1
    while at > 0 and (passage.lower(at) in closed("articles") or usual_part(passage.lower(at)) in {"ADJ", "ADV"}):
        at -= 1
    if passage.lower(at) in closed("possessive_marks") | _owning():
        return _possessor(passage, index, cast)
    return _subject(passage, at, cast) if passage.lower(at) in words("holdings")["having"] else None


def _employing(passage: Passage, index: int, cast: Cast) -> Iterator[Reckoning]:
    """'Acme, which employs 13,000 people'."""
    mention = passage.pieces[index].mention
    if not isinstance(mention, CountMention) or mention.of not in words("holdings")["workers"] | {"jobs"}:
        return
    lowers = passage.lowers(0, index)
    for first in range(max(index - 4, 0), index):
        said = " ".join(lowers[first:index])
        if said in words("holdings")["employing"] and not _unreal(passage, first - 3, first):
            owner = _subject(passage, first, cast)
            yield from _told(passage, owner, ("workforce", first, index), index)
            return


def _valued(passage: Passage, index: int, cast: Cast) -> Iterator[Reckoning]:
    """'Acme, valued at $3 billion', 'Acme is worth $3 billion'."""
    lowers = passage.lowers(0, index)
    for first in range(max(index - 3, 0), index):
        if " ".join(lowers[first:index]) in words("holdings")["valuing"] and not _unreal(passage, first - 3, first):
            at = first - 1 - (first > 0 and passage.lower(first - 1) == ",")
            seat = cast.at.get((passage.number, at))
            if seat is not None and seat.kind in {"company", "fund"}:
                yield from _told(passage, _named(passage, at, cast), ("valuation", first, index), index)
            return


def _spent(passage: Passage, index: int, cast: Cast) -> Iterator[Reckoning]:
    """'Acme has invested $3 billion in Peru so far': money that is put in already."""
    verb = next(
        (at for at in range(index - 1, max(index - 5, 0), -1) if passage.lower(at) in words("holdings")["spending"]),
        None,
    )
    if verb is None or any(passage.pieces[at].kind == "sign" for at in range(verb, index)):
        return
    perfect = {"has", "have", "had"} & set(passage.lowers(verb - 3, verb))
    marked = any(
        phrase_at(passage.forms, at, words("holdings")["spent_so_far"])
        for at in range(max(verb - 3, 0), min(index + 10, len(passage.forms)))
    )
    if perfect and marked and not _unreal(passage, verb - 4, verb):
        yield from _told(passage, _subject(passage, verb, cast), ("past investment", verb, verb + 1), index)


def _staked(passage: Passage, index: int, cast: Cast) -> Iterator[Reckoning]:
    """'Acme owns a 20% stake in Basco', 'Acme's 20% stake'."""
    at = index + 1
    while at < index + 3 and usual_part(passage.lower(at)) == "ADJ":
        at += 1
    after = phrase_at(passage.forms, at, words("holdings")["stakes"]) if at < len(passage.pieces) else None
    if after is None or _unreal(passage, index - 4, index):
        return
    before = index - 1
    while before > 0 and passage.lower(before) in closed("articles"):
        before -= 1
    held = passage.lower(before) in words("holdings")["staking"] | closed("possessive_marks") | _owning()
    owner = _possessor(passage, index, cast) or (_subject(passage, before, cast) if held else None)
    if held:
        yield from _told(passage, owner, ("stake", at, after), index)


def _weighed(passage: Passage, index: int, cast: Cast) -> Iterator[Reckoning]:
    """'Roe's sizable debt', 'the persistent U.S. trade deficit': weighed, without a number."""
    found = _metric(passage, index, words("holdings")["weighable"])
    if found is None or usual_part(passage.lower(found[1])) == "NOUN":
        return
    for at in range(index - 1, max(index - 4, -1), -1):
        if passage.lower(at) in words("holdings")["weighing"]:
            owner = _possessor(passage, index, cast)
            numbered = any(isinstance(p.mention, _NUMBERS) for p in passage.pieces[found[1] : found[1] + 4])
            if owner is not None and not numbered:
                said, toward = passage.interval(index, found[1] - 1), _toward(passage, *found)
                yield Reckoning(passage, *owner, found[0], said, weight=passage.interval(at, at), toward=toward)
            return
        if passage.pieces[at].kind == "sign" or (
            passage.pieces[at].kind == "word" and usual_part(passage.lower(at)) not in {"ADJ", "NOUN"}
        ):
            return


def _possessor(passage: Passage, noun: int, cast: Cast) -> Owner | None:
    """Whose the noun is: 'Acme's …', 'its …', or a country right before it ('the U.S. trade deficit')."""
    for at in range(noun - 1, max(noun - 1 - _OWNED, -1), -1):
        piece = passage.pieces[at]
        if piece.lower in closed("possessive_marks") and at:
            return _named(passage, at - 1, cast)
        if piece.lower in _owning():
            return _named(passage, at, cast)
        if _country(piece):
            return None if passage.lower(at - 1) in _HYPHENS else _named(passage, at, cast)
        if piece.kind == "sign" or (piece.kind == "word" and piece.part not in _INSIDE):
            return None
    return None


def _subject(passage: Passage, verb: int, cast: Cast) -> Owner | None:
    """Who has, holds or employs: the one subject of the verb at a piece, with nobody else's noun between them."""
    act = Act(verb, verb, passage.lower(verb), frozenset(), frozenset({"third"}))
    found = doer(passage, act, cast)
    if found is None or found.piece is None or len(found.referents) != 1 or found.passage != passage.number:
        return None
    between = passage.pieces[found.piece + 1 : verb]
    apposed = len(between) > 1 and between[0].text == between[-1].text == ","
    if not apposed and any(p.kind != "sign" and p.part not in {"ADV", "AUX", "PRON", "DET"} for p in between):
        return None
    return _named(passage, found.piece, cast)


def _owning() -> frozenset[str]:
    """Pronouns of owners; 'our' is left out, since who speaks is a guess."""
    return closed("owning") - {"our"}


def _named(passage: Passage, at: int, cast: Cast) -> Owner | None:
    """Whom a piece names or stands for; a country by its name."""
    piece, interval = passage.pieces[at], passage.interval(at, at)
    if piece.country is not None and _country(piece):
        return country_name(piece.country) or piece.text, (interval,)
    who = cast.who(passage, at)
    if who is None or who.described or (who.is_place and who.kind != "government"):
        return None
    return who.name, (interval, who.interval)


def _country(piece: Piece) -> bool:
    return piece.place is not None and piece.place.kind in {"country", "demonym"}


def _told(passage: Passage, owner: Owner | None, metric: tuple[str, int, int], number: int) -> Iterator[Reckoning]:
    mention = passage.pieces[number].mention
    if owner is None or not isinstance(mention, NumberMention):
        return
    name, first, after = metric
    at = passage.interval(first, after - 1)
    toward = _toward(passage, name, after) or _toward(passage, name, number + 1)
    yield Reckoning(passage, *owner, name, at, value=mention, as_of=_date(passage, number), toward=toward)


def _toward(passage: Passage, metric: str, after: int) -> tuple[str, Interval] | None:
    """'with Peru', 'toward Japan', right after the metric."""
    if not _PARTNERED.search(metric) or passage.lower(after) not in _PARTNER:
        return None
    at = after + 1 + (passage.lower(after + 1) == "the")
    partner = passage.pieces[at] if at < len(passage.pieces) else None
    if partner is None or partner.country is None or not _country(partner):
        return None
    return country_name(partner.country) or partner.text, passage.interval(at, at)


def _date(passage: Passage, number: int) -> DateMention | None:
    """When it was so: a date soon after the number, else the only one before it."""
    for at in range(number + 1, min(number + _DATE_REACH, len(passage.pieces))):
        mention = passage.pieces[at].mention
        if isinstance(mention, DateMention) and not mention.by and passage.lower(at - 1) in _DATING:
            return mention
    dates = [p.mention for p in passage.pieces if isinstance(p.mention, DateMention)]
    lone = dates[0] if len(dates) == 1 else None
    return lone if lone is not None and not lone.by and lone.end <= passage.pieces[number].start else None


def _unreal(passage: Passage, first: int, after: int) -> bool:
    return bool(words("holdings")["unreal"] & set(passage.lowers(first, after)))


PATTERNS: Mapping[PieceKind, tuple[Callable[[Passage, int, Cast], Iterator[Reckoning]], ...]] = {
    "word": (_amounting, _weighed),
    "money": (_having, _valued, _spent),
    "count": (_employing,),
    "percent": (_staked,),
}
