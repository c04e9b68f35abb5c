"""Labels and statements made by hand: what a person says, and what a reader says, of one plain sentence."""

from typing import Any

from evals.labels import Label, labels_of
from makegood.model.document import Document
from makegood.model.statement import (
    MeasureStatement,
    MeetingStatement,
    PledgeStatement,
    ProgressStatement,
    Statement,
)

DOCUMENT = Document(ref="test", text="Arlo Steel will put €300m into a mill in Łódź.")
_BUILT: dict[str, Any] = {
    "pledge": PledgeStatement,
    "progress": ProgressStatement,
    "meeting": MeetingStatement,
    "measure": MeasureStatement,
}
_DEFAULTS: dict[str, dict[str, Any]] = {
    "pledge": {"promisor": "Arlo Steel"},
    "progress": {"promisor": "Arlo Steel", "what": "delay"},
    "meeting": {"outcome": "held"},
    "measure": {"type": "tariff", "status": "announced"},
}


def label(kind: str, **fields: object) -> Label:
    """A label as a file of `evals/gold` would hold it."""
    return labels_of([{"kind": kind, **_DEFAULTS[kind], **fields}])[0]


def said(kind: str, **fields: Any) -> Statement:
    """A statement; names may be plain, `amount` a number of dollars or euros (`(300, "EUR")`)."""
    fields = {name: _value(name, value) for name, value in (_DEFAULTS[kind] | fields).items()}
    start = len(str(sorted(fields.items()))) % len(DOCUMENT.text)
    span = DOCUMENT.span(start, len(DOCUMENT.text))
    evidence = dict.fromkeys(("_", "stage", *fields), (span,))
    statement: Statement = _BUILT[kind].of(DOCUMENT.id, evidence, **fields)
    return statement


def _value(name: str, value: Any) -> Any:
    match name, value:
        case (("promisor" | "announced_by" | "counterparty"), str()):
            return {"name": value}
        case "participants", [str(), *_]:
            return [{"name": one} for one in value]
        case (("amount" | "jobs"), int() | float()):
            return {"low": value, "high": value, **({"currency": "USD"} if name == "amount" else {})}
        case "amount", (number, str(currency)):
            return {"low": number, "high": number, "currency": currency}
        case "rate", int() | float():
            return {"low": value, "high": value}
    return value
