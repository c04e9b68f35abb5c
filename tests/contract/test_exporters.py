"""Every exporter, ours or installed beside us, writes the whole publication the same way twice."""

import io

import pytest

from makegood import plugins
from makegood.publication.exporter import Publication
from tests.mill import ACTORS, ALL, DOCK, PLEDGE

PUBLICATION = Publication([PLEDGE, DOCK], ALL, ACTORS, "2026-03-01", "9f2b7c")


def written(name: str, publication: Publication) -> str:
    out = io.StringIO(newline="")
    plugins.exporter(name).write(publication, out)
    return out.getvalue()


def test_the_built_in_formats_are_installed_as_plug_ins() -> None:
    assert {"csv", "json", "jsonl"} <= set(plugins.names("exporters"))


@pytest.mark.parametrize("name", plugins.names("exporters"))
def test_an_exporter_goes_by_its_name_and_is_deterministic(name: str) -> None:
    assert plugins.exporter(name).name == name
    assert written(name, PUBLICATION) == written(name, PUBLICATION)


@pytest.mark.parametrize("name", plugins.names("exporters"))
def test_an_exporter_leaves_no_record_out(name: str) -> None:
    text = written(name, PUBLICATION)
    assert all(record.id in text for record in [PLEDGE, DOCK, *ALL])


@pytest.mark.parametrize("name", plugins.names("exporters"))
def test_an_exporter_writes_an_empty_publication(name: str) -> None:
    assert PLEDGE.id not in written(name, Publication())
