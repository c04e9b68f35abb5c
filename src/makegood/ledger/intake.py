"""What each entry adds to the tables that remember what came in: one row an entry, only ever added.

Written in the transaction that appends, so that a second run knows at once what the first one did.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table

from makegood.ledger import bulk, tables
from makegood.ledger.entry import Body, Entry, canonical
from makegood.ledger.state import put
from makegood.model.document import digest

Rows = dict[Table, list[bulk.Row]]


def take_in(connection: Connection, entries: Sequence[Entry]) -> None:
    """Add the rows of these entries, which follow those taken in before."""
    rows: Rows = {}
    for entry in entries:
        for table, row in _rows(entry):
            rows.setdefault(table, []).append(row)
    for table, held in rows.items():
        bulk.insert(connection, table, held)
    if entries:
        put(connection, "intake", entries[-1].hash)


def facts_digest(facts: Body) -> str:
    """What tells one sighting of a text from another."""
    return digest(canonical(facts).encode())


def _rows(entry: Entry) -> Iterable[tuple[Table, bulk.Row]]:
    body: Mapping[str, Any] = entry.facts()
    match entry.kind:
        case "reading":
            yield tables.sighting, _sighting(entry, body["document"])
            read = body["reading"]
            yield tables.reading, (entry.document, read["reader"], read["version"], entry.seq)
        case "document":
            yield tables.sighting, _sighting(entry, body["document"])
        case "unread":
            row = (entry.seq, body["ref"], body["issue"]["code"], canonical(body["issue"]))
            yield tables.unread, row
        case "judgement":
            yield tables.judgement, (entry.seq, entry.document, canonical(body["judgement"]))
        case "actor_import":
            for ordinal, actor in enumerate(body["actors"]):
                yield tables.imported, (entry.seq, ordinal, canonical(actor))


def _sighting(entry: Entry, facts: Body) -> bulk.Row:
    raw_digest, extractor = facts.get("raw_digest"), facts.get("extractor")
    return (entry.seq, entry.document, facts["ref"], raw_digest, extractor, facts_digest(facts), canonical(facts))
