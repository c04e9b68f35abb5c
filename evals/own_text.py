"""Labels of our own marked text: the tenth of training/text that no training sees, its marks turned into labels.

All lines and marks of one undertaking are one label, as in a reading. Numbers are read from the marks by our own
mention reader: on this set a figure that it misreads goes unseen (the exams see it); which amount is whose does not.
A currency is asked for only where sign and country leave no doubt. Optional are pledges whose promisor is not named,
parts without a sum of their own, what is denied, and meetings with fewer than two who are named. Our text marks what
became of a promise as a pledge or as progress, where a label would be both: the one that is not marked is optional.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.fields import STATUSES
from evals.labels import Label, labels_of
from evals.marks import Marks, is_named, years_and_end
from makegood.model.statement import Stage
from training.marked import Passage, read_folder
from training.survey import currencies
from training.texts import as_json

_SETBACKS = ("delayed", "stalled", "reduced", "suspended", "cancelled", "denied", "superseded")
_SEEN = {
    "delayed": ["delay"],
    "stalled": ["delay"],
    "suspended": ["delay", "cancel"],
    "reduced": ["scale_back"],
    "superseded": ["scale_back", "cancel"],
    "cancelled": ["cancel"],
    "denied": ["cancel"],
    "started": ["construction", "groundbreaking", "site", "contract", "permit"],
    "part_delivered": ["spent", "opened", "construction", "hired"],
    "delivered": ["opened", "complete", "spent", "hired"],
}
"""Stage of a pledge → the progress that shows it."""


@dataclass(frozen=True, slots=True)
class _Undertaking:
    """What lines tell of one thing: its kind, the lines' statements and the marks that belong to it."""

    kind: str
    stage: str
    told: list[dict[str, Any]]
    marks: Marks

    def is_told_by(self, other: "_Undertaking") -> bool:
        """Whether another one is this one's other side: the progress of this pledge, or the pledge of this progress."""
        if {self.kind, other.kind} != {"pledge", "progress"}:
            return False
        mine, others = self.told[0]["pledge"], other.told[0]["pledge"]
        return mine == others if mine or others else bool({*self.marks.sentences} & {*other.marks.sentences})


def set_aside(folder: Path) -> Iterator[tuple[dict[str, Any], tuple[Label, ...]]]:
    """Each passage that is kept aside, as JSON with `id`, `text` and `published`, and its labels.

    Raises:
        training.marked.MarkError: a line that the guideline of the marked text does not allow.
    """
    for passage in read_folder(folder):
        marked = as_json(passage)
        if marked["part"] == "test":
            yield marked, labels_of(list(_gold(passage, marked)))


