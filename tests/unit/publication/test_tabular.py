import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makegood.publication.exporter import Exporter, Publication
from makegood.publication.rows import COLUMNS, rows
from makegood.publication.tabular import CsvExporter, JsonExporter, JsonlExporter, safe_cell
from tests.mill import ACTORS, ALL, DOCK, PLEDGE, mill, spent

PUBLICATION = Publication([PLEDGE, DOCK], ALL, ACTORS, "2026-03-01", "9f2b7c")


def written(exporter: Exporter, publication: Publication = PUBLICATION) -> str:
    out = io.StringIO(newline="")
    exporter.write(publication, out)
    return out.getvalue()


def test_all_formats_hold_the_same_records_in_the_same_order() -> None:
    whole = json.loads(written(JsonExporter()))
    lines = [json.loads(line) for line in written(JsonlExporter()).splitlines()]
    table = list(csv.DictReader(io.StringIO(written(CsvExporter()), newline="")))
    assert whole["records"] == lines
    assert [line["id"] for line in lines] == [row["id"] for row in table]
    assert (whole["generated"], whole["ledger_head"]) == ("2026-03-01", "9f2b7c")


def test_a_pledge_row_has_its_sums_names_and_date_in_columns_of_their_own() -> None:
    row = next(rows(PUBLICATION)).flat
    expected = {"promisor": "Nordhavn Steel", "amount_low": 4_000_000_000, "currency": "USD", "jobs_low": 1200,
                "years": 3, "countries": "US", "date": "2024-06", "stage": "pledged"}  # fmt: skip
    assert {name: row[name] for name in expected} == expected


def test_a_statement_row_quotes_the_sentence_and_names_its_pledge_and_document() -> None:
    by_id = {row.flat["id"]: row.flat for row in rows(PUBLICATION)}
    told = by_id[spent.id]
    assert told["quote"] == "Nordhavn Steel has spent $1 billion in Ohio."
    assert (told["pledge_id"], told["title"], told["amount_low"]) == ("pl:mill", "A year on", 1_000_000_000)
    assert (by_id[mill.id]["place"], by_id[mill.id]["announced_by"]) == ("Ohio", "Ada Lund")


def test_no_record_fills_a_column_that_the_table_lacks() -> None:
    assert {name for row in rows(PUBLICATION) for name in row.flat} <= set(COLUMNS)


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "  =1", "\t=1", "＝1+1"])
def test_text_that_would_compute_is_disarmed(text: str) -> None:
    assert str(safe_cell(text)).startswith("'")


def test_numbers_and_plain_words_stay_as_they_are() -> None:
    assert (safe_cell(-5), safe_cell("a=b"), safe_cell(None)) == (-5, "a=b", None)


@given(st.text())
def test_any_title_survives_as_one_cell_and_one_line(title: str) -> None:
    facts = spent.document.model_copy(update={"title": title})
    told = type(spent)(facts, spent.statement)
    publication = Publication((), [told])
    assert len(list(csv.reader(io.StringIO(written(CsvExporter(), publication), newline="")))) == 2
    line = written(JsonlExporter(), publication)
    assert len(line.splitlines()) == 1
    line.encode("utf-8")
    assert json.loads(line)["document"]["title"] == title


def test_a_local_path_is_published_as_the_files_name_only() -> None:
    facts = spent.document.model_copy(update={"ref": "/srv/papers/mill.html"})
    line = written(JsonlExporter(), Publication((), [type(spent)(facts, spent.statement)]))
    assert json.loads(line)["document"]["ref"] == "mill.html"
