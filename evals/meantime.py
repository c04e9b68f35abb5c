"""The MEANTIME corpus as a date exam: tokens put together to texts, its times with their places in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

_MARKED_SENTENCES = 6
_TYPES = ("DATE", "DURATION")


def dated_texts(lines: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """`id`, `text`, `published` and `gold` of each text; published is the first full date of its first two sentences."""
    for line in lines:
        tokens = [t for t, sentence in zip(line["tokens"], line["sentence"], strict=True) if sentence < _MARKED_SENTENCES]
        starts = _starts(tokens)
        times = [t for t in line["timex"] if t["end"] <= len(tokens) and t["type"] in _TYPES]
        head = [t for t in times if line["sentence"][t["start"]] <= 1 and len(t["value"]) == len("2008-03-01")]
        yield {
            "id": line["id"],
            "text": " ".join(tokens),
            "published": head[0]["value"] if head and "X" not in head[0]["value"] else None,
            "gold": tuple(_gold(time, tokens, starts) for time in times),
        }


def _gold(time: Mapping[str, Any], tokens: Sequence[str], starts: Sequence[int]) -> dict[str, Any]:
    last = time["end"] - 1
    return {"start": starts[time["start"]], "end": starts[last] + len(tokens[last]), "value": time["value"]}


def _starts(tokens: Iterable[str]) -> list[int]:
    """Where each token begins in the text that joins them by blanks."""
    starts, at = [], 0
    for token in tokens:
        starts.append(at)
        at += len(token) + 1
    return starts
