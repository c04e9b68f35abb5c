import json
from pathlib import Path

from makegood.cli.followthemoney import actors
from makegood.model.actor import Actor
from tests.unit.cli.conftest import Makegood

COMPANY = {
    "id": "ex-1",
    "schema": "Company",
    "caption": "Acme Holdings",
    "properties": {
        "name": ["Acme Holdings plc", "Acme Holdings"],
        "alias": ["Acme"],
        "jurisdiction": ["gb"],
        "wikidataId": ["Q1"],
        "leiCode": ["549300ABCDEFGHIJKL12"],
    },
}
MINISTRY = {"id": "ex-2", "schema": "PublicBody", "properties": {"name": ["Ministry of Plants"], "country": ["gb-sct"]}}
PLANE = {"id": "ex-3", "schema": "Airplane", "properties": {"name": ["G-ACME"]}}


def test_names_kinds_countries_and_identifiers_are_taken_over() -> None:
    company, ministry = actors([json.dumps(COMPANY), "", json.dumps(PLANE), json.dumps(MINISTRY)])
    assert company == Actor(
        id="Q1",
        name="Acme Holdings",
        kind="company",
        country="GB",
        aliases=("Acme Holdings plc", "Acme Holdings", "Acme"),
        external={"wikidata": "Q1", "lei": "549300ABCDEFGHIJKL12"},
    )
    assert ministry == Actor(id="ex-2", name="Ministry of Plants", kind="government", aliases=("Ministry of Plants",))


def test_a_line_that_cannot_be_used_is_told_with_its_number() -> None:
    nameless = {"id": "x", "schema": "Company", "properties": {}}
    wrong = list(actors(["no json", '{"id": 1}', "[]", json.dumps(nameless)]))
    assert [str(one).split(" is no")[0] for one in wrong] == ["line 1", "line 2", "line 3", "line 4"]
    assert "it has no name" in str(wrong[3])


def test_actors_are_imported_into_the_ledger(kept: Makegood, folder: Path) -> None:
    (folder / "some.ftm.json").write_text("\n".join(map(json.dumps, [COMPANY, MINISTRY])))
    ran = kept("actors", "import", "some.ftm.json")
    assert (ran.code, ran.err) == (0, "makegood: 2 actors imported\n")
    assert kept("verify").err.startswith("makegood: verified: 4 entries")


def test_an_import_with_bad_lines_keeps_the_rest_and_says_so(kept: Makegood, folder: Path) -> None:
    (folder / "some.ftm.json").write_text(json.dumps(COMPANY) + "\nno json\n")
    ran = kept("actors", "import", "some.ftm.json")
    assert ran.code == 1
    assert "some.ftm.json: line 2 is no FollowTheMoney object" in ran.err
    assert "1 actors imported" in ran.err


def test_a_file_without_actors_is_refused(kept: Makegood, folder: Path) -> None:
    (folder / "plane.json").write_text(json.dumps(PLANE))
    assert "plane.json holds no actors" in kept("actors", "import", "plane.json").err
    assert "none.json cannot be read" in kept("actors", "import", "none.json").err
    assert kept("actors", "import", "none.json").code == 3


def test_actors_are_listed(kept: Makegood) -> None:
    assert [line["name"] for line in kept("actors", "list", "--format", "jsonl").lines] == ["Acme", "Bolt", "Cobb"]
    assert "Acme" in kept("actors", "list").out
