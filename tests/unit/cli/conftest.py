"""Commands run in a folder of their own, with the tests' reader, and a ledger of a few sentences to ask."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from makegood import plugins, workflow
from makegood.cli import settings
from makegood.cli.app import run
from makegood.sources import locate
from tests.readers import PlainReader

DOCUMENTS = (
    {
        "id": "one",
        "published": "2025-03-04",
        "title": "Spring",
        "text": "It rained. Acme pledged $5 billion to France.",
    },
    {
        "id": "two",
        "published": "2025-03-05",
        "title": "Bolt’s turn",
        "text": "Bolt pledged €2 billion to Japan. So far.",
    },
    {
        "id": "three",
        "published": "2025-04-01",
        "title": "Again",
        "text": "Cobb pledged $1 billion to Japan. It is spring.",
    },
)

NOW = "2025-05-01T12:00:00Z"


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, object]]:
        """Its JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Makegood = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that commands run in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def makegood(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Makegood:
    """Runs a command as the shell would, in `folder`."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("MAKEGOOD_LEDGER_URL", raising=False)
    monkeypatch.setattr(plugins, "reader", lambda _: PlainReader())
    monkeypatch.setattr(settings, "now", lambda: NOW)
    assert folder.is_dir()

    def command(*arguments: str) -> Ran:
        code = run(list(arguments))
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return command


@pytest.fixture
def stories(folder: Path) -> Path:
    """Three documents in one file."""
    path = folder / "stories.jsonl"
    path.write_text("\n".join(json.dumps(document) for document in DOCUMENTS), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def ledger_of_three(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A ledger of the three documents, with all its derived tables, made once."""
    folder = tmp_path_factory.mktemp("ledger")
    (folder / "stories.jsonl").write_text("\n".join(map(json.dumps, DOCUMENTS)), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plugins, "reader", lambda _: PlainReader())
        steps = workflow.read(locate([str(folder / "stories.jsonl")]), "plain")
        with workflow.open_ledger(str(folder / "kept.sqlite"), create=True) as book:
            assert len(list(workflow.keep(steps, book, NOW, batch=10))) == len(DOCUMENTS)
            assert len(book.view().pledges()) == len(DOCUMENTS)
    return (folder / "kept.sqlite").read_bytes()


@pytest.fixture
def kept(makegood: Makegood, folder: Path, ledger_of_three: bytes) -> Makegood:
    """`makegood` with the three documents in the ledger."""
    (folder / "makegood.sqlite").write_bytes(ledger_of_three)
    return makegood
