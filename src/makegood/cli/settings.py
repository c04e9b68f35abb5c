"""What commands share: their common options, the settings behind them, and the ledger they lead to."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from makegood.config import Config
    from makegood.ledger.store import Ledger
    from makegood.ledger.views import LedgerView

LedgerAt = Annotated[
    str | None, typer.Option("--ledger", "-l", metavar="FILE|URL", help="The ledger.", show_default="./makegood.sqlite")
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="As it was known on that day: 2025-06-30.", show_default=False),
]
Format = Annotated[Literal["table", "json", "jsonl", "csv"], typer.Option("--format", "-f", help="How to print.")]
Identity = Annotated[
    str, typer.Argument(metavar="ID", help="An id, or its beginning where no other starts so.", show_default=False)
]


def config(context: typer.Context) -> "Config":
    """The settings, from the file named before the command or ./makegood.toml, and the environment."""
    # pydantic costs 0.15 s to import, and --help must answer at once.
    from makegood.config import Config

    chosen: Path | None = context.obj
    return Config.load(chosen)


@contextmanager
def opened(context: typer.Context, ledger: str | None) -> Iterator["Ledger"]:
    """The ledger that the option or the settings name, closed at the end of the block.

    Raises:
        LedgerError: there is none, or it cannot be used.
    """
    from makegood import workflow

    with workflow.open_ledger(ledger or config(context).ledger) as book:
        yield book


@contextmanager
def view(context: typer.Context, ledger: str | None, as_of: str | None = None) -> Iterator["LedgerView"]:
    """What that ledger holds, as it is or as it was known on a day.

    Raises:
        LedgerError: there is none, or it cannot be used.
    """
    with opened(context, ledger) as book:
        yield book.view(as_of)


def judge(context: typer.Context, by: str | None) -> str:
    """Who judges: a person's name, from the option or the settings.

    Raises:
        ConfigError: nobody is named, or a machine.
    """
    from makegood.errors import ConfigError

    name = (by or config(context).by or "").strip()
    if not name or name.startswith("machine:"):
        raise ConfigError('say who judges, a person\'s name: --by NAME, or by = "NAME" in makegood.toml')
    return name


def now() -> str:
    """The UTC time to the second: the one clock of the program, read by commands that write."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
