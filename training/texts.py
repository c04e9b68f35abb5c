"""Check our marked text, or write it as JSON Lines for training.

    python -m training.texts check training/text
    python -m training.texts write training/text > texts.jsonl

`check` ends with 1 if a line breaks the guideline (`file:line: reason`), if marks put back do not give the line again,
or if more than a tenth of the lines repeat a skeleton. `write` gives one object a sentence or document, with `part`
`test` for a tenth: chosen by the digest of a document's name or of a sentence's words without names and numbers, so
that two fillings of one sentence never part, and a mended mark moves no text from one part to the other.
"""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from training.marked import Line, Mark, MarkError, Passage, Told, read_folder, with_marks
from training.survey import TEMPLATES_AT_MOST, alike, frame, lengths, tables


def as_json(passage: Passage) -> dict[str, Any]:
    """The passage with all offsets in its own text, as code points."""
    sentences, spans, told = [], [], []
    for index, (line, start) in enumerate(zip(passage.lines, passage.starts(), strict=True)):
        sentences.append([start, start + len(line.text)])
        told += [{"sentence": index, **_told(t)} for t in line.told]
        spans += [{"sentence": index, **_span(m, start, line.told)} for m in line.marks]
    first = passage.lines[0]
    return {
        "id": f"{first.file}:{passage.name or first.number}",
        "part": _part(passage.name or frame(first.text)),
        "text": passage.text,
        "style": passage.style,
        "year": first.year or (int(passage.published[:4]) if passage.published else None),
        "published": passage.published,
        "countries": list(passage.countries),
        "sentences": sentences,
        "statements": told,
        "spans": spans,
    }


def _told(told: Told) -> dict[str, Any]:
    return {name: getattr(told, name) for name in Told.__slots__}


def _span(mark: Mark, start: int, told: tuple[Told, ...]) -> dict[str, Any]:
    return {
        "role": mark.role,
        "start": start + mark.start,
        "end": start + mark.end,
        "of": _of(mark.of, mark.apart, told),
        "actor": mark.actor,
        "apart": mark.apart,
    }


def _of(named: str | None, apart: bool, told: tuple[Told, ...]) -> str | int | None:
    """What a mark belongs to: a pledge's number, or a kind; None for what only tempts."""
    if apart or told[0].kind == "none":
        return None
    if named:
        return int(named) if named.isdigit() else named
    return told[0].pledge or told[0].kind


def _part(words: str) -> str:
    return "test" if hashlib.sha256(words.encode()).digest()[0] % 10 == 0 else "train"


def inexact(lines: Iterable[Line], folder: Path) -> list[str]:
    """Lines whose marks, put back into the plain text, do not give the file's line again."""
    files: dict[str, list[str]] = {}
    wrong = []
    for line in lines:
        if line.file not in files:
            files[line.file] = (folder / line.file).read_text(encoding="utf-8").split("\n")
        if with_marks(line) != files[line.file][line.number - 1].partition("|")[2].strip():
            wrong.append(f"{line.file}:{line.number}: the marks do not fit the text")
    return wrong


def check(folder: Path) -> int:
    """Print the tables and what is wrong; 0 if nothing is."""
    passages = list(read_folder(folder))
    lines = [line for passage in passages for line in passage.lines]
    documents = [p for p in passages if p.name]
    inside = sum(len(document.lines) for document in documents)
    print(f"{len(passages) - len(documents)} sentences, {len(documents)} documents with {inside} lines")
    print("words a line: shortest {}, median {}, longest {}".format(*lengths(lines)))
    for name, counts in sorted(tables(passages).items()):
        print(f"{name} ({len(counts)}): " + ", ".join(f"{k} {n}" for k, n in counts.most_common(40)))
    wrong = inexact(lines, folder) + _names_twice(documents)
    repeated = alike([line for line in lines if line.told[0].stage != "menu"])
    for line, earlier in repeated:
        print(f"{line.file}:{line.number}: like {earlier.file}:{earlier.number}: {line.text[:80]}")
    print(f"{len(repeated)} of {len(lines)} lines repeat a skeleton (at most {TEMPLATES_AT_MOST:.0%})")
    if len(repeated) > TEMPLATES_AT_MOST * len(lines):
        wrong.append("too many lines repeat a skeleton")
    print("\n".join(wrong) or "nothing wrong")
    return 1 if wrong else 0


def _names_twice(documents: list[Passage]) -> list[str]:
    names = Counter(document.name for document in documents)
    return [f"two documents are called {name}" for name, count in names.items() if count > 1]


def main(arguments: list[str]) -> int:
    """`check FOLDER` or `write FOLDER`; the exit code."""
    match arguments:
        case ["check", folder]:
            return check(Path(folder))
        case ["write", folder]:
            for passage in read_folder(Path(folder)):
                print(json.dumps(as_json(passage), ensure_ascii=False))
            return 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except MarkError as error:
        sys.exit(str(error))
