"""All typed mentions of a text, and their public form (`makegood mentions`)."""

from collections.abc import Callable
from decimal import Decimal

from makegood.model.mention import (
    CountMention,
    DateMention,
    DurationMention,
    Mention,
    MoneyMention,
    NumberMention,
    PercentMention,
    PeriodMention,
)
from makegood.model.values import Number, plain
from makegood.reading.counts import find_counts
from makegood.reading.dates import find_dates
from makegood.reading.durations import find_durations
from makegood.reading.money import find_money
from makegood.reading.numbers import find_numerals
from makegood.reading.percents import find_percents
from makegood.reading.periods import find_periods


def find_mentions(text: str, published: str | None) -> list[Mention]:
    """Every money, count, percent, date, duration and period mention of `text`, by start.

    `published` is the ISO date that relative dates are resolved against; without it they are left out.
    """
    numerals = find_numerals(text)
    periods = find_periods(text)
    found: list[Mention] = [
        *find_money(text, numerals),
        *find_counts(text, numerals),
        *find_percents(text, numerals),
        *find_durations(text, numerals),
        *find_dates(text, published, numerals, periods),
        *periods,
    ]
    return sorted(found, key=lambda mention: (mention.start, mention.end))


def mention_json(mention: Mention, text: str) -> dict[str, object]:
    """The public form of a mention; `text` is what it was found in."""
    for kind, name, fields in _FORMS:
        if isinstance(mention, kind):
            spot = {
                "type": name,
                "start": mention.start,
                "end": mention.end,
                "quote": text[mention.start : mention.end],
            }
            return spot | fields(mention)
    raise TypeError(f"no public form for {type(mention).__name__}")


def _numbers(mention: NumberMention) -> dict[str, object]:
    return {"low": _plain(mention.low), "high": _plain(mention.high), "bound": mention.bound}


def _plain(value: Decimal | None) -> Number | None:
    return None if value is None else plain(value)


def _money(mention: MoneyMention) -> dict[str, object]:
    return {**_numbers(mention), "currency": mention.currency, "per": mention.per}


def _count(mention: CountMention) -> dict[str, object]:
    return {**_numbers(mention), "of": mention.of}


def _percent(mention: PercentMention) -> dict[str, object]:
    return {**_numbers(mention), "points": mention.points}


def _date(mention: DateMention) -> dict[str, object]:
    return {
        "date": mention.date,
        "precision": mention.precision,
        "basis": mention.basis,
        "timex": mention.timex,
        "by": mention.by,
    }


def _duration(mention: DurationMention) -> dict[str, object]:
    return {"years": plain(mention.years), "timex": mention.timex}


def _period(mention: PeriodMention) -> dict[str, object]:
    return {"from": mention.date_from, "to": mention.date_to}


_FORMS: tuple[tuple[type[Mention], str, Callable[..., dict[str, object]]], ...] = (
    (MoneyMention, "money", _money),
    (CountMention, "count", _count),
    (PercentMention, "percent", _percent),
    (DateMention, "date", _date),
    (DurationMention, "duration", _duration),
    (PeriodMention, "period", _period),
)
