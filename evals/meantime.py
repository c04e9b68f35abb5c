"""The MEANTIME corpus as a date exam: its tokens as texts that a person would write, its times with their places."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

_MARKED_SENTENCES = 6
_TYPES = ("DATE", "DURATION")
_AT_THE_WORD_BEFORE = frozenset((",", ".", ";", ":", "!", "?", ")", "%", "'s", "'", "n't"))
_AT_THE_WORD_AFTER = frozenset(("(", "$", "€", "£", "#"))
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
            "text": "".join(" " * (start - end) + token for token, start, end in _placed(tokens)),
            "published": next((value for value in head if _FULL_DATE.fullmatch(value)), None),
            "gold": tuple(_gold(time, tokens, starts) for time in times),
        }


def _gold(time: Mapping[str, Any], tokens: Sequence[str], starts: Sequence[int]) -> dict[str, Any]:
    last = time["end"] - 1
    return {"start": starts[time["start"]], "end": starts[last] + len(tokens[last]), "value": time["value"]}


def _placed(tokens: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Each token with where it begins and where the one before it ends; marks stand at the words they belong to."""
    end = 0
    for number, token in enumerate(tokens):
        close = number == 0 or token in _AT_THE_WORD_BEFORE or tokens[number - 1] in _AT_THE_WORD_AFTER
        start = end if close else end + 1
        yield token, start, end
        end = start + len(token)


def _starts(tokens: Sequence[str]) -> list[int]:
    return [start for _, start, _ in _placed(tokens)]
