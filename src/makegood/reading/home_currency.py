"""Which country's dollar, peso, crown … a text means, by the places it names; the table is `lexicon/homes.toml`."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from makegood.reading.lexicon import table


@dataclass(frozen=True, slots=True)
class Home:
    """A currency word that several countries share."""

    default: str | None
    least: int
    times: int
    codes: Mapping[str, str]


class Homes:
    """The homes of one text's shared currency words, each looked up once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._codes: dict[str, str | None] = {}

    def code(self, unit: str | None) -> str | None:
        """ISO 4217 code of a unit: itself, or for a shared word the code of the text's home; None where left open."""
        if not unit or unit.isupper():
            return unit or None
        if unit not in self._codes:
            code = _at_home(self._text, _homes()[unit])
            self._codes[unit] = _homes()[unit].default if unit == "dollar" and _spelled_out(self._text, code) else code
        return self._codes[unit]


def _spelled_out(text: str, code: str | None) -> bool:
    """Whether the text marks this dollar with letters ('C$', 'SGD'), so that its bare sign is another one."""
    prefixed = table("currencies")["prefixed"]
    signs = [sign for sign, of in prefixed.items() if of == code] if isinstance(prefixed, dict) else []
    return any(sign in text for sign in [*signs, *([code] if code else [])])


def _at_home(text: str, home: Home) -> str | None:
    counted = Counter(home.codes[place] for place in _places(tuple(home.codes)).findall(text))
    if not counted:
        return home.default
    code, count = counted.most_common(1)[0]
    others = counted.total() - count
    return code if count >= home.least and count >= home.times * others else home.default


@cache
def _homes() -> Mapping[str, Home]:
    return {unit: _home(table("homes")[unit]) for unit in table("homes")}


def _home(section: object) -> Home:
    if not isinstance(section, dict):
        raise TypeError("homes.toml: a section is no table")
    places = {place: code for code, names in section["codes"].items() for place in names}
    return Home(section["default"] or None, section["least"], section["times"], places)


@cache
def _places(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})(?!\w)")
