"""Alembic's door: runs the scripts on the connection that engine.py hands over."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"], version_table="ledger_schema", transactional_ddl=True
)
with context.begin_transaction():
    context.run_migrations()
