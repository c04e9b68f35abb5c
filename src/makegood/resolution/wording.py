"""Values in few words: as keys of versions, and in the names of pledges."""

from makegood.model.statement import Recipient
from makegood.model.values import Amount, Horizon, Jobs, Number, PartialDate, Quantity
from makegood.reference.places import country_name

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_SHORT = {"US": "US", "GB": "UK", "AE": "UAE", "EU": "EU"}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_BOUNDS = {
    "up_to": "up to ",
    "at_least": "at least ",
    "more_than": "more than ",
    "less_than": "less than ",
    "about": "about ",
}


def worded(value: object) -> str:
    """A field's value in words; equal values have equal words, whatever statement they are from."""
    match value:
        case Amount():
            return money(value)
        case Jobs():
            return f"{_range(value, '')} {value.kind or ''} jobs".replace("  ", " ")
        case Horizon():
            parts = [f"{value.years} years" if value.years is not None else "", _span(value)]
            return ", ".join(part for part in parts if part)
        case Recipient():
            return ", ".join(part for part in (value.place, *map(country, value.countries)) if part)
        case PartialDate():
            return value.date
        case tuple():
            return ", ".join(map(str, value))
        case _:
            return str(value)


def money(amount: Amount) -> str:
    """'$100 billion', 'up to €5 million a year', '5 trillion KRW'."""
    sign = _SIGNS.get(amount.currency or "")
    words = _range(amount, sign or "")
    unit = "" if sign else f" {amount.currency or 'of no stated currency'}"
    return f"{words}{unit}{'' if amount.per == 'total' else f' a {amount.per}'}"


def country(code: str) -> str:
    """The short name that a headline uses: 'US', 'Japan'."""
    return _SHORT.get(code) or country_name(code) or code


def _span(horizon: Horizon) -> str:
    if horizon.start and horizon.end:
        return f"{horizon.start} to {horizon.end}"
    return f"by {horizon.end}" if horizon.end else f"from {horizon.start}" if horizon.start else ""


def _range(quantity: Quantity, sign: str) -> str:
    ends = list(dict.fromkeys(end for end in (quantity.low, quantity.high) if end is not None))
    return _BOUNDS.get(quantity.bound, "") + " to ".join(f"{sign}{_scaled(end)}" for end in ends)


def _scaled(number: Number) -> str:
    for scale, word in _SCALES:
        if number >= scale:
            return f"{number / scale:,.6g} {word}"
    return f"{number:,.6g}"
