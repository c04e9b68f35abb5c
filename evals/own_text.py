"""Labels of our own marked text: the tenth of training/text that no training sees, its marks turned into labels.

All lines and marks of one undertaking are one label, as in a reading. Numbers are read from the marks by our own
mention reader: on this set a figure that it misreads goes unseen (the exams see it); which amount is whose does not.
A currency is asked for only where sign and country leave no doubt. Optional are pledges whose promisor is not named,
parts without a sum of their own, what is denied, and meetings with fewer than two who are named.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from evals.fields import STATUSES
from evals.labels import Label, labels_of
from evals.marks import Marks, is_named, years_and_end
from training.marked import Passage, read_folder
from training.survey import currencies
from training.texts import as_json

_SETBACKS = ("delayed", "stalled", "reduced", "suspended", "cancelled", "denied", "superseded")


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
    for (kind, pledge, stage), told in groups.items():
        marks = Marks(marked, told, pledge if isinstance(pledge, int) else None)
        match kind:
            case "pledge":
                yield _pledge(marks, told, passage)
            case "progress":
                yield {"kind": kind, "what": [stage], **_money(marks, passage), **_shared(marks, told)}
            case "meeting":
                yield _meeting(marks, told, stage)
            case "measure":
                yield _measure(marks, told, passage)


def _pledge(marks: Marks, told: list[dict[str, Any]], passage: Passage) -> dict[str, Any]:
    stages = [t["stage"] for t in sorted(told, key=lambda t: bool(t["background"]))]
    stage = next((s for s in stages if s in _SETBACKS), stages[0])
    years, end = years_and_end(marks.texts("horizon"), passage.published)
    money = _money(marks, passage)
    part = any(t["part_of"] for t in told) and not money["amount_alt"]
    shared = _shared(marks, told)
    return {
        "kind": "pledge",
        "status": list(STATUSES[stage]),
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


def _meeting(marks: Marks, told: list[dict[str, Any]], outcome: str) -> dict[str, Any]:
    sides = [names for mark in marks.of_role("participant") if (names := marks.names(mark))]
    return {
        "kind": "meeting",
        "participants": [names[0] for names in sides],
        "outcome": [outcome],
        "place": " ".join(marks.texts("place")) or None,
        "quote": marks.quote,
        "optional": len(sides) < 2 or _denied(told),
    }


def _measure(marks: Marks, told: list[dict[str, Any]], passage: Passage) -> dict[str, Any]:
    kind, status = told[0]["stage"].split(".")
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
        "optional": _denied(told),
    }


def _shared(marks: Marks, told: list[dict[str, Any]]) -> dict[str, Any]:
    """What labels of pledges and of progress have in common."""
    promisors = marks.all_names(marks.promisors())
    return {
        "promisor": promisors,
        "jobs": marks.jobs(),
        "quote": marks.quote,
        "optional": _denied(told) or not any(is_named(name) for name in promisors),
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
