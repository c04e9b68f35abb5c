"""What the golden tests share: the labelled sets as the shipped reader reads them, each read once."""

from collections.abc import Callable
from functools import cache

import pytest

from evals.readings import read_set
from evals.sets import MissingTextError, labelled_set
from makegood.workflow import Read

Reads = Callable[[str], dict[str, Read]]


@pytest.fixture(scope="session")
def reading() -> Reads:
    """The readings of a set by its name; a test of a set whose texts do not lie beside is skipped."""

    @cache
    def once(name: str) -> dict[str, Read]:
        return read_set(labelled_set(name))

    def reads(name: str) -> dict[str, Read]:
        try:
            return once(name)
        except MissingTextError as error:
            pytest.skip(str(error))

    return reads
