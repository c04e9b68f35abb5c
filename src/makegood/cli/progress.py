"""A progress bar on standard error, on a terminal only; it steps aside for what is printed."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

T = TypeVar("T")

WORTH_A_BAR = 20


class Bar:
    """Counts inputs as they are taken; `aside` takes the bar off the terminal while something is printed."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._task = progress.add_task("reading", total=total)

    def counting(self, inputs: Iterable[T]) -> Iterator[T]:
        """The inputs, counted once what came before was dealt with."""
        for one in inputs:
            yield one
            self._progress.advance(self._task)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """No bar while the block runs, where both would share the terminal."""
        shared = not self._progress.disable and sys.stdout.isatty()
        if shared:
            self._progress.stop()
        yield
        if shared:
            self._progress.start()


@contextmanager
def bar(inputs: Sequence[object]) -> Iterator[Bar]:
    """A bar over the inputs, if they are many and standard error is a terminal."""
    wanted = len(inputs) >= WORTH_A_BAR and sys.stderr.isatty()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    shown = Progress(
        *columns,
        console=Console(stderr=True),
        transient=True,
        disable=not wanted,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    with shown as progress:
        yield Bar(progress, len(inputs))
