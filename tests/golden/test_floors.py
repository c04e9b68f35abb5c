"""The reader's floors on labelled documents that lie beside the repository; they rise and never fall unseen.

Run where ../shared is there: labelled pages, labelled official documents, exams of other projects.
"""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).parents[3] / "shared"
MAKEGOOD = f"{sys.executable} -m makegood"
TIME_LIMIT = 900

PAGES = {"pledge": 0.70, "progress": 0.40, "meeting": 0.60, "measure": 0.50}
"""Least F1 a kind on news pages."""
PRECISION = 0.80
"""Least precision of pledges on news pages: a wrong figure is worse than a missing one."""
OFFICIAL = {"pledge": 0.80}
"""Least F1 on official documents."""
FALSE_ON_EMPTY = 2
"""Most pledges read where there are none."""
EXAMS = {"money_duckling": 0.93, "money_recognizers": 0.90}
"""Least value F1 in the money exams of two other projects."""

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled documents do not lie beside the repository")


def scored(gold: str, tmp_path: Path, *options: str) -> Mapping[str, Any]:
    """What the scorer writes down of `makegood read` on a folder of labels."""
    out = tmp_path / "score.json"
    command = [sys.executable, str(SHARED / "gold" / "score.py"), str(SHARED / "gold" / gold), *options]
    ran = subprocess.run(
        [*command, "--command", f"{MAKEGOOD} read", "--dump", str(out)],
        capture_output=True, text=True, timeout=TIME_LIMIT, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    result: Mapping[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    assert result["not_read"] == []
    exact, spans = result["exact_spans"]
    assert exact == spans > 0
    return result


@pytest.mark.timeout(TIME_LIMIT)
def test_news_pages(tmp_path: Path) -> None:
    result = scored("dev/pages", tmp_path)
    assert {kind: result["kinds"][kind]["f1"] >= floor for kind, floor in PAGES.items()} == dict.fromkeys(PAGES, True)
    assert result["kinds"]["pledge"]["precision"] >= PRECISION
    assert result["negatives"]["false_pledges"] <= FALSE_ON_EMPTY


@pytest.mark.timeout(TIME_LIMIT)
def test_official_documents(tmp_path: Path) -> None:
    result = scored("dev/wh", tmp_path, "--corpus", str(SHARED / "corpora" / "wh"))
    assert all(result["kinds"][kind]["f1"] >= floor for kind, floor in OFFICIAL.items())


@pytest.mark.timeout(TIME_LIMIT)
def test_the_article_the_project_comes_from(tmp_path: Path) -> None:
    result = scored("seed", tmp_path, "--corpus", str(SHARED / "seeds"))
    for kind in ("pledge", "meeting", "measure"):
        counts = result["kinds"][kind]
        assert (counts["fp"], counts["fn"]) == (0, 0), kind
    asked = {"pledge": ("amount", "horizon", "jobs"), "meeting": ("outcome",), "measure": ("rate", "condition")}
    for kind, fields in asked.items():
        for field in fields:
            right, all_ = result["kinds"][kind]["fields"][field]
            assert right == all_, (kind, field)


@pytest.mark.timeout(TIME_LIMIT)
@pytest.mark.parametrize("exam", sorted(EXAMS))
def test_money_exams(exam: str) -> None:
    command = [sys.executable, str(SHARED / "exams" / "score_mentions.py"), str(SHARED / "exams" / f"{exam}.jsonl")]
    ran = subprocess.run(
        [*command, "--command", f"{MAKEGOOD} mentions"], capture_output=True, text=True, timeout=TIME_LIMIT, check=False
    )
    found = re.search(r" F1 ([\d.]+)", ran.stdout)
    assert found, ran.stdout + ran.stderr
    assert float(found.group(1)) >= EXAMS[exam]
