"""Data goes to standard output, words for people to standard error; a closed pipe ends the command quietly."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

import typer

if TYPE_CHECKING:
    from rich.console import RenderableType

BROKEN_PIPE = 141
WIDEST = 120


def write(data: str) -> None:
    """Data to standard output, in UTF-8 whatever the locale."""
    with _quiet_pipe():
        sys.stdout.buffer.write(data.encode(errors="backslashreplace"))


def flush() -> None:
    """Send what is buffered."""
    with _quiet_pipe():
        sys.stdout.flush()
        sys.stdout.buffer.flush()


def show(*renderables: "RenderableType") -> None:
    """Tables and lines for people; coloured on a terminal only, never under NO_COLOR."""
    # Rich costs 0.1 s to import, and --help must answer at once.
    from rich.console import Console, Group

    console = Console(highlight=False, markup=False, emoji=False)
    console.width = min(console.width, WIDEST)
    with _quiet_pipe():
        # As a group, for a text printed by itself forgets whether it wraps or elides.
        console.print(Group(*renderables))


def tell(message: str) -> None:
    """One line for people, on standard error."""
    sys.stderr.write(f"makegood: {' '.join(message.split())}\n")


@contextmanager
def stream() -> Iterator[TextIO]:
    """Standard output for data that is written piece by piece: UTF-8, line ends as given."""
    with _quiet_pipe():
        text = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="backslashreplace", newline="")
        try:
            yield text
            text.flush()
        finally:
            text.detach()


@contextmanager
def _quiet_pipe() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        # Python flushes once more when it ends, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None
