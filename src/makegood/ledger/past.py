"""What was known on a day: the entries learnt by then, replayed in memory and never stored."""

import re

from sqlalchemy import Engine, func, select

from makegood.errors import LedgerError
from makegood.ledger import bulk, engine, replay, tables

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def as_known_on(database: Engine, day: str, resolver: replay.Resolver) -> Engine:
    """A ledger in memory of the entries learnt on or before `day` (ISO date), with its derived tables.

    Raises:
        LedgerError: `day` is no ISO date.
    """
    if not _DAY.fullmatch(day):
        raise LedgerError(f"as-of {day!r} is no day: write it as 2026-01-31")
    past = engine.memory()
    entry, document = tables.entry, tables.document
    by_then = func.substr(entry.c.learned, 1, 10) <= day
    with engine.reading(database) as now, engine.writing(past) as then:
        tables.durable.create_all(then)
        tables.derived.create_all(then)
        mentioned = select(entry.c.document).where(by_then, entry.c.document.is_not(None))
        texts = now.execute(select(document).where(document.c.id.in_(mentioned)))
        bulk.insert(then, document, (tuple(row) for row in texts))
        entries = now.execute(select(entry).where(by_then).order_by(entry.c.seq))
        bulk.insert(then, entry, (tuple(row) for row in entries))
    replay.rebuild(past, resolver)
    return past
