"""The labelled sets: `pages` (texts of ours), `wh` and `seed` (labels of texts that lie beside), `own` (set aside).

Texts that are not ours are read from ../shared beside the repository, and only if they are the very texts that were
labelled; where they are missing the set is not scored, and that is said.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.labels import Label, labels_of
from evals.own_text import set_aside

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
GOLD = Path(__file__).parent / "gold"
SETS = ("pages", "wh", "own", "seed")
_BESIDE = {"wh": SHARED / "corpora" / "wh", "seed": SHARED / "seeds"}


class MissingTextError(Exception):
    """A set whose texts are not here, or are not those that were labelled; the text says which and why."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text with its labels, and where it came from. `suffix` tells sources how to load it."""

    id: str
    text: str
    labels: tuple[Label, ...]
    origin: str
    published: str | None = None
    url: str | None = None
    suffix: str = ".jsonl"


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """All texts of a set; `digest` changes when a text or a label does."""

    name: str
    texts: tuple[Labelled, ...]

    @property
    def digest(self) -> str:
        """`sha256:` and the digest of texts and labels, in order."""
        whole = hashlib.sha256()
        for one in self.texts:
            labels = [label.model_dump(mode="json") for label in one.labels]
            whole.update(json.dumps([one.id, one.text, one.published, labels], sort_keys=True).encode())
        return f"sha256:{whole.hexdigest()}"


def labelled_set(name: str) -> LabelledSet:
    """A set by its name.

    Raises:
        MissingTextError: its texts do not lie beside the repository.
    """
    texts = _own() if name == "own" else _gold(name)
    return LabelledSet(name, tuple(texts))


def _own() -> Iterator[Labelled]:
    for marked, labels in set_aside(ROOT / "training" / "text"):
        yield Labelled(marked["id"], marked["text"], labels, marked["id"], marked["published"])


def _gold(name: str) -> Iterator[Labelled]:
    for file in sorted((GOLD / name).glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        labels = labels_of(gold["gold"])
        if "text" in gold:
            yield Labelled(gold["id"], gold["text"], labels, gold["url"], gold["published"], gold["url"])
        else:
            suffix = Path(gold["path"]).suffix
            yield Labelled(gold["id"], _text_beside(name, gold), labels, gold["path"], suffix=suffix)


def _text_beside(name: str, gold: dict[str, Any]) -> str:
    path = _BESIDE[name] / gold["path"]
    if not path.is_file():
        raise MissingTextError(f"{name}: its texts are not ours to ship and do not lie beside, in {_BESIDE[name]}")
    text = excerpt(path.read_text(encoding="utf-8"), gold.get("from"), gold.get("to"))
    if hashlib.sha256(text.encode()).hexdigest() != gold["sha256"]:
        raise MissingTextError(f"{name}: {path} is not the text that was labelled (its digest differs)")
    return text


def excerpt(text: str, first: int | None, last: int | None) -> str:
    """The front matter and the lines from `first` to `last`, inclusive, counted from 1; without `first` all."""
    if first is None:
        return text
    lines = text.split("\n")
    head = lines[: lines.index("---", 1) + 1] if lines[0] == "---" else []
    return "\n".join(head + lines[first - 1 : last])
