"""Documents that a command names: found in the ledger by id or ref, else read on the spot and not kept."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import typer

from makegood import workflow
from makegood.cli import settings, terminal
from makegood.errors import LedgerError, SourceError, UnknownIdError
from makegood.ledger.holdings import HeldDocument
from makegood.ledger.store import Ledger
from makegood.ledger.views import LedgerView
from makegood.resolution import resolve
from makegood.sources import Unread, locate

_SHORTEST_ID = 6


@dataclass(frozen=True, slots=True)
class Found:
    """The documents asked for, in their order, and a view in which all of them stand."""

    view: LedgerView
    documents: tuple[HeldDocument, ...]


@contextmanager
def documents(context: typer.Context, names: Sequence[str], ledger: str | None) -> Iterator[Found]:
    """Finds each of `names` in the ledger, or reads it; what was read stands beside the ledger's own, in memory only.

    Raises:
        SourceError: one is neither in the ledger nor can it be read.
        LedgerError: the ledger was named and cannot be used.
    """
    with _opened(context, ledger) as book:
        view = book.view()
        missing = [name for name in names if _held(view, name) is None]
        if missing:
            aside = book.trial()
            _read(context, aside, missing)
            view = aside.view()
        yield Found(view, tuple(_known(view, name) for name in names))


@contextmanager
def _opened(context: typer.Context, ledger: str | None) -> Iterator[Ledger]:
    """The ledger, or an empty one in memory where none was named and there is none."""
    try:
        book = workflow.open_ledger(ledger or settings.config(context).ledger)
    except LedgerError:
        if ledger is not None:
            raise
        book = Ledger.in_memory(resolve)
    with book:
        yield book


def _read(context: typer.Context, book: Ledger, names: Sequence[str]) -> None:
    steps = workflow.read(locate(names), settings.config(context).reader)
    for step in workflow.keep(steps, book, settings.now(), batch=100):
        if isinstance(step, Unread):
            raise SourceError(step.issue.message, step.issue.code)
    terminal.tell(f"{', '.join(names)}: read now, not kept (to keep it: makegood read --keep)")


def _held(view: LedgerView, name: str) -> HeldDocument | None:
    """The document with this ref or URL, else with this id or the beginning of it."""
    found = [one for one in view.documents() if name in (*one.refs, one.ref, one.url)]
    if found:
        return found[-1]
    if len(name.removeprefix("sha256:")) < _SHORTEST_ID:
        return None
    try:
        identity = view.document(name).id
    except UnknownIdError:
        return None
    return next(one for one in view.documents() if one.id == identity)


def _known(view: LedgerView, name: str) -> HeldDocument:
    found = _held(view, name)
    if found is None:
        raise SourceError(f"{name} holds several documents or none: name one, by its id (makegood sources lists them)")
    return found
