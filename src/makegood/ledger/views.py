"""Typed read-only questions to the ledger. Answers come in an order that no database decides."""

from collections.abc import Iterator
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, func, select

from makegood.assessment.sourced import Sourced
from makegood.errors import UnknownIdError
from makegood.ledger import documents, engine, replay, tables
from makegood.ledger.bulk import column_text
from makegood.ledger.entry import Entry, Head
from makegood.ledger.holdings import HeldDocument, HeldIssue, HeldStatement
from makegood.ledger.statements import statement_model
from makegood.model.actor import Actor
from makegood.model.document import Document
from makegood.model.issue import Issue
from makegood.model.judgement import Judgement
from makegood.model.pledge import Pledge

_NAMED = 3
"""How many candidates an error names."""


class LedgerView:
    """What the ledger holds, as it is or as it was known on a day (`Ledger.view`)."""

    def __init__(self, database: Engine) -> None:
        self._database = database

    def documents(self) -> list[HeldDocument]:
        """All documents that stand, without their texts, by day of publication (unknown first), then id."""
        held, read = tables.held.c, tables.entry.c
        question = select(held.document, held.published, held.facts, read.body, read.learned)
        joined = question.join_from(tables.held, tables.entry, held.reading_seq == read.seq)
        with engine.reading(self._database) as connection:
            refs = _refs(connection)
            found = [_held_document(row, refs[row.document]) for row in connection.execute(joined)]
        return sorted(found, key=lambda document: (document.published.date if document.published else "", document.id))

    def document(self, identity: str) -> Document:
        """One document with its text.

        Raises:
            UnknownIdError: there is none, or more than one whose id starts like this.
        """
        full = self._full_id(tables.held.c.document, identity, "document", "sha256:")
        held, text = tables.held.c, tables.document.c
        question = select(held.facts, text.text).join_from(tables.held, tables.document, held.document == text.id)
        with engine.reading(self._database) as connection:
            row = connection.execute(question.where(held.document == full)).one()
        return documents.document_model(orjson.loads(row.facts), row.text)

    def statements(self, kind: str | None = None, document: str | None = None) -> list[HeldStatement]:
        """Statements, of one kind or one document if asked; by document, then where their sentence starts, then id."""
        columns = tables.statement.c
        question = select(tables.statement)
        if kind is not None:
            question = question.where(columns.kind == kind)
        if document is not None:
            question = question.where(columns.document == document)
        return sorted(self._statements(question), key=_place)

    def sourced(self) -> list[Sourced]:
        """The statements that stand, each with its document's facts, in the order of `statements`."""
        held = {document.id: document for document in self.documents()}
        return [Sourced(held[line.document], line.statement) for line in self.statements() if not line.rejected]

    def statement(self, identity: str) -> HeldStatement:
        """One statement.

        Raises:
            UnknownIdError: there is none, or more than one whose id starts like this.
        """
        full = self._full_id(tables.statement.c.id, identity, "statement", "st:")
        return self._statements(select(tables.statement).where(tables.statement.c.id == full))[0]

    def pledges(self) -> list[Pledge]:
        """All pledges, by id."""
        return [Pledge.model_validate_json(body) for body in self._bodies(tables.pledge.c.id, tables.pledge.c.body)]

    def pledge(self, identity: str) -> Pledge:
        """One pledge.

        Raises:
            UnknownIdError: there is none, or more than one whose id starts like this.
        """
        columns = tables.pledge.c
        full = self._full_id(columns.id, identity, "pledge", "pl:")
        with engine.reading(self._database) as connection:
            return Pledge.model_validate_json(
                connection.execute(select(columns.body).where(columns.id == full)).scalar_one()
            )

    def actors(self) -> list[Actor]:
        """All actors that resolution made, by id."""
        return [Actor.model_validate_json(body) for body in self._bodies(tables.actor.c.id, tables.actor.c.body)]

    def issues(self) -> list[HeldIssue]:
        """Issues of the readings that stand, by document; then inputs that could not be read, in their order."""
        issue, held = tables.issue.c, tables.held.c
        question = select(issue.document, issue.ordinal, issue.body, held.facts)
        with engine.reading(self._database) as connection:
            rows = list(
                connection.execute(question.join_from(tables.issue, tables.held, issue.document == held.document))
            )
            unread = [*_unread(connection)]
        rows.sort(key=lambda row: (row.document, row.ordinal))
        return [_held_issue(row) for row in rows] + unread

    def judgements(self) -> list[Judgement]:
        """All verdicts, in the order they were given."""
        return [
            Judgement.model_validate_json(body)
            for body in self._bodies(tables.judgement.c.seq, tables.judgement.c.body)
        ]

    def imported_actors(self) -> list[Actor]:
        """Actors known from elsewhere, in the order they were imported."""
        with engine.reading(self._database) as connection:
            return replay.imported_actors(connection)

    def entries(self) -> Iterator[Entry]:
        """All entries, in their order."""
        with engine.reading(self._database) as connection:
            yield from replay.entries(connection)

    def head(self) -> Head:
        """The end of the chain."""
        with engine.reading(self._database) as connection:
            return replay.head(connection)

    def _bodies(self, key: ColumnElement[Any], body: ColumnElement[Any]) -> list[str]:
        with engine.reading(self._database) as connection:
            return [str(row[1]) for row in sorted(connection.execute(select(key, body)), key=lambda row: row[0])]

    def _statements(self, question: Select[*tuple[Any, ...]]) -> list[HeldStatement]:
        with engine.reading(self._database) as connection:
            return [_held_statement(row) for row in connection.execute(question)]

    def _full_id(self, column: ColumnElement[Any], identity: str, what: str, prefix: str) -> str:
        """The one id that is `identity` or starts with it, with or without its prefix."""
        identity = column_text(identity)
        start = identity if identity.startswith(prefix) else prefix + identity
        with engine.reading(self._database) as connection:
            question = select(column).where(column == identity)
            exact = connection.execute(question).scalar()
            if exact is not None:
                return str(exact)
            found = sorted(
                map(str, connection.execute(select(column).where(column.startswith(start, autoescape=True))).scalars())
            )
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(found[:_NAMED])
            raise UnknownIdError(f"{len(found)} {what}s start with {identity}: {names}{' …' * (len(found) > _NAMED)}")
        raise UnknownIdError(f"no {what} has the id {identity}")


