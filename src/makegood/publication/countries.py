"""Country codes in words, from the Unicode CLDR names that babel ships."""

from functools import cache

from babel import Locale

WITH_ARTICLE = frozenset({
    "AE", "BS", "CD", "CF", "CG", "CK", "DO", "FK", "FO", "GB", "GM", "KM", "KY", "MH", "MP", "MV",
    "NL", "PH", "SB", "SC", "TC", "US", "VA", "VG", "VI", "EU",
})  # fmt: skip
"""Names that an English sentence gives an article."""


@cache
def _names() -> dict[str, str]:
    return {str(code): str(name) for code, name in Locale("en").territories.items()}


def country(code: str) -> str:
    """The name of an ISO 3166-1 alpha-2 code (or `EU`); anything else stands as it is."""
    return _names().get(code, code) if len(code) == 2 else code


def in_sentence(code: str) -> str:
    """The name with the article that a sentence gives it: 'the United States', 'Japan'."""
    return f"the {country(code)}" if code in WITH_ARTICLE else country(code)
