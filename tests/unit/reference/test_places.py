"""Places: one surface, one likeliest meaning, and no country that the Unicode names do not know."""

import pytest
from babel import Locale

from makegood.reference.places import PLACES, abbreviated, country_name, country_of, government_of

NOT_COUNTRIES = {"EZ", "UN", "QO", "UM", "XA", "XB", "ZZ"}
"""CLDR codes of groups and of tests."""
PARTS = {"AC", "CP", "CQ", "DG", "EA", "HM", "IC", "TA"}
"""CLDR codes of islands and enclaves that belong to a country of the table."""


@pytest.mark.parametrize(
    ("surface", "country"),
    [
        ("Japan", "JP"), ("U.S.", "US"), ("US", "US"), ("UK", "GB"), ("Britain", "GB"), ("UAE", "AE"), ("EU", "EU"),
        ("South Korea", "KR"), ("Korea", "KR"), ("the Netherlands", "NL"), ("Netherlands", "NL"), ("Czechia", "CZ"),
        ("Czech Republic", "CZ"), ("Türkiye", "TR"), ("Turkey", "TR"), ("the Philippines", "PH"), ("Myanmar", "MM"),
        ("Japanese", "JP"), ("American", "US"), ("Americans", "US"), ("Emirati", "AE"), ("Saudis", "SA"),
        ("Dutch", "NL"),
        ("Tokyo", "JP"), ("Riyadh", "SA"), ("Arizona", "US"), ("Ariz.", "US"), ("Bavaria", "DE"), ("Gujarat", "IN"),
        ("Ontario", "CA"), ("Queensland", "AU"), ("Guangdong", "CN"), ("Scotland", "GB"), ("Kaohsiung", "TW"),
    ],
)  # fmt: skip
def test_a_place_points_to_its_country(surface: str, country: str) -> None:
    assert country_of(surface) == country


@pytest.mark.parametrize("surface", ["japan", "turkey", "us", "polish", "IN", "OR", "Europe", "Acme", ""])
def test_words_and_areas_are_no_country(surface: str) -> None:
    assert country_of(surface) is None


@pytest.mark.parametrize(
    ("surface", "country"),
    [
        ("Tokyo", "JP"), ("Washington", "US"), ("White House", "US"), ("the White House", "US"), ("Kremlin", "RU"),
        ("Downing Street", "GB"), ("Brussels", "EU"), ("Beijing", "CN"), ("The Hague", "NL"), ("Osaka", None),
        ("Japan", None),
    ],
)  # fmt: skip
def test_only_seats_of_power_stand_for_a_government(surface: str, country: str | None) -> None:
    assert government_of(surface) == country


@pytest.mark.parametrize(
    "surface", ["Georgia", "Washington", "Jordan", "Chad", "Paris", "Turkey", "Birmingham", "Korea"]
)
def test_a_name_that_may_mean_something_else_says_so(surface: str) -> None:
    assert PLACES[surface].ambiguous


def test_a_second_country_is_kept_beside_the_first() -> None:
    assert PLACES["Georgia"].country == "US"
    assert PLACES["Georgia"].elsewhere == ("GE",)


def test_a_demonym_carries_the_name_of_its_country() -> None:
    assert (PLACES["Japanese"].kind, PLACES["Japanese"].name) == ("demonym", "Japan")


def test_postal_codes_are_asked_for_by_name() -> None:
    assert "TX" not in PLACES
    found = abbreviated("TX")
    assert found is not None
    assert (found.name, found.country) == ("Texas", "US")
    assert abbreviated("Acme") is None


def test_every_territory_of_the_unicode_names_is_in_the_table() -> None:
    territories = {code for code in Locale("en").territories if len(code) == 2} - NOT_COUNTRIES - PARTS
    assert territories == {code for code in territories if country_name(code)}
    assert {place.country for place in PLACES.values()} - {None} <= territories


def test_every_territory_can_be_called_by_its_unicode_name() -> None:
    names = {name: code for code, name in Locale("en").territories.items() if len(code) == 2}
    table = {name: code for name, code in names.items() if code not in NOT_COUNTRIES | PARTS and name != "Georgia"}
    assert {name: country_of(str(name)) for name in table} == table


@pytest.mark.parametrize("kind", ["country", "demonym", "capital", "city", "subdivision"])
def test_every_place_below_a_continent_has_a_country(kind: str) -> None:
    demonyms_of_areas = {"Africa", "Asia", "Europe", "Balkans", "Nordics", "Scandinavia", "Eurasia", "Caribbean"}
    without = {s: p for s, p in PLACES.items() if p.kind == kind and p.country is None}
    assert all(p.name in demonyms_of_areas or " " in p.name for p in without.values())
    assert kind == "demonym" or not without
