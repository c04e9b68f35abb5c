"""The second step of replay: the standing of every document that new entries touch."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson
from sqlalchemy import Connection, delete, select

from makegood.ledger import bulk, state, tables
from makegood.ledger.entry import Body, canonical
from makegood.ledger.settle import Case, Read, Settled, Sighting, Standing, settle
from makegood.model.document import Document
from makegood.model.judgement import Judgement


def follow(connection: Connection) -> None:
    """Settle the documents that entries since the last time speak of, or that share a ref with one."""
    entry = tables.entry.c
    settled = int(state.get(connection, "settled") or 0)
    spoken_of = select(entry.document).where(entry.seq > settled, entry.document.is_not(None))
    new, old = tables.sighting.alias(), tables.sighting.alias()
    neighbours = select(old.c.document).join_from(new, old, old.c.ref == new.c.ref).where(new.c.seq > settled)
    touched = [*connection.execute(spoken_of).scalars(), *connection.execute(neighbours).scalars()]
    for ids in bulk.chunks(str(document) for document in touched):
        _forget(connection, ids)
        _hold(connection, {case.document: settle(case) for case in _cases(connection, ids)})
    last = select(entry.seq).order_by(entry.seq.desc()).limit(1)
    state.put(connection, "settled", str(connection.execute(last).scalar() or 0))


def standing(connection: Connection) -> Iterable[Document]:
    """The documents held, with their texts."""
    held, text = tables.held.c, tables.document.c
    for row in connection.execute(
        select(held.facts, text.text).join_from(tables.held, tables.document, held.document == text.id)
    ):
        yield document_model(orjson.loads(row.facts), row.text)


def document_model(facts: Body, text: bytes) -> Document:
    """A document of its facts and its text."""
    own = {name: fact for name, fact in facts.items() if name not in ("id", "characters")}
    return Document.model_validate(own | {"text": text.decode()})


def _cases(connection: Connection, ids: Sequence[str]) -> Iterable[Case]:
    sightings = _sightings(connection, ids)
    readings = _readings(connection, ids)
    verdicts = _verdicts(connection, ids)
    return (Case(document, sightings[document], readings[document], verdicts[document]) for document in ids)


def _sightings(connection: Connection, ids: Sequence[str]) -> Mapping[str, list[Sighting]]:
    columns = tables.sighting.c
    refs = select(columns.ref).where(columns.document.in_(ids))
    rows = list(connection.execute(select(tables.sighting).where(columns.ref.in_(refs)).order_by(columns.seq)))
    latest = {(row.ref, row.raw_digest): row for row in rows}
    found: dict[str, list[Sighting]] = defaultdict(list)
    for row in rows:
        last = latest[row.ref, row.raw_digest]
        replaced = last.seq if row.raw_digest is not None and last.extractor != row.extractor else 0
        found[row.document].append(Sighting(row.seq, row.ref, orjson.loads(row.facts), replaced))
    return found


def _readings(connection: Connection, ids: Sequence[str]) -> Mapping[str, list[Read]]:
    columns = tables.entry.c
    question = select(columns.document, columns.seq, columns.body)
    chosen = question.where(columns.document.in_(ids), columns.kind == "reading").order_by(columns.seq)
    found: dict[str, list[Read]] = defaultdict(list)
    for row in connection.execute(chosen):
        read = orjson.loads(row.body)["reading"]
        found[row.document].append(Read(row.seq, {s["id"]: s for s in read["statements"]}, read["issues"]))
    return found


def _verdicts(connection: Connection, ids: Sequence[str]) -> Mapping[str, list[tuple[int, Judgement]]]:
    columns = tables.judgement.c
    found: dict[str, list[tuple[int, Judgement]]] = defaultdict(list)
    question = select(tables.judgement).where(columns.document.in_(ids)).order_by(columns.seq)
    for row in connection.execute(question):
        found[row.document].append((row.seq, Judgement.model_validate(orjson.loads(row.body))))
    return found


def _forget(connection: Connection, ids: Sequence[str]) -> None:
    statements = select(tables.statement.c.id).where(tables.statement.c.document.in_(ids))
    connection.execute(delete(tables.evidence).where(tables.evidence.c.statement.in_(statements)))
    for table in (tables.statement, tables.issue, tables.held):
        connection.execute(delete(table).where(table.c.document.in_(ids)))


def _hold(connection: Connection, standings: Mapping[str, Standing | None]) -> None:
    held = {document: standing for document, standing in standings.items() if standing is not None}
    bulk.insert(connection, tables.held, (_document_row(document, s) for document, s in held.items()))
    lines = [(document, s.reading_seq, line) for document, s in held.items() for line in s.statements]
    bulk.insert(connection, tables.statement, (_statement_row(*line) for line in lines))
    bulk.insert(connection, tables.evidence, (row for _, _, line in lines for row in _evidence_rows(line)))
    bulk.insert(connection, tables.issue, (row for document, s in held.items() for row in _issue_rows(document, s)))


def _document_row(document: str, standing: Standing) -> bulk.Row:
    published: Any = standing.facts.get("published")
    return (document, published["date"] if published else None, standing.reading_seq, canonical(standing.facts))


def _statement_row(document: str, seq: int, line: Settled) -> bulk.Row:
    corrected = canonical(line.corrected) if line.corrected is not None else None
    machine = line.machine
    marks = (canonical(line.overridden), int(line.reopened), int(line.rejected))
    return (machine["id"], document, machine["kind"], seq, canonical(machine), corrected, *marks)


def _evidence_rows(line: Settled) -> Iterable[bulk.Row]:
    body: Mapping[str, Any] = line.corrected or line.machine
    for name, spans in body["evidence"].items():
        for ordinal, span in enumerate(spans):
            yield (body["id"], name, ordinal, span["start"], span["end"])


def _issue_rows(document: str, standing: Standing) -> Iterable[bulk.Row]:
    for ordinal, issue in enumerate(standing.issues):
        yield (document, ordinal, issue["code"], canonical(issue))
