"""The tables. `durable` migrates (migrations/) and is append-only; `derived` is made again by replay.

Keys of derived tables are what was said, never a counter of the database, so that two ledgers with
the same entries hold the same rows.
"""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

SCHEMAS = ("0001",)
"""Revisions of the durable tables that this version of Makegood can use; the last is the one it writes."""

REPLAY_VERSION = "2"
"""Raised whenever replay would make other rows of the same entries; older derived tables are then made again."""

_BOTH = {"document_no_delete", "document_no_update", "entry_follows_head", "entry_no_delete", "entry_no_update"}
GUARDS = {"sqlite": frozenset(_BOTH | {"document_no_replace"}), "postgresql": frozenset(_BOTH)}
"""Triggers that keep the durable tables append-only, by database (made by migration 0001)."""

Sequence = BigInteger().with_variant(Integer, "sqlite")
durable = MetaData()
derived = MetaData()

document = Table(
    "document",
    durable,
    Column("id", Text, primary_key=True),
    Column("text", LargeBinary, nullable=False),
    sqlite_strict=True,
)

entry = Table(
    "entry",
    durable,
    Column("seq", Sequence, primary_key=True, autoincrement=False),
    Column("previous", Text, nullable=False, unique=True),
    Column("hash", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("document", Text, ForeignKey("document.id")),
    Column("body", Text, nullable=False),
    Column("learned", Text, nullable=False),
    Column("seal", Text, nullable=False),
    sqlite_strict=True,
)
Index("entry_document", entry.c.document)


def _table(name: str, *columns: Column[object]) -> Table:
    return Table(name, derived, *columns, sqlite_strict=True)


def _key(name: str) -> Column[object]:
    return Column(name, Text, primary_key=True)


def _text(name: str, *, null: bool = False) -> Column[object]:
    return Column(name, Text, nullable=null)


def _number(name: str, *, key: bool = False) -> Column[object]:
    return Column(name, Sequence, primary_key=key, nullable=False, autoincrement=False)


state = _table("derived_state", _key("name"), _text("value"))

sighting = _table(
    "sighting",
    _number("seq", key=True),
    _text("document"),
    _text("ref"),
    _text("raw_digest", null=True),
    _text("extractor", null=True),
    _text("facts_digest"),
    _text("facts"),
)
Index("sighting_document", sighting.c.document)
Index("sighting_ref", sighting.c.ref)

reading = _table("reading", _key("document"), _key("reader"), _key("version"), _number("seq"))

unread = _table("unread", _number("seq", key=True), _text("ref"), _text("code"), _text("body"))
Index("unread_ref", unread.c.ref)

judgement = _table("judgement", _number("seq", key=True), _text("document", null=True), _text("body"))

imported = _table("imported_actor", _number("seq", key=True), _number("ordinal", key=True), _text("body"))

held = _table("held_document", _key("document"), _text("published", null=True), _number("reading_seq"), _text("facts"))

statement = _table(
    "statement",
    _key("id"),
    _text("document"),
    _text("kind"),
    _number("seq"),
    _text("body"),
    _text("corrected", null=True),
    _text("overridden"),
    _number("reopened"),
    _number("rejected"),
)
Index("statement_document", statement.c.document)
Index("statement_kind", statement.c.kind)

evidence = _table(
    "evidence", _key("statement"), _key("field"), _number("ordinal", key=True), _number("start"), _number("end")
)

issue = _table("issue", _key("document"), _number("ordinal", key=True), _text("code"), _text("body"))

actor = _table("actor", _key("id"), _text("name"), _text("body"))

pledge = _table("pledge", _key("id"), _text("name"), _text("stage"), _text("body"))

pledge_statement = _table("pledge_statement", _key("pledge"), _key("statement"), _text("role"))
Index("pledge_statement_statement", pledge_statement.c.statement)

pledge_actor = _table("pledge_actor", _key("pledge"), _key("actor"))
