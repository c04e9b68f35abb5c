"""Sums as a picture has them: three digits that count. The exact figure always stands in the table beside it."""

from decimal import ROUND_HALF_EVEN, Decimal

from makegood.publication.wording import SCALES, SYMBOLS

_DIGITS = 3


def brief(value: Decimal, currency: str | None) -> str:
    """'$9.61 trillion', '−$250 million', 'SEK 4.2 billion'; what is below a million in full."""
    sign = SYMBOLS.get(currency or "", f"{currency} " if currency else "")
    number = rounded(abs(value))
    size, word = next(((size, word) for size, word in SCALES if number >= size), (1, ""))
    digits = f"{(number / size).normalize():,f}"
    return f"{'−' if value < 0 else ''}{sign}{digits}{f' {word}' if word else ''}"


def rounded(value: Decimal) -> Decimal:
    """To three digits that count."""
    if not value:
        return Decimal(0)
    return value.quantize(Decimal(1).scaleb(value.adjusted() - _DIGITS + 1), rounding=ROUND_HALF_EVEN)


def share(part: Decimal, whole: Decimal) -> str:
    """'14%', 'under 1%'; '' of nothing."""
    if not whole:
        return ""
    percent = abs(part) / whole * 100
    return "under 1%" if 0 < percent < 1 else f"{percent.quantize(Decimal(1))}%"
