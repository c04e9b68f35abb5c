"""Settings for a command: what its options leave open comes from the environment and makegood.toml."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from makegood.config import Config
    from makegood.ledger.store import Ledger

LedgerAt = Annotated[
    str | None, typer.Option("--ledger", "-l", metavar="FILE|URL", help="The ledger.", show_default="./makegood.sqlite")
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="As it was known on that day, for example 2025-06-30.")
]


def config(context: typer.Context) -> "Config":
    """The settings, from the file named before the command or ./makegood.toml, and the environment."""
    # pydantic costs 0.15 s to import, and --help must answer at once.
    from makegood.config import Config

    chosen: Path | None = context.obj
    return Config.load(chosen)


def now() -> str:
    """The UTC time to the second: the one clock of the program, read by commands that write."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def ledger(url: str, create: bool = False) -> Iterator["Ledger"]:
    """The ledger at a path or URL, closed at the end of the block.

    Raises:
        LedgerError: there is none, or it cannot be used.
    """
    from makegood import workflow

    with workflow.open_ledger(url, create) as book:
        yield book
