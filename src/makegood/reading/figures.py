"""Runs of digits and separators and their values: '1,000', '12,34,567.89', '1.500.000', '2,5', '2½'."""

import re
from decimal import Decimal

FIGURE = re.compile(
    r"""[0-9]{1,3}(?:[ ]\d{3}){1,4}+(?![ ]?\d|[-.,]\d)
    | [0-9]++(?:[.,'’\u00a0\u2009\u202f]\d++)*+""",
    re.X,
)
_FRACTIONS = {
    "½": "0.5",
    "¼": "0.25",
    "¾": "0.75",
    "⅓": "0.3333",
    "⅔": "0.6667",
    "1/2": "0.5",
    "1/4": "0.25",
    "3/4": "0.75",
}
_FRACTION = re.compile(r"[ -]?(½|¼|¾|⅓|⅔)|[ -](1/2|1/4|3/4)(?![\d/])")
_LONGEST = 24


def fraction_after(text: str, end: int) -> tuple[Decimal, int] | None:
    """The fraction right behind a figure that ends at `end`, and where it ends."""
    match = _FRACTION.match(text, end)
    return (Decimal(_FRACTIONS[match[1] or match[2]]), match.end()) if match else None


_ANGLO = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d{1,2}")
_SPACED = re.compile(r"\d{1,3}(?:[ '’\u00a0\u2009\u202f]\d{3})+(?:[.,]\d{1,2})?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")


def figure_value(figure: str) -> Decimal | None:
    """The value of a run of digits and separators; None where it is a list, a date or a version number.

    '1,000' and '12,34,567.89' and '1.500.000' and "1'049" and '1 500 000' are grouped; '1.500' is
    a decimal; '2,5' is a decimal comma.
    """
    if len(figure) > _LONGEST or not (figure.isascii() or _SPACED.fullmatch(figure)):
        return None
    if _ANGLO.fullmatch(figure):
        return Decimal(figure.replace(",", ""))
    if _PLAIN.fullmatch(figure):
        return Decimal(figure)
    if _CONTINENTAL.fullmatch(figure):
        return Decimal(figure.replace(".", "").replace(",", "."))
    if _SPACED.fullmatch(figure):
        return Decimal(re.sub(r"[^\d.]", "", figure.replace(",", ".")))
    if _DECIMAL_COMMA.fullmatch(figure):
        return Decimal(figure.replace(",", "."))
    return None
