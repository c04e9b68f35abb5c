"""The labelled sets: what ships is whole, and texts that are not ours are never guessed."""

import json
from pathlib import Path

import pytest

from evals import sets
from evals.labels import labels_of
from evals.sets import GOLD, Labelled, LabelledSet, MissingTextError, excerpt, labelled_set


@pytest.mark.parametrize(("name", "documents"), [("pages", 86), ("wh", 48), ("seed", 1)])
def test_every_label_can_be_read(name: str, documents: int) -> None:
    files = sorted((GOLD / name).glob("*.json"))
    assert len(files) == documents
    for file in files:
        gold = json.loads(file.read_text(encoding="utf-8"))
        assert gold["id"] == file.stem
        labels_of(gold["gold"])


def test_quotes_of_pages_are_their_text() -> None:
    for file in (GOLD / "pages").glob("*.json"):
        page = json.loads(file.read_text(encoding="utf-8"))
        assert all(label["quote"] in page["text"] for label in page["gold"]), file.name


@pytest.mark.parametrize("name", ["wh", "seed"])
def test_texts_that_are_not_ours_do_not_ship(name: str) -> None:
    for file in (GOLD / name).glob("*.json"):
        gold = json.loads(file.read_text(encoding="utf-8"))
        assert "text" not in gold
        assert len(gold["sha256"]) == 64


def test_a_set_whose_texts_are_not_here_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sets._BESIDE, "seed", tmp_path)
    with pytest.raises(MissingTextError, match="seed: its texts are not ours to ship"):
        labelled_set("seed")


def test_another_text_than_was_labelled_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (file,) = (GOLD / "seed").glob("*.json")
    (tmp_path / json.loads(file.read_text(encoding="utf-8"))["path"]).write_text("Another text.", encoding="utf-8")
    monkeypatch.setitem(sets._BESIDE, "seed", tmp_path)
    with pytest.raises(MissingTextError, match="its digest differs"):
        labelled_set("seed")


def test_an_excerpt_keeps_the_front_matter() -> None:
    text = "---\ntitle: T\n---\none\ntwo\nthree"
    assert excerpt(text, 5, 6) == "---\ntitle: T\n---\ntwo\nthree"
    assert excerpt("one\ntwo\nthree", 2, 2) == "two"
    assert excerpt(text, None, None) == text


def test_the_digest_knows_texts_and_labels() -> None:
    labels = labels_of([{"kind": "pledge", "promisor": "Arlo", "amount": 5}])
    others = labels_of([{"kind": "pledge", "promisor": "Arlo", "amount": 6}])
    digests = {
        LabelledSet("pages", (one,)).digest
        for one in (
            Labelled("1", "Text.", labels, "a"),
            Labelled("1", "Text!", labels, "a"),
            Labelled("1", "Text.", others, "a"),
        )
    }
    assert len(digests) == 3
