"""Exams that others wrote: amounts, dates and names of organisations, answered by Makegood and by its peers alike.

Their texts are not ours and are read from ../shared/exams where that lies beside the repository:

- `money_duckling`: English amounts of facebook/duckling (BSD-3-Clause)
- `money_recognizers`: amounts of microsoft/Recognizers-Text (MIT)
- `dates_meantime`: times of the NewsReader MEANTIME corpus (CC BY 4.0), the six sentences of a text that it marks
- `names_nomenklatura`: pairs of names of opensanctions/nomenklatura (MIT), organisations only
"""

import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import Field

from evals.meantime import dated_texts
from evals.sets import SHARED
from evals.shares import Share
from makegood.model.frozen import Frozen
from makegood.reading.mentions import find_mentions, mention_json
from makegood.resolution.names import SAME, same_name_score

FOLDER = SHARED / "exams"
MONEY = ("money_duckling", "money_recognizers")
DATES = "dates_meantime"
NAMES = "names_nomenklatura"
EXAMS = (*MONEY, DATES, NAMES)
_FILES = {DATES: "events_meantime.jsonl"}
_ORGANISATIONS = {"Company", "Organization", "LegalEntity"}
_TYPES = {DATES: ("date", "duration")}
_SIGN = {
    "exact": "=", "about": "~", "up_to": "<", "less_than": "<", "at_least": ">", "more_than": ">", "between": "range",
}  # fmt: skip
_CLOSE = 1e-4

Mentions = Mapping[str, Sequence[Mapping[str, Any]]]
"""Id of a text → its mentions, in the form of `makegood mentions`."""


@dataclass(frozen=True, slots=True)
class ExamText:
    """One text of an exam with what should be found in it; `published` is what its relative dates refer to."""

    id: str
    text: str
    published: str | None
    gold: tuple[Mapping[str, Any], ...]


class ExamFigures(Frozen):
    """How an exam was answered. `digest` is of the exam; `details` are of what was found: currency, bound, value …"""

    digest: str
    right: int
    false: int
    missed: int
    details: dict[str, Share] = Field(default_factory=dict)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        all_ = 2 * self.right + self.false + self.missed
        return 2 * self.right / all_ if all_ else 0.0

    @property
    def value_f1(self) -> float:
        """F1 of what was found with the right value too: for amounts and names the same, for dates stricter."""
        return self.f1 * self.details["value"].value if "value" in self.details else self.f1


def missing() -> str | None:
    """Why the exams cannot be taken here, if so."""
    return None if FOLDER.is_dir() else f"exams: not ours to ship, and they do not lie beside, in {FOLDER}"


def exam_file(exam: str) -> Path:
    """Where an exam lies."""
    return FOLDER / _FILES.get(exam, f"{exam}.jsonl")


def digest(exam: str) -> str:
    """`sha256:` and the digest of the exam."""
    return f"sha256:{hashlib.sha256(exam_file(exam).read_bytes()).hexdigest()}"


def texts(exam: str) -> list[ExamText]:
    """The texts of a money or date exam."""
    lines = [json.loads(line) for line in exam_file(exam).read_text(encoding="utf-8").splitlines() if line.strip()]
    if exam == DATES:
        return [ExamText(**fields) for fields in dated_texts(lines)]
    return [ExamText(str(one["id"]), one["text"], one.get("published"), tuple(one["gold"])) for one in lines]


def take(exam: str) -> ExamFigures:
    """How Makegood answers an exam."""
    if exam == NAMES:
        return _names()
    asked = texts(exam)
    return mark(exam, asked, {one.id: _mentions(one) for one in asked})


def mark(exam: str, asked: Sequence[ExamText], found: Mentions) -> ExamFigures:
    """Marks for the mentions found in a money or date exam, whoever found them.

    An amount is found if one of its ends is right; a date if a mention overlaps it. Mentions that tell no bound, and
    dates whose value is partly open (XXXX), are not judged on these.
    """
    right = false = missed = 0
    details: list[tuple[str, bool]] = []
    for one in asked:
        left = [m for m in found.get(one.id, ()) if m["type"] in _TYPES.get(exam, ("money",))]
        for gold in one.gold:
            hit = next((m for m in left if _found(exam, gold, m)), None)
            if hit is None:
                missed += 1
            else:
                left.remove(hit)
                right += 1
                details += _date_details(gold, hit) if exam == DATES else _money_details(gold, hit)
        false += len(left)
    return ExamFigures(digest=digest(exam), right=right, false=false, missed=missed, details=_shares(details))


def _mentions(one: ExamText) -> list[dict[str, object]]:
    return [mention_json(mention, one.text) for mention in find_mentions(one.text, one.published)]


def _found(exam: str, gold: Mapping[str, Any], mention: Mapping[str, Any]) -> bool:
    if exam == DATES:
        return bool(mention["start"] < gold["end"] and gold["start"] < mention["end"])
    ends = [end for end in (mention.get("low"), mention.get("high")) if end is not None]
    return any(math.isclose(end, wanted, rel_tol=_CLOSE) for end in ends for wanted in (gold["low"], gold["high"]))


def _date_details(gold: Mapping[str, Any], mention: Mapping[str, Any]) -> list[tuple[str, bool]]:
    """`timex` of a peer may be a list of candidates: any that is right will do."""
    said = mention["timex"] if isinstance(mention["timex"], list) else [mention["timex"]]
    extent = (mention["start"], mention["end"]) == (gold["start"], gold["end"])
    return [("extent", extent), *([] if "X" in gold["value"] else [("value", gold["value"] in said)])]


def _money_details(gold: Mapping[str, Any], mention: Mapping[str, Any]) -> list[tuple[str, bool]]:
    details = [("currency", mention.get("currency") == gold["currency"])] if gold.get("currency") else []
    if "bound" in mention and gold["op"] in _SIGN.values():
        wide = gold["low"] != gold["high"] and mention["bound"] == "between"
        details.append(("bound", wide or _SIGN[mention["bound"]] == gold["op"]))
    return details


def _names() -> ExamFigures:
    pairs = [json.loads(line) for line in exam_file(NAMES).read_text(encoding="utf-8").splitlines()]
    said = [
        (same_name_score(pair["a"], pair["b"]) >= SAME, bool(pair["match"]))
        for pair in pairs
        if pair["schema"] in _ORGANISATIONS
    ]
    return ExamFigures(
        digest=digest(NAMES),
        right=said.count((True, True)),
        false=said.count((True, False)),
        missed=said.count((False, True)),
    )


def _shares(details: Iterable[tuple[str, bool]]) -> dict[str, Share]:
    judged = list(details)
    return {
        name: Share(right=judged.count((name, True)), asked=sum(one == name for one, _ in judged))
        for name in sorted({name for name, _ in judged})
    }
