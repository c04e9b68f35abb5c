"""What an exporter is: a plug-in of kind `exporters` that writes a publication in one format."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TextIO

from makegood.assessment.sourced import Sourced
from makegood.model.actor import Actor
from makegood.model.pledge import Pledge


@dataclass(frozen=True, slots=True)
class Publication:
    """What is to be written: pledges, statements or both, with the actors that the pledges name by id.

    `generated` is the day as ISO date, `ledger_head` the hash of the ledger's last entry.
    """

    pledges: Sequence[Pledge] = ()
    statements: Sequence[Sourced] = ()
    actors: Sequence[Actor] = ()
    generated: str = ""
    ledger_head: str | None = None


class Exporter(Protocol):
    """One format. Made without arguments; the same publication gives the same text."""

    name: str

    def write(self, publication: Publication, out: TextIO) -> None:
        """Writes the whole publication to `out`, which the caller opens (UTF-8, newline='') and closes."""
        ...
