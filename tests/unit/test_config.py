from pathlib import Path

import pytest

from makegood.config import FILE, LEDGER_URL, Config
from makegood.errors import ConfigError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_without_a_file_the_defaults_hold() -> None:
    assert Config.load(None, {}) == Config()


def test_the_file_of_the_folder_is_read_and_the_environment_wins(folder: Path) -> None:
    (folder / FILE).write_text('ledger = "mine.sqlite"\njobs = 3\n')
    assert Config.load(None, {}).ledger == "mine.sqlite"
    loaded = Config.load(None, {LEDGER_URL: "postgresql://somewhere/else"})
    assert (loaded.ledger, loaded.workers) == ("postgresql://somewhere/else", 3)


@pytest.mark.usefixtures("folder")
def test_an_empty_variable_of_the_environment_counts_as_unset() -> None:
    assert Config.load(None, {LEDGER_URL: ""}).ledger == Config().ledger


def test_no_jobs_mean_one_worker_a_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 7)
    assert Config().workers == 7


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('leger = "x"', "no setting is called 'leger'; known: ledger"),
        ("jobs = -1", "jobs: Input should be greater than or equal to 0"),
        ("jobs = ", "is not TOML"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_file(folder: Path, text: str, told: str) -> None:
    (folder / FILE).write_text(text)
    with pytest.raises(ConfigError, match=FILE) as error:
        Config.load(None, {})
    assert told in str(error.value)


@pytest.mark.usefixtures("folder")
def test_a_file_that_was_asked_for_must_be_there() -> None:
    with pytest.raises(ConfigError, match=r"other\.toml cannot be read"):
        Config.load(Path("other.toml"), {})


def test_there_are_no_more_settings_than_a_person_can_know() -> None:
    assert len(Config.model_fields) <= 25
