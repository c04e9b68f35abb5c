"""The scripts that make the durable tables make what tables.py says, and ship with the package."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

import makegood.ledger.migrations
from makegood.ledger.engine import connect, ledger_url, reading
from makegood.ledger.tables import GUARDS, SCHEMAS, durable
from tests.arrivals import ledger

FOLDER = str(Path(makegood.ledger.migrations.__file__).parent)


def test_upgrading_from_nothing_makes_the_tables(tmp_path: Path) -> None:
    path = str(tmp_path / "ledger.db")
    ledger(path).close()
    with reading(connect(ledger_url(path))) as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_durable, "compare_type": True})
        assert compare_metadata(context, durable) == []
        assert set(inspect(connection).get_table_names()) == {*durable.tables, "ledger_schema"}
        made = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars()
        assert set(made) == GUARDS["sqlite"]


def _is_durable(name: str | None, kind: str, _: object) -> bool:
    return kind != "table" or name in durable.tables


def test_the_known_revisions_are_the_scripts() -> None:
    scripts = ScriptDirectory(FOLDER)
    assert tuple(reversed([script.revision for script in scripts.walk_revisions()])) == SCHEMAS
    assert scripts.get_current_head() == SCHEMAS[-1]


def test_both_databases_have_the_same_guards_but_one() -> None:
    """REPLACE is SQLite's own way round a delete trigger."""
    assert GUARDS["sqlite"] - GUARDS["postgresql"] == {"document_no_replace"}