def _gold(passage: Passage, marked: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The labels as `evals/gold` would write them."""
    groups: dict[tuple[str, object, str], list[dict[str, Any]]] = {}
    for number, told in enumerate(marked["statements"]):
        alone = (told["kind"], told["pledge"] or f"alone {number}", "" if told["kind"] == "pledge" else told["stage"])
        groups.setdefault(alone, []).append(told)
    undertakings = [
        _Undertaking(kind, stage, told, Marks(marked, told, pledge if isinstance(pledge, int) else None))
        for (kind, pledge, stage), told in groups.items()
    ]
    for one in undertakings:
        match one.kind:
            case "pledge":
                yield _pledge(one, passage)
            case "progress":
                yield {"kind": "progress", "what": [one.stage], **_money(one.marks, passage), **_shared(one)}
            case "meeting":
                yield _meeting(one)
            case "measure":
                yield _measure(one, passage)
    yield from (label for one in undertakings for label in _other_side(one, undertakings, passage))


def _other_side(one: _Undertaking, all_: list[_Undertaking], passage: Passage) -> Iterator[dict[str, Any]]:
    """The pledge of a progress, or the progress of a pledge, that our text leaves unmarked."""
    if any(one.is_told_by(other) for other in all_):
        return
    seen = {"pledge": _SEEN.get(_stage(one.told), []), "progress": [one.stage]}.get(one.kind)
    if seen:
        other = "progress" if one.kind == "pledge" else "pledge"
        yield {"kind": other, "what": seen, **_money(one.marks, passage), **_shared(one), "optional": True}


def _stage(told: list[dict[str, Any]]) -> Stage:
    """Where a pledge stands: at its setback if one is told, else where the news first has it."""
    stages: list[Stage] = [t["stage"] for t in sorted(told, key=lambda t: bool(t["background"]))]
    return next((s for s in stages if s in _SETBACKS), stages[0])


def _pledge(one: _Undertaking, passage: Passage) -> dict[str, Any]:
    marks, told = one.marks, one.told
    years, end = years_and_end(marks.texts("horizon"), passage.published)
    money = _money(marks, passage)
    part = any(t["part_of"] for t in told) and not money["amount_alt"]
    shared = _shared(one)
    return {
        "kind": "pledge",
        "status": list(STATUSES[_stage(told)]),
        "recipient_country": _countries(marks, passage),
        "recipient_place": marks.texts("place"),
        "horizon_years": years,
        "deadline": end,
        "purpose": " ".join(marks.texts("purpose")) or None,
        "condition": " ".join(marks.texts("condition")) or None,
        **money,
        **shared,
        "optional": shared["optional"] or part,
    }


def _meeting(one: _Undertaking) -> dict[str, Any]:
    marks = one.marks
    sides = [names for mark in marks.of_role("participant") if (names := marks.names(mark))]
    return {
        "kind": "meeting",
        "participants": [names[0] for names in sides],
        "outcome": [one.stage],
        "place": " ".join(marks.texts("place")) or None,
        "quote": marks.quote,
        "optional": len(sides) < 2 or _denied(one.told),
    }


def _measure(one: _Undertaking, passage: Passage) -> dict[str, Any]:
    marks = one.marks
    kind, status = one.stage.split(".")
    return {
        "kind": "measure",
        "type": [kind],
        "status": [status],
        "imposer": marks.all_names(marks.of_role("imposer")),
        "target": [*marks.all_names(marks.of_role("target")), *marks.countries("target")],
        "rate_percent": marks.percents(),
        "condition": " ".join(marks.texts("condition")) or None,
        **_money(marks, passage),
        "quote": marks.quote,
        "optional": _denied(one.told),
    }


def _shared(one: _Undertaking) -> dict[str, Any]:
    """What labels of pledges and of progress have in common."""
    marks = one.marks
    promisors = marks.all_names(marks.promisors())
    return {
        "promisor": promisors,
        "jobs": marks.jobs(),
        "quote": marks.quote,
        "optional": _denied(one.told) or not any(is_named(name) for name in promisors),
    }


def _money(marks: Marks, passage: Passage) -> dict[str, Any]:
    amounts, bounds = marks.amounts()
    return {"amount_alt": amounts, "qualifier": bounds, "currency": list(_currency(marks, passage))}


def _currency(marks: Marks, passage: Passage) -> Iterable[str]:
    """The currencies that the lines name, none if one of them could be another country's."""
    lines = [passage.lines[index] for index in sorted({mark["sentence"] for mark in marks.of_role("amount")})]
    words = " ".join(marks.texts("amount"))
    for line in lines:
        homes = line.countries or passage.countries
        found = currencies(line)
        if not all(code == "EUR" or code[:2] in homes or re.search(rf"{code}|{code[:2]}\$", words) for code in found):
            return ()
    return sorted({code for line in lines for code in currencies(line)})


def _countries(marks: Marks, passage: Passage) -> list[str]:
    """Where the money goes: the country named, else that of the header if a place stands in the text."""
    if named := marks.countries("recipient"):
        return named
    lines = [passage.lines[index] for index in marks.sentences]
    header = next((line.countries for line in lines if line.countries), passage.countries)
    return list(header) if len(header) == 1 and marks.texts("place") else []


def _denied(told: list[dict[str, Any]]) -> bool:
    return all(t["certainty"] == "negated" for t in told)
