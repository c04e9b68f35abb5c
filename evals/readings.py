"""A labelled set as a reader reads it: through the same sources and workflow as `makegood read`."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.sets import LabelledSet
from evals.verdicts import Judged, judge
from makegood.config import Config
from makegood.errors import SourceError
from makegood.sources import Unread, locate
from makegood.workflow import CRASHED, Read, read

DEFAULT_READER: str = Config().reader


def read_set(texts: LabelledSet, reader: str = DEFAULT_READER) -> dict[str, Read]:
    """Id of a text → its document and reading, in one process.

    Raises:
        ConfigError: no such reader.
        SourceError: a text cannot be loaded.
    """
    with TemporaryDirectory() as folder:
        ids = _written(texts, Path(folder))
        steps = list(read(locate([folder]), reader))
    if unread := [step.issue.message for step in steps if isinstance(step, Unread)]:
        raise SourceError(f"{texts.name}: {unread[0]}")
    return {ids.get(step.document.ref, step.document.ref): step for step in steps if isinstance(step, Read)}


def judge_set(texts: LabelledSet, readings: dict[str, Read]) -> list[Judged]:
    """The verdicts on each text of a set; one that was not read has only misses."""
    return [
        judge(one.id, readings[one.id].document, one.labels, readings[one.id].reading.statements) for one in texts.texts
    ]


def crashed(readings: dict[str, Read]) -> tuple[str, ...]:
    """Ids of the texts on which the reader failed."""
    return tuple(ref for ref, step in readings.items() if any(i.code == CRASHED for i in step.reading.issues))


def _written(texts: LabelledSet, folder: Path) -> dict[str, str]:
    """Write the texts as files; the file of a text by itself → its id. Lines of JSON carry their ids."""
    ids, lines = {}, []
    for number, one in enumerate(texts.texts):
        if one.suffix == ".jsonl":
            given = {"id": one.id, "url": one.url, "published": one.published, "text": one.text}
            lines.append(json.dumps(given) + "\n")
        else:
            file = folder / f"{number}{one.suffix}"
            file.write_text(one.text, encoding="utf-8")
            ids[str(file)] = one.id
    if lines:
        (folder / "texts.jsonl").write_text("".join(lines), encoding="utf-8")
    return ids