def _refs(connection: Connection) -> dict[str, tuple[str, ...]]:
    """The refs each document was met under, in the order they were met."""
    columns = tables.sighting.c
    refs: dict[str, dict[str, None]] = {}
    for row in connection.execute(select(columns.document, columns.ref).order_by(columns.seq)):
        refs.setdefault(row.document, {})[row.ref] = None
    return {document: tuple(met) for document, met in refs.items()}


def _held_document(row: Row[*tuple[Any, ...]], refs: tuple[str, ...]) -> HeldDocument:
    read = orjson.loads(row.body)["reading"]
    facts = orjson.loads(row.facts)
    skipped = sum(part["end"] - part["start"] for part in facts.pop("skipped"))
    by = {"reader": read["reader"], "reader_version": read["version"], "learned": row.learned}
    return HeldDocument.model_validate({**facts, **by, "refs": refs, "characters_read": facts["characters"] - skipped})


def _held_statement(row: Row[*tuple[Any, ...]]) -> HeldStatement:
    machine = statement_model(row.body)
    overridden = tuple(orjson.loads(row.overridden))
    return HeldStatement(
        statement=statement_model(row.corrected) if row.corrected else machine,
        document=row.document,
        overridden=overridden,
        machine=machine if overridden else None,
        reopened=bool(row.reopened),
        rejected=bool(row.rejected),
    )


def _held_issue(row: Row[*tuple[Any, ...]]) -> HeldIssue:
    facts = orjson.loads(row.facts)
    return HeldIssue(issue=Issue.model_validate_json(row.body), ref=facts["ref"], document=row.document)


def _place(held: HeldStatement) -> tuple[str, int, str]:
    return (held.document, held.statement.evidence["_"][0].start, held.statement.id)


def _unread(connection: Connection) -> Iterator[HeldIssue]:
    """Inputs that could not be read and have not been since."""
    columns, sighting = tables.unread.c, tables.sighting.c
    since = select(func.coalesce(func.max(sighting.seq), 0)).where(sighting.ref == columns.ref).scalar_subquery()
    question = select(columns.ref, columns.body).where(columns.seq > since).order_by(columns.seq)
    for row in connection.execute(question):
        yield HeldIssue(issue=Issue.model_validate_json(row.body), ref=row.ref)
