"""Whom a statement names: every actor's name with the kind that the text gives it."""

from collections.abc import Iterator

from makegood.model.actor import ActorName
from makegood.model.statement import (
    MeetingStatement,
    PledgeStatement,
    ProgressStatement,
    Statement,
    TieStatement,
)


def mentioned(statement: Statement) -> Iterator[ActorName]:
    """Promisors, those who announce or receive, participants, both ends of a tie, and the speaker."""
    match statement:
        case PledgeStatement():
            yield statement.promisor
            yield from (one for one in (statement.announced_by, statement.counterparty) if one is not None)
        case ProgressStatement():
            yield statement.promisor
        case MeetingStatement():
            yield from statement.participants
        case TieStatement():
            yield from (ActorName(name=name) for name in (statement.subject, statement.object))
        case _:
            pass
    if statement.speaker.name is not None:
        yield ActorName(name=statement.speaker.name)
