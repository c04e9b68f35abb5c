from importlib.metadata import EntryPoint

import pytest

from makegood import plugins
from makegood.errors import ConfigError
from makegood.publication.exporter import Publication


def _install(monkeypatch: pytest.MonkeyPatch, *found: EntryPoint) -> None:
    monkeypatch.setattr(plugins, "entry_points", lambda group: [one for one in found if one.group == group])


def test_the_built_in_plug_ins_come_through_entry_points() -> None:
    assert "rules" in plugins.names("readers")
    assert {"csv", "json", "jsonl"} <= set(plugins.names("exporters"))


def test_an_exporter_is_made_by_its_name() -> None:
    assert plugins.exporter("csv").name == "csv"
    assert Publication in plugins.exporter("csv").write.__annotations__.values()


def test_an_unknown_name_is_refused_with_those_that_are_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    _install(monkeypatch, EntryPoint("other", "tests.readers:PlainReader", "makegood.readers"))
    with pytest.raises(ConfigError, match=r"no plug-in 'rulez' among the readers; installed: other"):
        plugins.load("readers", "rulez")


@pytest.mark.parametrize("value", ["tests.readers:NoReader", "tests.no_module:PlainReader"])
def test_a_plug_in_that_cannot_be_imported_is_named(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    _install(monkeypatch, EntryPoint("broken", value, "makegood.readers"))
    with pytest.raises(ConfigError, match=f"'broken' \\({value}\\) cannot be loaded"):
        plugins.load("readers", "broken")


def test_a_plug_in_of_another_kind_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    _install(monkeypatch, EntryPoint("plain", "tests.readers:PlainReader", "makegood.sources"))
    assert plugins.names("readers") == ()


def test_a_reader_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    _install(monkeypatch, EntryPoint("made-once", "tests.readers:PlainReader", "makegood.readers"))
    assert plugins.reader("made-once") is plugins.reader("made-once")
