"""Values in words, as an English newspaper sets them; nothing is ever rounded (R6, R18)."""

from collections.abc import Sequence
from decimal import Decimal

from makegood.model.values import Amount, Bound, Figure, Horizon, Jobs, PartialDate, Quantity, Rate

SYMBOLS = {
    "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩", "ILS": "₪", "VND": "₫", "NGN": "₦",
    "PHP": "₱", "UAH": "₴", "TRY": "₺", "CAD": "C$", "AUD": "A$", "NZD": "NZ$", "SGD": "S$", "HKD": "HK$",
    "TWD": "NT$", "BRL": "R$", "CNY": "CN¥",
}  # fmt: skip
"""Signs that one currency alone has in an English text; all others stand as their code (SEK 5 billion)."""
SCALES: tuple[tuple[int, str], ...] = (
    (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
)
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
PARTS = {
    "Q1": "the first quarter of {}", "Q2": "the second quarter of {}",
    "Q3": "the third quarter of {}", "Q4": "the fourth quarter of {}",
    "H1": "the first half of {}", "H2": "the second half of {}",
    "SP": "spring {}", "SU": "summer {}", "FA": "autumn {}", "WI": "winter {}",
}  # fmt: skip
PER = {"year": "a year", "month": "a month", "week": "a week", "day": "a day", "hour": "an hour", "unit": "a unit"}
BEFORE: dict[Bound, str] = {
    "exact": "", "about": "about ", "at_least": "at least ", "more_than": "more than ",
    "less_than": "less than ", "up_to": "up to ", "between": "",
}  # fmt: skip
JOB_KINDS = {
    "permanent": "permanent jobs", "construction": "construction jobs", "indirect": "indirect jobs",
    "retained": "retained jobs", "supported": "jobs “supported”",
}  # fmt: skip


def number(value: Decimal | float) -> str:
    """A number exactly: in words of scale where three decimals hold it all, else in full with separators."""
    exact = Decimal(str(value))
    for size, word in SCALES:
        scaled = exact / size
        if abs(exact) >= size and scaled == round(scaled, 3):
            return f"{_plain(scaled)} {word}"
    return _plain(exact)


def count(value: Decimal | float) -> str:
    """A number of people or things, in digits with separators up to ten million."""
    exact = Decimal(str(value))
    return _plain(exact) if exact < 10_000_000 else number(exact)


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def bounded(value: Quantity, ends: Sequence[str | None]) -> str:
    """The bound around the worded ends (low, high): 'up to …', 'between … and …'."""
    low, high = ends
    if low is not None and high is not None and low != high:
        return f"about {low} to {high}" if value.bound == "about" else f"between {low} and {high}"
    only = high if value.bound in ("up_to", "less_than") and high is not None else low or high
    return f"{BEFORE[value.bound]}{only}"


def _coin(value: Decimal | float, currency: str | None) -> str:
    if currency is None:
        return number(value)
    sign = SYMBOLS.get(currency)
    return f"{sign}{number(value)}" if sign else f"{currency} {number(value)}"


def money(amount: Amount) -> str:
    """'$100 billion', 'up to €300 million a year', '5 billion (currency not stated)'."""
    ends = [None if end is None else _coin(end, amount.currency) for end in (amount.low, amount.high)]
    words = bounded(amount, ends)
    if amount.per != "total":
        words = f"{words} {PER[amount.per]}"
    return words if amount.currency else f"{words} (currency not stated)"


def jobs(value: Jobs) -> str:
    """'about 100,000 jobs', 'up to 300 construction jobs'; 'supported' is not 'created' (R15)."""
    ends = [None if end is None else count(end) for end in (value.low, value.high)]
    noun = JOB_KINDS[value.kind] if value.kind else "jobs"
    return f"{bounded(value, ends)} {noun[:-1] if ends == ['1', '1'] and noun.endswith('s') else noun}"


def figure(value: Figure) -> str:
    """A figure in its unit: a currency code, 'percent' or a counted noun."""
    unit = value.unit
    if unit is not None and len(unit) == 3 and unit.isupper():
        return bounded(value, [None if end is None else _coin(end, unit) for end in (value.low, value.high)])
    words = bounded(value, [None if end is None else count(end) for end in (value.low, value.high)])
    if unit is None:
        return words
    return f"{words}%" if unit == "percent" else f"{words} {unit.replace('_', ' ')}"


def percent(rate: Rate) -> str:
    """'25%' or '10% to 25%'."""
    low, high = _plain(Decimal(str(rate.low))), _plain(Decimal(str(rate.high)))
    return f"{low}%" if low == high else f"{low}% to {high}%"


def iso_date(iso: str) -> str:
    """A partial ISO date as it is said: '2024', 'December 2024', '5 December 2024', 'the third quarter of 2026'."""
    head, _, rest = iso.partition("-")
    if not rest:
        return head if len(head) == 4 else f"the {head[:3]}0s"
    if rest in PARTS:
        return PARTS[rest].format(head)
    month, _, day = rest.partition("-")
    if not 1 <= int(month) <= 12:
        return iso
    return f"{int(day)} {MONTHS[int(month) - 1]} {head}" if day else f"{MONTHS[int(month) - 1]} {head}"


def date(when: PartialDate) -> str:
    """The date at its own precision."""
    return iso_date(when.date)


def date_basis(when: PartialDate) -> str:
    """Where the date comes from, '' when the text states it (R18)."""
    return {
        "stated": "",
        "relative": "date reckoned from the publication’s",
        "metadata": "date from the document’s metadata",
        "inferred": "date inferred",
    }[when.basis]


def horizon(value: Horizon) -> str:
    """'over 4 years', 'by 2030', 'from 2025 to 2029'."""
    parts = []
    if value.years is not None:
        years = _plain(Decimal(str(value.years)))
        parts.append(f"over {years} year{'' if years == '1' else 's'}")
    if value.start is not None and value.end is not None:
        parts.append(f"from {iso_date(value.start)} to {iso_date(value.end)}")
    elif value.end is not None:
        parts.append(f"by {iso_date(value.end)}")
    elif value.start is not None:
        parts.append(f"from {iso_date(value.start)}")
    return ", ".join(parts)


def listed(names: Sequence[str]) -> str:
    """'A', 'A and B', 'A, B and C'."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
