import csv
import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Makegood


@pytest.mark.parametrize(("what", "expected"), [("all", 6), ("pledges", 3), ("statements", 3)])
def test_what_is_asked_for_is_exported(kept: Makegood, what: str, expected: int) -> None:
    assert len(kept("export", "--what", what).lines) == expected


def test_a_file_is_written_whole_and_nothing_to_standard_output(kept: Makegood, folder: Path) -> None:
    ran = kept("export", "--format", "csv", "-o", "out.csv")
    assert (ran.code, ran.out) == (0, "")
    with (folder / "out.csv").open(newline="") as file:
        assert len(list(csv.DictReader(file))) == 6
    assert sorted(path.name for path in folder.glob("*out.csv*")) == ["out.csv"]


def test_json_names_the_day_and_the_head(kept: Makegood) -> None:
    exported = json.loads(kept("export", "--format", "json").out)
    assert exported["generated"] == "2025-05-01"
    assert exported["ledger_head"] == kept("verify").out.strip()


def test_an_unknown_exporter_is_refused_with_those_there_are(kept: Makegood) -> None:
    ran = kept("export", "--format", "xml")
    assert ran.code == 2
    assert "installed: csv, json, jsonl" in ran.err


def test_a_file_that_cannot_be_written_is_named(kept: Makegood, folder: Path) -> None:
    (folder / "taken").mkdir()
    assert "taken is a folder" in kept("export", "-o", "taken").err
    assert "no/out.jsonl cannot be written" in kept("export", "-o", "no/out.jsonl").err


def test_a_dossier_is_one_file_and_its_name_is_printed(kept: Makegood, folder: Path) -> None:
    identity = str(kept("pledges", "--format", "jsonl").lines[0]["id"])
    ran = kept("dossier", identity[:9])
    html = (folder / ran.out.strip()).read_text(encoding="utf-8")
    assert "Cobb pledged <mark>$1 billion</mark> to Japan." in html
    assert kept("dossier", identity, "-o", "it.html").out == "it.html\n"
    assert (folder / "it.html").read_text(encoding="utf-8") == html
