"""Plug-ins: one by kind and name, from the entry points `makegood.<kind>`. Built-ins come the same way."""

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, Literal, Protocol, cast

from makegood.errors import ConfigError
from makegood.model.document import Document
from makegood.model.reading import Reading

if TYPE_CHECKING:
    from makegood.publication.exporter import Exporter

Kind = Literal["readers", "sources", "exporters"]


class Reader(Protocol):
    """Document → Reading; the same document gives the same reading, whatever the clock or the machine."""

    name: str
    version: str

    def read(self, document: Document) -> Reading:
        """What the document says, every value with its spans."""
        ...


def names(kind: Kind) -> tuple[str, ...]:
    """Names of the installed plug-ins of one kind, sorted."""
    return tuple(sorted(_entry_points(kind)))


def load(kind: Kind, name: str) -> object:
    """The object behind the entry point `name` of the group `makegood.<kind>`.

    Raises:
        ConfigError: no such plug-in is installed, or it cannot be imported.
    """
    known = _entry_points(kind)
    if name not in known:
        offered = ", ".join(sorted(known)) or "none; is makegood installed? (pip install -e .)"
        raise ConfigError(f"no plug-in {name!r} among the {kind}; installed: {offered}")
    try:
        return known[name].load()
    except (ImportError, AttributeError) as error:
        raise ConfigError(f"the plug-in {name!r} ({known[name].value}) cannot be loaded: {error}") from error


@cache
def reader(name: str) -> Reader:
    """The reader plug-in of this name, made once a process.

    Raises:
        ConfigError: as `load`.
    """
    return cast(type[Reader], load("readers", name))()


def exporter(name: str) -> "Exporter":
    """The exporter plug-in of this name.

    Raises:
        ConfigError: as `load`.
    """
    return cast("type[Exporter]", load("exporters", name))()


def _entry_points(kind: Kind) -> dict[str, EntryPoint]:
    return {found.name: found for found in entry_points(group=f"makegood.{kind}")}
