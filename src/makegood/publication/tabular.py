"""JSON, JSON Lines and CSV of one traversal. CSV opens safely in a spreadsheet: no cell becomes a formula."""

import csv
import json
from typing import TextIO

from makegood.publication.exporter import Publication
from makegood.publication.inert import spoken
from makegood.publication.rows import COLUMNS, Cell, rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet compute or hide a cell (OWASP, CSV injection; full-width as well)."""


class JsonExporter:
    """One JSON object: facts of the publication, then its records, one a line."""

    name = "json"

    def write(self, publication: Publication, out: TextIO) -> None:
        """Writes `{"generated", "ledger_head", "records": [...]}`, streaming record by record."""
        head = {"generated": publication.generated, "ledger_head": publication.ledger_head}
        out.write(_json(head)[:-1] + ',"records":[')
        for number, row in enumerate(rows(publication)):
            out.write(("," if number else "") + "\n" + _json(row.nested))
        out.write("\n]}\n")


class JsonlExporter:
    """One JSON object a line, one line a record."""

    name = "jsonl"

    def write(self, publication: Publication, out: TextIO) -> None:
        """Writes one line a record."""
        for row in rows(publication):
            out.write(_json(row.nested) + "\n")


class CsvExporter:
    """One row a record, the same columns for all; lists are joined with '; '."""

    name = "csv"

    def write(self, publication: Publication, out: TextIO) -> None:
        """Writes a header and one row a record (RFC 4180, lines end with CR LF)."""
        table = csv.writer(out)
        table.writerow(COLUMNS)
        for row in rows(publication):
            table.writerow([safe_cell(row.flat.get(column)) for column in COLUMNS])


def safe_cell(value: Cell) -> Cell:
    """The value as a spreadsheet may see it: text that could be a formula gets an apostrophe before it."""
    if not isinstance(value, str):
        return value
    text = spoken(value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def _json(value: object) -> str:
    """Compact JSON that any line reader can split; a lone surrogate stands as its escape."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(_ESCAPED).encode("utf-8", "backslashreplace").decode()


_ESCAPED = {0x2028: "\\u2028", 0x2029: "\\u2029", 0x85: "\\u0085"}
