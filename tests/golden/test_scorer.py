"""Our scorer against the one that lies beside the repository (../shared/gold/score.py): the same figures.

Compared on the shipped reader's readings, on readings made worse on purpose, and pair by pair.
"""

import importlib.util
import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from evals.fields import fields
from evals.figures import figures
from evals.labels import KINDS, labels_of
from evals.matching import likeness
from evals.readings import judge_set
from evals.sets import GOLD, SHARED, labelled_set
from makegood.cli.lines import DocumentLine, ReadLine
from makegood.model.statement import Statement
from makegood.workflow import Read
from tests.golden.conftest import Reads

SCORER = SHARED / "gold" / "score.py"
OTHERS = {"pages": ("dev/pages", ""), "wh": ("dev/wh", "corpora/wh"), "seed": ("seed", "seeds")}
PAIRS = 3000

Score = Callable[[str, dict[str, Read]], dict[str, Any]]

pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason=f"there is no {SCORER} to compare with")


@pytest.fixture(scope="module")
def theirs() -> ModuleType:
    """The other scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def score(theirs: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Score:
    """What the other scorer writes down of a set, given these readings in the place of a run of `makegood read`."""

    def scored(name: str, readings: dict[str, Read]) -> dict[str, Any]:
        lines, say, out = (tmp_path / file for file in ("readings.jsonl", "say.py", "score.json"))
        lines.write_text("\n".join(_line(ref, step) for ref, step in readings.items()), encoding="utf-8")
        say.write_text(f"print(open({str(lines)!r}, encoding='utf-8').read())", encoding="utf-8")
        gold, corpus = OTHERS[name]
        beside = ["--corpus", str(SHARED / corpus)] if corpus else []
        command = ["--command", f"{sys.executable} {say}", "--dump", str(out)]
        monkeypatch.setattr(sys, "argv", [str(SCORER), str(SHARED / "gold" / gold), *beside, *command])
        theirs.main()
        found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        return found

    return scored


def worse(readings: dict[str, Read]) -> dict[str, Read]:
    """The same readings with every third statement dropped, and every fifth told by somebody else or denied."""
    spoilt = {}
    for ref, step in readings.items():
        kept = [s for n, s in enumerate(step.reading.statements) if n % 3]
        said = [_spoilt(s) if n % 5 == 0 else s for n, s in enumerate(kept)]
        spoilt[ref] = Read(step.document, step.reading.model_copy(update={"statements": tuple(said)}))
    return spoilt


def _spoilt(statement: Statement) -> Statement:
    if statement.kind in ("pledge", "progress"):
        return statement.model_copy(update={"promisor": statement.promisor.model_copy(update={"name": "Bex Foods"})})
    return statement.model_copy(update={"certainty": "negated"})


@pytest.mark.parametrize("spoil", [False, True])
@pytest.mark.parametrize("name", sorted(OTHERS))
def test_the_same_readings_get_the_same_figures(name: str, spoil: bool, reading: Reads, score: Score) -> None:
    readings = worse(reading(name)) if spoil else reading(name)
    ours = figures("", judge_set(labelled_set(name), readings))
    found = score(name, readings)
    assert found["documents"] == ours.documents
    assert found["negatives"] == {"documents": ours.empty, "false_pledges": ours.kinds["pledge"].on_empty}
    assert found["exact_spans"] == [ours.spans.right, ours.spans.asked]
    for kind in KINDS:
        one = ours.kinds[kind]
        assert found["kinds"][kind] == {
            "tp": one.right,
            "fp": one.false,
            "fn": one.missed,
            "precision": round(one.precision, 3),
            "recall": round(one.recall, 3),
            "f1": round(one.f1, 3),
            "fields": {field: [share.right, share.asked] for field, share in one.fields.items()},
        }


def test_every_pair_is_as_like_and_every_field_as_right(reading: Reads, theirs: ModuleType) -> None:
    """Labels against statements of other documents too, so that near misses of every sort are among them."""
    said = [s for step in reading("pages").values() for s in step.reading.statements if s.kind in KINDS]
    files = sorted((GOLD / "pages").glob("*.json"))
    gold = [g for file in files for g in json.loads(file.read_text(encoding="utf-8"))["gold"] if g["kind"] in KINDS]
    pairs = random.Random(4).sample([(g, s) for g in gold for s in said if g["kind"] == s.kind], PAIRS)
    for raw, statement in pairs:
        (label,) = labels_of([raw])
        told = statement.model_dump(mode="json", by_alias=True, exclude_none=True)
        assert likeness(label, statement) == theirs.pair_score(raw, told), (raw, told)
        assert fields(label, statement) == theirs.field_checks(raw, told), (raw, told)


def _line(ref: str, step: Read) -> str:
    document = DocumentLine.of(step.document, step.reading, with_text=True).model_copy(update={"ref": ref})
    return ReadLine(document=document, statements=step.reading.statements).to_json()
