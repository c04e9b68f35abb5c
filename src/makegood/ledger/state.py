"""How far the derived tables have come: a few named values beside them."""

from sqlalchemy import Connection, delete, insert, select

from makegood.ledger.tables import state


def get(connection: Connection, name: str) -> str:
    """The value of a name; empty where it was never put."""
    return str(connection.execute(select(state.c.value).where(state.c.name == name)).scalar() or "")


def put(connection: Connection, name: str, value: str) -> None:
    """Set the value of a name."""
    connection.execute(delete(state).where(state.c.name == name))
    connection.execute(insert(state).values(name=name, value=value))
