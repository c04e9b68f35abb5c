"""Places by the way they are written: countries, demonyms, capitals, cities, subdivisions, areas.

Surfaces are case-sensitive ('Turkey', 'US'). Where one surface may mean two countries the likelier one
in business news stands first, the others are in `elsewhere`, and the reader is told by `ambiguous`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from makegood.reference import tables

PlaceKind = Literal["country", "demonym", "capital", "city", "subdivision", "region", "continent"]

_POSTAL_LENGTH = 2

_Row = tuple[str, str, PlaceKind, str | None]


@dataclass(frozen=True, slots=True)
class Place:
    """`name` is the usual English name (of the country, for a demonym); `country` ISO 3166-1 alpha-2 or `EU`.

    `elsewhere` are other countries that the surface may mean; `ambiguous` also marks surfaces that are
    as often a person or a word.
    """

    name: str
    kind: PlaceKind
    country: str | None
    elsewhere: tuple[str, ...] = ()
    ambiguous: bool = False


class _Places(Mapping[str, Place]):
    """The table as a mapping that is built when it is first asked."""

    def __getitem__(self, surface: str) -> Place:
        return _places()[surface]

    def __iter__(self) -> Iterator[str]:
        return iter(_places())

    def __len__(self) -> int:
        return len(_places())

    def __contains__(self, surface: object) -> bool:
        return surface in _places()


PLACES: Mapping[str, Place] = _Places()
"""Surface form → what it means, the likeliest meaning first."""


def country_of(name: str) -> str | None:
    """The country that a country's name, abbreviation, demonym, a city or a subdivision points to."""
    place = PLACES.get(name) or PLACES.get(name.removeprefix("the ").removeprefix("The "))
    return place.country if place else None


def government_of(surface: str) -> str | None:
    """The country whose government a capital or seat of power stands for ('Tokyo', 'the White House').

    `Brussels` is the European Union's. None for everything else, also for countries' names: whether
    'Japan' acts or is acted upon is the text's to say.
    """
    seat = _table("seats").get(surface)
    if seat is not None:
        return str(seat)
    place = PLACES.get(surface)
    return place.country if place is not None and place.kind == "capital" else None


def country_name(code: str) -> str | None:
    """The usual English name of an ISO 3166-1 alpha-2 code or `EU`."""
    return _country_names().get(code)


def abbreviated(surface: str) -> Place | None:
    """The subdivision that an abbreviation means after a town's name ('TX', 'Ore.', 'Ont.').

    Postal codes are kept out of `PLACES`, where 'IN' and 'OR' would be words of a heading.
    """
    return _abbreviations().get(surface)


@cache
def _country_names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in tables.rows("countries")}


@cache
def _abbreviations() -> dict[str, Place]:
    return {
        short: Place(name, "subdivision", code)
        for code, name, forms in _subdivisions()
        for short in forms
        if short.endswith(".") or len(short) == _POSTAL_LENGTH
    }


@cache
def _places() -> dict[str, Place]:
    """What stands earlier is the likelier meaning; later ones of other countries are kept in `elsewhere`."""
    meanings: dict[str, list[_Row]] = {}
    for row in _told():
        meanings.setdefault(row[0], []).append(row)
    return {surface: _place(surface, rows) for surface, rows in meanings.items()}


def _place(surface: str, rows: list[_Row]) -> Place:
    _, name, kind, country = rows[0]
    told = cast(list[str], _table("elsewhere").get(surface, []))
    others = tuple(sorted({*told, *(code for *_, code in rows if code)} - {country}))
    return Place(name, kind, country, others, bool(others) or surface in _doubtful())


@cache
def _doubtful() -> frozenset[str]:
    return frozenset(cast(list[str], _table("doubtful")["words"]))


def _told() -> Iterator[_Row]:
    yield from _states_before_countries()
    yield from _countries()
    yield from _areas()
    for code, name, forms in _subdivisions():
        for surface in (name, *forms):
            if len(surface) > _POSTAL_LENGTH and surface not in _short_words():
                yield surface, name, "subdivision", code
    for code, cities in tables.toml("cities").items():
        for city in cast(list[str], cities):
            yield city, city.partition(", ")[0], "city", code


def _states_before_countries() -> Iterator[_Row]:
    """Business news that says 'Georgia' mostly means the American state."""
    yield "Georgia", "Georgia", "subdivision", "US"


def _countries() -> Iterator[_Row]:
    for row in tables.rows("countries"):
        code, name = row["code"], row["name"]
        for surface in (name, *tables.several(row["others"])):
            yield surface, name, "country", code
        for surface in _with_plurals(tables.several(row["demonyms"])):
            yield surface, name, "demonym", code
        for surface in tables.several(row["capitals"]):
            yield surface, surface, "capital", code


def _with_plurals(demonyms: tuple[str, ...]) -> Iterator[str]:
    """'American' and 'Americans'; 'Japanese', 'British' and 'Swiss' have no plural of their own."""
    for demonym in demonyms:
        yield demonym
        if not demonym.endswith(("s", "ese", "sh", "ch", "man", "women")):
            yield f"{demonym}s"


def _areas() -> Iterator[_Row]:
    areas = tables.toml("regions")
    for name in cast(list[str], areas["continents"]):
        yield name, name, "continent", None
    for name in cast(list[str], areas["regions"]):
        yield name, name.removeprefix("the "), "region", None
    for adjective, area in _table("area_demonyms").items():
        for surface in _with_plurals((adjective,)):
            yield surface, str(area), "demonym", None


def _subdivisions() -> Iterator[tuple[str, str, list[str]]]:
    for code, names in tables.toml("subdivisions").items():
        for name, forms in cast(dict[str, list[str]], names).items():
            yield code, name, forms


@cache
def _short_words() -> frozenset[str]:
    """Abbreviations that are words too when they stand alone at a sentence's end."""
    return frozenset({"Man.", "Ore.", "Miss.", "Mass.", "Ill.", "Ind.", "Pa.", "La.", "Me.", "Md.", "Mo."})


def _table(name: str) -> dict[str, object]:
    return cast(dict[str, object], tables.toml("regions")[name])
