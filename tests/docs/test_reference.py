"""Each command, setting and kind of plug-in is documented, and what the pages show can be run."""

import re
import runpy
import tomllib
from typing import get_args

import pytest

from makegood import plugins
from makegood.config import LEDGER_URL, Config
from makegood.model.statement import Certainty, MeasureStatus, MeasureType, Outcome, Stage, Statement, What
from tests.style.tree import ROOT

SCRIPT = runpy.run_path(str(ROOT / "docs" / "write_cli_page.py"))
COMMANDS = list(SCRIPT["commands"]())


def _page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def test_the_page_of_commands_is_what_the_commands_say() -> None:
    assert _page("cli.md") == SCRIPT["page"](), "run: python docs/write_cli_page.py"


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_each_command_shows_an_example(words: tuple[str, ...]) -> None:
    section = _page("cli.md").split(f"## makegood {' '.join(words)}\n")[1].split("\n## ")[0]
    assert re.search(rf"^ +.*makegood {' '.join(words)} ", section.split("Examples:")[1], re.MULTILINE)


def test_each_setting_is_documented_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \|([^|]*)\|", _page("configuration.md"), re.MULTILINE))
    assert rows.keys() == Config.model_fields.keys()
    for name, field in Config.model_fields.items():
        assert rows[name].strip("` ") == ("" if field.default is None else str(field.default))
    assert LEDGER_URL in _page("configuration.md")


def test_the_settings_that_are_shown_can_be_used() -> None:
    shown = re.findall(r"```toml\n(.*?)```", _page("configuration.md"), re.DOTALL)
    assert shown
    for example in shown:
        Config.model_validate(tomllib.loads(example))


def test_each_kind_of_plug_in_is_documented() -> None:
    groups = re.findall(r"`makegood\.(\w+)` \|", _page("plug-ins.md"))
    assert set(groups) == set(get_args(plugins.Kind))


def test_the_built_in_readers_are_documented_and_can_be_loaded() -> None:
    row = next(line for line in _page("plug-ins.md").splitlines() if "`makegood.readers`" in line)
    documented = re.findall(r"`(\w+)`", row.split("|")[4])
    assert sorted(documented) == sorted(plugins.names("readers"))
    for name in documented:
        assert plugins.reader(name).name == name


def test_the_reader_that_is_shown_reads() -> None:
    from makegood.model.document import Document

    code = re.search(r"```python\n(.*?)```", _page("plug-ins.md"), re.DOTALL)
    assert code
    shown: dict[str, object] = {}
    exec(code[1], shown)  # noqa: S102 the page's own example
    reader = shown["QuietReader"]
    assert isinstance(reader, type)
    reading = reader().read(Document(ref="page", text="Nothing was promised."))
    assert reading.statements == ()


def test_each_statement_kind_and_field_is_documented() -> None:
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", _page("method/reading.md"), re.MULTILINE | re.DOTALL))
    shared = set(re.findall(r"^\| `(\w+)` \|", _page("method/reading.md").split("## pledge")[0], re.MULTILINE))
    for statement in get_args(get_args(Statement)[0]):
        kind = statement.model_fields["kind"].default
        fields = {info.alias or name for name, info in statement.model_fields.items()}
        cells = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", sections[kind], re.MULTILINE)
        documented = {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}
        assert documented | shared == fields, kind
        assert not documented & shared


def test_each_closed_value_of_a_statement_is_documented() -> None:
    page = _page("method/reading.md") + _page("method/counting-rules.md")
    for values in (Certainty, MeasureStatus, MeasureType, Outcome, Stage, What):
        assert not [value for value in get_args(values) if f"`{value}`" not in page]
