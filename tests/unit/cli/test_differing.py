import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Makegood


@pytest.fixture
def lists(folder: Path) -> tuple[str, str]:
    """Two versions of one list."""
    cobb = "Cobb pledged $1 billion to Japan."
    texts = {
        "may.txt": f"Acme pledged $5 billion to France. Bolt pledged $2 billion to Japan. {cobb}",
        "june.txt": f"Acme pledged $7 billion to France. {cobb} Dorn pledged $3 billion to France.",
    }
    for name, text in texts.items():
        (folder / name).write_text(f"A list.\n\n{text}\n", encoding="utf-8")
    return "may.txt", "june.txt"


def test_two_documents_are_compared_with_the_words_of_both(makegood: Makegood, lists: tuple[str, str]) -> None:
    ran = makegood("diff", *lists)
    assert ran.code == 0
    assert "1 raised, 1 added and 1 dropped" in ran.out
    assert "Acme: $5 billion → $7 billion (+$2 billion)" in ran.out
    assert "− “Acme pledged $5 billion to France.”" in ran.out
    assert "+ “Acme pledged $7 billion to France.”" in ran.out
    assert "1 unchanged" in ran.out


def test_json_has_each_change_with_its_quotes(makegood: Makegood, lists: tuple[str, str]) -> None:
    (line,) = json.loads(makegood("diff", *lists, "--format", "json").out)
    assert [(one["what"], line["names"][one["pledge"]]) for one in line["changes"]] == [
        ("raised", "Acme"), ("added", "Dorn"), ("dropped", "Bolt"), ("unchanged", "Cobb"),
    ]  # fmt: skip
    raised = line["changes"][0]
    assert raised["by"] == 2 * 10**9
    assert line["quotes"][raised["before"]] == "Acme pledged $5 billion to France."
    assert (line["before"]["ref"], line["after"]["ref"]) == lists


def test_a_page_has_both_sentences_with_what_differs_marked(
    makegood: Makegood, folder: Path, lists: tuple[str, str]
) -> None:
    assert makegood("diff", *lists, "--html", "changes.html").code == 0
    page = (folder / "changes.html").read_text(encoding="utf-8")
    assert "<mark><bdi>$5</bdi></mark>" in page
    assert "<mark><bdi>$7</bdi></mark>" in page


def test_two_dates_of_the_ledger_are_compared_by_publication(kept: Makegood) -> None:
    ran = kept("diff", "--between", "2025-03-04", "2025-03-31")
    assert "4 March 2025 → 31 March 2025" in ran.out
    assert "1 added" in ran.out
    assert "Bolt: €2 billion" in ran.out
    assert "Cobb" not in ran.out
    assert "Nothing changed" in kept("diff", "--between", "2025-06-01", "2025-07-01").out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "name two documents, the older first, or give --between"),
        (("one",), "name two documents"),
        (("one", "two", "--between", "2025-01-01", "2025-02-01"), "name two documents"),
        (("one", "one"), "are one document"),
        (("--between", "2025-02-01", "2025-01-01"), "give the earlier date first"),
        (("--between", "spring", "2025-01-01"), "'spring' is no date"),
    ],
)
def test_what_cannot_be_compared_is_told(kept: Makegood, arguments: tuple[str, ...], told: str) -> None:
    ran = kept("diff", *arguments)
    assert ran.code == 2
    assert told in ran.err
