"""Names folded for comparison: without case, accents, apostrophes, dots and other punctuation."""

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans({
    "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "&": " and ", "+": " plus ", "'": None, "’": None, "‘": None, "`": None, ".": None,
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """'Société Générale S.A.' → 'societe generale sa', 'AT&T' → 'at and t'."""
    lower = name.casefold().translate(_PLAIN)
    if not lower.isascii():
        lower = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(lower))
