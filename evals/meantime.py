"""The MEANTIME corpus as a date exam: tokens put together to texts, its times with their places in them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

_MARKED_SENTENCES = 6
_TYPES = ("DATE", "DURATION")
_FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def dated_texts(lines: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """`id`, `text`, `published` and `gold` of each text; published is the first full date at its head."""
    for line in lines:
        within = [sentence < _MARKED_SENTENCES for sentence in line["sentence"]]
        tokens = [token for token, marked in zip(line["tokens"], within, strict=True) if marked]
        starts = _starts(tokens)
        times = [t for t in line["timex"] if t["end"] <= len(tokens) and t["type"] in _TYPES]
        head = (t["value"] for t in times if line["sentence"][t["start"]] <= 1)
        yield {
            "id": line["id"],
            "text": " ".join(tokens),
            "published": next((value for value in head if _FULL_DATE.fullmatch(value)), None),
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
