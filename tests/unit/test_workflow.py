"""The flow with a reader of the tests' own; see tests/readers.py for what it reads."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from makegood import plugins, workflow
from makegood.errors import ConfigError
from makegood.ledger.store import Ledger
from makegood.model.document import Document
from makegood.sources import Locator, Unread, load, locate
from makegood.workflow import CRASHED, Known, Read, Step
from tests.readers import PlainReader

DAY = "2025-03-01"


@pytest.fixture(autouse=True)
def plain_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugins, "reader", lambda _: PlainReader())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inputs = tmp_path / "inputs"
    inputs.mkdir()
    for number in range(1, 8):
        (inputs / f"{number}.txt").write_text(
            f"In the spring, Acme pledged ${number} billion to France. It was mild.\n"
        )
    return inputs


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with workflow.open_ledger(str(tmp_path / "ledger.sqlite"), create=True) as book:
        yield book


def _read(folder: Path, **options: object) -> list[Step]:
    return list(workflow.read(locate([str(folder)]), "plain", **options))  # type: ignore[arg-type]


def _kept(folder: Path, ledger: Ledger, batch: int = 3) -> list[Step]:
    steps = workflow.read(locate([str(folder)]), "plain", known=workflow.read_before(ledger, "plain"))
    return list(workflow.keep(steps, ledger, DAY, batch))


def _kept_again(folder: Path, ledger: Ledger) -> list[Step]:
    before = workflow.read_before(ledger, "plain"), workflow.cleaned_before(ledger)
    return list(workflow.keep(workflow.read(locate([str(folder)]), "plain", 1, *before), ledger, DAY, 3))


def test_steps_come_in_the_order_of_the_inputs(folder: Path) -> None:
    steps = [step for step in _read(folder) if isinstance(step, Read)]
    assert [Path(step.document.ref).stem for step in steps] == list("1234567")
    assert [len(step.reading.statements) for step in steps] == [1] * 7


def test_a_crash_on_one_document_is_its_issue_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "3.txt").write_text("This one will CRASH the reader of the tests, by design.\n")
    steps = [step for step in _read(folder) if isinstance(step, Read)]
    assert [len(step.reading.statements) for step in steps] == [1, 1, 0, 1, 1, 1, 1]
    (issue,) = steps[2].reading.issues
    assert issue.code == CRASHED
    assert "3.txt: ZeroDivisionError: asked to fail [readers.py:" in issue.message
    assert str(Path(__file__).parent) not in issue.message


def test_a_reading_whose_quotes_are_not_the_text_counts_as_a_crash(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Document(ref="other", text="Elsewhere, Acme pledged $1 billion to France.")
    monkeypatch.setattr(PlainReader, "read", lambda self, _, read=PlainReader.read: read(self, other))
    assert {issue.code for step in _read(folder) if isinstance(step, Read) for issue in step.reading.issues} == {
        CRASHED
    }


def test_what_the_operator_must_mend_stops_the_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> None:
        raise ConfigError("no key for the model")

    monkeypatch.setattr(PlainReader, "read", read)
    with pytest.raises(ConfigError, match="no key"):
        _read(folder)


def test_a_source_that_crashes_half_way_keeps_what_it_gave(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(locator: Locator) -> Iterator[Document | Unread]:
        yield from load(locator)
        raise RuntimeError("the file ended early")

    monkeypatch.setattr(workflow, "load", half)
    (folder / "8.txt").write_text("On Monday, Bolt pledged $8 billion to Japan. It rained.\n")
    steps = list(workflow.documents(locate([str(folder / "8.txt")])))
    assert isinstance(steps[0], Document)
    assert isinstance(steps[1], Unread)
    assert steps[1].issue.code == CRASHED
    assert "the file ended early" in steps[1].issue.message


def test_known_documents_are_not_read(folder: Path) -> None:
    steps = _read(folder, known=lambda document: "$5" in document.text)
    assert [type(step) for step in steps] == [Read] * 4 + [Known] + [Read] * 2


def test_a_second_run_goes_on_where_the_first_was_stopped(folder: Path, ledger: Ledger) -> None:
    first = workflow.keep(workflow.read(locate([str(folder)]), "plain"), ledger, DAY, 2)
    for _ in range(3):
        next(first)
    first.close()  # type: ignore[attr-defined]
    held = ledger.head().entries
    assert 3 <= held < 7
    assert [type(step) for step in _kept(folder, ledger)] == [Known] * held + [Read] * (7 - held)
    assert ledger.head().entries == 7


def test_a_file_that_has_not_changed_is_not_cleaned_again(
    folder: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    _kept(folder, ledger)
    (folder / "3.txt").write_text("In the spring, Acme pledged $30 billion to France. It was mild.\n")
    cleaned: list[str] = []
    monkeypatch.setattr(workflow, "load", lambda found: cleaned.append(Path(found.ref).name) or load(found))
    steps = _kept_again(folder, ledger)
    assert cleaned == ["3.txt"]
    assert [type(step) for step in steps] == [Known] * 2 + [Read] + [Known] * 4
    assert ledger.head().entries == 8


def test_a_recalled_document_is_the_one_that_cleaning_makes(folder: Path, ledger: Ledger) -> None:
    _kept(folder, ledger)
    recall = workflow.cleaned_before(ledger)
    for found in locate([str(folder)]):
        assert isinstance(found, Locator)
        assert recall(found) == next(load(found))


def test_a_file_is_cleaned_again_by_another_extractor_or_under_another_name(
    folder: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    _kept(folder, ledger)
    (found, *_) = locate([str(folder)])
    assert isinstance(found, Locator)
    assert workflow.cleaned_before(ledger)(Locator("elsewhere.txt", "file", found.path)) is None
    monkeypatch.setattr("makegood.sources.extractors.PLAIN", "plain 2")
    assert workflow.cleaned_before(ledger)(found) is None


def test_the_head_does_not_depend_on_the_batches(folder: Path, tmp_path: Path, ledger: Ledger) -> None:
    _kept(folder, ledger, batch=2)
    with workflow.open_ledger(str(tmp_path / "other.sqlite"), create=True) as other:
        _kept(folder, other, batch=100)
        assert other.head().hash == ledger.head().hash


def test_what_was_read_is_kept_when_the_run_is_interrupted(folder: Path, ledger: Ledger) -> None:
    def interrupted() -> Iterator[Step]:
        steps = iter(_read(folder))
        yield from (next(steps) for _ in range(5))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(workflow.keep(interrupted(), ledger, DAY, batch=2))
    assert ledger.head().entries == 5
    assert ledger.verify().findings == ()


def test_inputs_that_cannot_be_read_are_kept_too(folder: Path, ledger: Ledger) -> None:
    (folder / "9.txt").write_bytes(b"")
    _kept(folder, ledger)
    (unread,) = [held for held in ledger.view().issues() if held.document is None]
    assert (unread.ref, unread.issue.code) == (str(folder / "9.txt"), "empty")


def test_mentions_in_parts_that_are_not_the_story_are_left_out() -> None:
    text = "Subscribe for $9 million a month. The plant cost $4 million."
    skipped = [{"start": 0, "end": 33, "reason": "subscription"}]
    document = Document.model_validate({"ref": "x", "text": text, "skipped": skipped})
    assert [found["quote"] for found in workflow.mentions(document)] == ["$4 million"]


def test_lines_of_one_file_are_documents_of_their_own(tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"d{n}", "text": f"Acme pledged ${n} billion to Japan."}) for n in (1, 2)]
    (tmp_path / "lines.jsonl").write_text("\n".join(lines))
    steps = list(workflow.read(locate([str(tmp_path / "lines.jsonl")]), "plain"))
    assert [step.document.ref for step in steps if isinstance(step, Read)] == ["d1", "d2"]


def test_workers_change_neither_the_steps_nor_their_order(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    for number in range(10, 40):
        (folder / f"{number}.txt").write_text(
            f"Acme Corp. said it would invest ${number} million in a plant in Ohio.\n"
        )
    (folder / "50.txt").write_bytes(b"")
    located = list(locate([str(folder)]))
    alone, together = (list(workflow.read(located, "rules", jobs)) for jobs in (1, 2))
    assert together == alone
    assert sum(len(step.reading.statements) for step in alone if isinstance(step, Read)) >= 30


def test_workers_end_with_a_process_that_is_killed(tmp_path: Path) -> None:
    """They hold the standard output that they inherited, so the reading end sees its end only after theirs."""
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text(
            f"Acme Corp. said it would invest ${number} million in a plant in Ohio.\n"
        )
    code = (
        "import os, signal\n"
        "from makegood import workflow\n"
        "from makegood.sources import locate\n"
        "for number, _ in enumerate(workflow.read(locate(['.']), 'rules', jobs=2)):\n"
        "    if number == 25: os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert ended.returncode == -signal.SIGKILL
