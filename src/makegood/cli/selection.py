"""Which pledges of a ledger are asked for, and in which order."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from makegood.assessment.calendar import interval, sort_key
from makegood.assessment.names import key
from makegood.errors import ConfigError
from makegood.ledger.views import LedgerView
from makegood.model.actor import Actor
from makegood.model.pledge import Pledge
from makegood.model.values import PartialDate
from makegood.publication.countries import country
from makegood.reading.money import find_money
from makegood.reading.numbers import find_numerals

Reported = Mapping[str, PartialDate]
"""Pledge id → when the first document that tells of it was published: it was announced by then."""
Order = Literal["date", "amount", "promisor", "stage"]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """A smallest amount; with a currency it leaves out all others, for nothing is converted."""

    value: Decimal
    currency: str | None

    @classmethod
    def of(cls, text: str) -> "AtLeast":
        """'$5 billion', '500m', '1000000'.

        Raises:
            ConfigError: it is no amount.
        """
        money, numerals = find_money(text), find_numerals(text)
        if len(money) == 1 and (value := money[0].low or money[0].high) is not None:
            return cls(value, money[0].currency)
        if len(numerals) == 1 and numerals[0].full_end == len(text.strip()):
            return cls(numerals[0].scaled_value, None)
        raise ConfigError(f"{text!r} is no amount: write it as 5bn, '$5 billion' or 5000000000")

    def allows(self, pledge: Pledge) -> bool:
        """Whether the largest figure that the pledge states is at least this."""
        if pledge.amount is None or self.currency not in (None, pledge.amount.currency):
            return False
        stated = [end for end in (pledge.amount.low, pledge.amount.high) if end is not None]
        return Decimal(str(max(stated))) >= self.value


def reported(view: LedgerView) -> Reported:
    """When each pledge was first reported, as far as it is known."""
    published = {document.id: document.published for document in view.documents()}
    told = {held.statement.id: published.get(held.document) for held in view.statements("pledge")}
    found: dict[str, PartialDate] = {}
    for pledge in view.pledges():
        dates = [when for statement in pledge.statements if (when := told.get(statement))]
        if dates:
            found[pledge.id] = min(dates, key=sort_key)
    return found


def one_of(kind: object, given: Iterable[str] | None, option: str) -> tuple[str, ...]:
    """The words given, each one of the literal type's.

    Raises:
        ConfigError: one is not.
    """
    known: tuple[str, ...] = get_args(kind)
    for word in given or ():
        if word not in known:
            raise ConfigError(f"{option} {word!r} is none of {', '.join(known)}")
    return tuple(given or ())


@dataclass(frozen=True, slots=True)
class Selection:
    """Filters; empty ones let everything pass. `promisor` is part of a name, `countries` codes or names."""

    promisor: str | None = None
    countries: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    money: tuple[str, ...] = ()
    at_least: AtLeast | None = None
    since: str | None = None

    def of(self, pledges: Iterable[Pledge], actors: Mapping[str, Actor], reported: Reported) -> list[Pledge]:
        """The pledges that pass.

        Raises:
            ConfigError: `since` is no date.
        """
        first = first_day(self.since) if self.since else date.min
        return [one for one in pledges if self._allows(one, actors) and _last_day(one, reported) >= first]

    def _allows(self, pledge: Pledge, actors: Mapping[str, Actor]) -> bool:
        return (
            (self.promisor is None or _promised_by(pledge, self.promisor, actors))
            and (not self.countries or any(_lands_in(pledge, one) for one in self.countries))
            and (not self.stages or pledge.stage in self.stages)
            and (not self.money or pledge.money in self.money)
            and (self.at_least is None or self.at_least.allows(pledge))
        )


def ordered(pledges: Iterable[Pledge], order: Order, actors: Mapping[str, Actor], reported: Reported) -> list[Pledge]:
    """Newest first; or largest first, by currency, the commonest one first; or by name or stage."""
    newest = sorted(pledges, key=lambda pledge: pledge.id)
    newest.sort(key=lambda pledge: _last_day(pledge, reported), reverse=True)
    match order:
        case "amount":
            named = Counter(pledge.amount.currency for pledge in newest if pledge.amount)
            newest.sort(key=lambda pledge: (-named[pledge.amount.currency] if pledge.amount else 1, *_size(pledge)))
        case "promisor":
            newest.sort(key=lambda pledge: [key(name) for name in _names(pledge, actors)])
        case "stage":
            newest.sort(key=lambda pledge: pledge.stage)
        case "date":
            pass
    return newest


def _size(pledge: Pledge) -> tuple[str, Decimal]:
    """Currency, then the larger first; without an amount last."""
    if pledge.amount is None:
        return "~", Decimal(0)
    stated = [end for end in (pledge.amount.low, pledge.amount.high) if end is not None]
    return pledge.amount.currency or "~", -Decimal(str(max(stated)))


def _promised_by(pledge: Pledge, part: str, actors: Mapping[str, Actor]) -> bool:
    return part in pledge.promisors or any(key(part) in key(name) for name in _names(pledge, actors))


def _names(pledge: Pledge, actors: Mapping[str, Actor]) -> list[str]:
    """The promisors' names, each with its aliases behind it."""
    known = [actors[identity] for identity in pledge.promisors if identity in actors]
    return [name for actor in known for name in (actor.name, *actor.aliases)]


def _lands_in(pledge: Pledge, wanted: str) -> bool:
    return any(wanted.upper() == code or key(wanted) == key(country(code)) for code in pledge.countries)


def _last_day(pledge: Pledge, reported: Reported) -> date:
    """The latest day on which it may have been announced; the earliest of all where nothing is known."""
    when = pledge.announced or reported.get(pledge.id)
    return sort_key(when)[1] if when else date.min


def first_day(iso: str) -> date:
    """The first day of a date as people type it.

    Raises:
        ConfigError: it is none.
    """
    found = interval(iso)
    if found is None:
        raise ConfigError(f"{iso!r} is no date: write it as 2025, 2025-06 or 2025-06-30")
    return found[0]
