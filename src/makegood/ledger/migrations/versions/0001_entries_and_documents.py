"""Entries and documents, append-only.

The insert triggers of SQLite hold against INSERT OR REPLACE even on a connection that did not set
`recursive_triggers`: without it, REPLACE removes the old row without asking the delete trigger.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

SQLITE = (
    """CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN
       SELECT RAISE(ABORT, 'entries are never changed'); END""",
    """CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN
       SELECT RAISE(ABORT, 'entries are never removed'); END""",
    """CREATE TRIGGER entry_follows_head BEFORE INSERT ON entry
       WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entry)
         OR NEW.previous <> coalesce((SELECT hash FROM entry ORDER BY seq DESC LIMIT 1), NEW.previous)
         OR EXISTS (SELECT 1 FROM entry WHERE hash = NEW.hash) BEGIN
       SELECT RAISE(ABORT, 'an entry follows the last one'); END""",
    """CREATE TRIGGER document_no_update BEFORE UPDATE ON document BEGIN
       SELECT RAISE(ABORT, 'documents are never changed'); END""",
    """CREATE TRIGGER document_no_delete BEFORE DELETE ON document BEGIN
       SELECT RAISE(ABORT, 'documents are never removed'); END""",
    """CREATE TRIGGER document_no_replace BEFORE INSERT ON document
       WHEN EXISTS (SELECT 1 FROM document WHERE id = NEW.id) BEGIN
       SELECT RAISE(ABORT, 'documents are never replaced'); END""",
)

POSTGRESQL = (
    """CREATE FUNCTION makegood_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION '% rows are never changed or removed', TG_TABLE_NAME; END $$""",
    """CREATE FUNCTION makegood_follows() RETURNS trigger LANGUAGE plpgsql AS $$
       DECLARE last record;
       BEGIN
         EXECUTE format('SELECT seq, hash FROM %I.%I ORDER BY seq DESC LIMIT 1', TG_TABLE_SCHEMA, TG_TABLE_NAME)
           INTO last;
         IF NEW.seq <> coalesce(last.seq, 0) + 1 OR NEW.previous <> coalesce(last.hash, NEW.previous) THEN
           RAISE EXCEPTION 'an entry follows the last one';
         END IF;
         RETURN NEW;
       END $$""",
    "CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry EXECUTE FUNCTION makegood_refuse()",
    "CREATE TRIGGER entry_no_delete BEFORE DELETE OR TRUNCATE ON entry EXECUTE FUNCTION makegood_refuse()",
    "CREATE TRIGGER entry_follows_head BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION makegood_follows()",
    "CREATE TRIGGER document_no_update BEFORE UPDATE ON document EXECUTE FUNCTION makegood_refuse()",
    "CREATE TRIGGER document_no_delete BEFORE DELETE OR TRUNCATE ON document EXECUTE FUNCTION makegood_refuse()",
)


def upgrade() -> None:
    """Make both tables and the triggers that keep them append-only."""
    op.create_table(
        "document",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "entry",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=False),
        sa.Column("previous", sa.Text, nullable=False, unique=True),
        sa.Column("hash", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("document", sa.Text, sa.ForeignKey("document.id")),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("learned", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("entry_document", "entry", ["document"])
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
