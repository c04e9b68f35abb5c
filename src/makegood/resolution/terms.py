"""What of a pledge statement is compared: its terms as sets and numbers, made once per statement.

Slotted and unvalidated: thousands are compared in pairs, and none leaves this room.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache, lru_cache

from makegood.model.statement import PledgeStatement
from makegood.model.values import Horizon, Quantity
from makegood.reference.folding import fold
from makegood.reference.places import PLACES, abbreviated
from makegood.reference.telling import kindred, telling_words
from makegood.resolution.told import Told, first_day
from makegood.resolution.values import Values

_STEM = 6
_BEFORE = 2
_DAYS_A_YEAR = 365.25


class Given:
    """Bits for what a statement gives; `WHOLE`: it tells of no one project, but of all that a promisor does.

    Plain numbers, for they are asked for millions of times.
    """

    SUM = 1
    PLACE = 2
    AIMS = 4
    JOBS = 8
    COUNTRY = 16
    WHOLE = 32
    HORIZON = 64
    COUNTERPARTY = 128
    PUBLISHED = 256
    ANNOUNCED = 512


@dataclass(frozen=True, slots=True)
class Terms:
    """`spots` are words of towns and sites, `regions` of states and provinces; `aims` stems of the purpose, `works`
    those of them that tell one work from another ('battery', not 'manufacturing').

    `sum` and `jobs` are both ends of the quantity, `unit` the currency and the time that the sum is for.
    `shows` has the bits of `Given`.
    `whole` and `added`: the sentence says that its figure takes in an earlier one, or comes on top of it.
    """

    id: str
    document: str
    promisors: frozenset[str]
    houses: frozenset[str]
    counterparties: frozenset[str]
    countries: frozenset[str]
    spots: frozenset[str]
    regions: frozenset[str]
    aims: frozenset[str]
    works: frozenset[str]
    sum: tuple[float, float] | None
    unit: tuple[str | None, str]
    bound: str
    money: str | None
    jobs: tuple[float, float] | None
    years: float | None
    end: date | None
    published: date | None
    announced: date | None
    whole: bool
    added: bool
    part_of: str | None
    revises: str | None
    shows: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        """Note what the statement gives at all, so that a comparison knows what it need not ask."""
        given = {
            Given.SUM: self.sum is not None,
            Given.PLACE: bool(self.spots or self.regions),
            Given.AIMS: bool(self.aims),
            Given.JOBS: self.jobs is not None,
            Given.COUNTRY: bool(self.countries),
            Given.WHOLE: not (self.spots or self.regions or self.part_of or self.works),
            Given.HORIZON: self.years is not None or self.end is not None,
            Given.COUNTERPARTY: bool(self.counterparties),
            Given.PUBLISHED: self.published is not None,
            Given.ANNOUNCED: self.announced is not None,
        }
        object.__setattr__(self, "shows", sum(one for one, holds in given.items() if holds))


@dataclass(frozen=True, slots=True)
class Sides:
    """Ids of those who promise and receive, and keys of the houses of the first."""

    promisors: tuple[str, ...]
    houses: tuple[str, ...]
    counterparties: tuple[str, ...]


def terms_of(told: Told[PledgeStatement], sides: Sides, values: Values | None = None) -> Terms:
    """The terms of one pledge statement; `values` holds equal ones once."""
    statement, one = told.statement, (values or Values()).one
    recipient = statement.recipient
    spots, regions = _place(recipient.place if recipient else None)
    sentence = fold(" ".join(span.quote for span in statement.evidence["_"]))
    announced = first_day(statement.announced)
    aimed = aims(statement.purpose, statement.sectors) - _stems(spots | regions)
    return Terms(
        id=statement.id,
        document=one(told.document_id),
        promisors=one(frozenset(sides.promisors)),
        houses=one(frozenset(sides.houses)),
        counterparties=one(frozenset(sides.counterparties)),
        countries=one(frozenset(recipient.countries if recipient else ())),
        spots=spots,
        regions=regions,
        aims=one(aimed),
        works=one(aimed - _programme()),
        sum=one(_ends(statement.amount)),
        unit=one((statement.amount.currency, statement.amount.per) if statement.amount else (None, "total")),
        bound=statement.amount.bound if statement.amount else "exact",
        money=statement.money,
        jobs=one(_ends(statement.jobs)),
        years=_years(statement.horizon),
        end=one(_end(statement.horizon, announced or first_day(told.published))),
        published=one(first_day(told.published)),
        announced=one(announced),
        whole=_says("whole", sentence),
        added=_says("added", sentence) or _says("more", _before_amount(statement)),
        part_of=statement.part_of,
        revises=statement.revises,
    )


def with_sides(terms: Terms, sides: Sides) -> Terms:
    """The terms with other sides."""
    return replace(
        terms,
        promisors=frozenset(sides.promisors),
        houses=frozenset(sides.houses),
        counterparties=frozenset(sides.counterparties),
    )


@lru_cache(maxsize=20_000)
def _place(place: str | None) -> tuple[frozenset[str], frozenset[str]]:
    spots: set[str] = set()
    regions: set[str] = set()
    for part in re.split(r",\s*|\s+and\s+|;\s*", place or ""):
        known = PLACES.get(part) or abbreviated(part) or PLACES.get(part.removeprefix("the "))
        if known is None:
            spots.update(fold(part).split())
        elif known.kind == "subdivision":
            regions.add(fold(known.name))
        elif known.kind in ("city", "capital"):
            spots.update(fold(known.name).split())
    return frozenset(spots - telling_words("empty")), frozenset(regions)


def places(place: str | None) -> frozenset[str]:
    """Words of towns, sites and regions in a place as named."""
    spots, regions = _place(place)
    return spots | regions


def aims(purpose: str | None, sectors: Iterable[str] = ()) -> frozenset[str]:
    """Stems of the words that tell what for; words of one meaning have one stem."""
    return _aims(purpose) | frozenset(stem for sector in sectors for stem in _aims(sector))


@lru_cache(maxsize=50_000)
def _aims(words: str | None) -> frozenset[str]:
    text = f" {fold(words or '')} "
    for pattern, word in _kindred_patterns():
        text = pattern.sub(f" {word}", text)
    return _stems(frozenset(text.split()) - telling_words("empty"))


@cache
def _programme() -> frozenset[str]:
    return _aims(" ".join(sorted(telling_words("programme"))))


@cache
def _kindred_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    phrases = sorted(kindred().items(), key=lambda pair: (-len(pair[0]), pair[0]))
    return tuple((re.compile(rf" {phrase}s?(?= )"), word) for phrase, word in phrases)


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.removesuffix("s")[:_STEM] if len(word) > 2 else word for word in words)


def _ends(quantity: Quantity | None) -> tuple[float, float] | None:
    """Both ends; an open one is put at the other."""
    if quantity is None:
        return None
    low = quantity.high if quantity.low is None else quantity.low
    high = low if quantity.high is None else quantity.high
    return float(low or 0), float(high or 0)


def _years(horizon: Horizon | None) -> float | None:
    return float(horizon.years) if horizon is not None and horizon.years is not None else None


def _end(horizon: Horizon | None, start: date | None) -> date | None:
    """The year's end that the horizon names, else its length from when it was announced or told."""
    if horizon is None:
        return None
    if horizon.end is not None and horizon.end[:4].isdigit():
        return date(int(horizon.end[:4]), 12, 31)
    if horizon.years is None or start is None:
        return None
    return start + timedelta(days=float(horizon.years) * _DAYS_A_YEAR)


def _before_amount(statement: PledgeStatement) -> str:
    """The words of the sentence right before its figure, with the figure's own."""
    for figure in statement.evidence.get("amount", ()):
        for sentence in statement.evidence["_"]:
            if sentence.start <= figure.start < sentence.end:
                words = sentence.quote[: figure.start - sentence.start].split()[-_BEFORE:]
                return fold(" ".join([*words, figure.quote]))
    return ""


def _says(kind: str, sentence: str) -> bool:
    return _phrases(kind).search(sentence) is not None


@cache
def _phrases(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{'|'.join(sorted(map(re.escape, telling_words(kind))))})(?!\S)")
