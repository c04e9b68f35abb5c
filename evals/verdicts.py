"""What became of each label and each statement of a document: right, missed, false, or spared.

One judging feeds the table, the listing of errors and the calibration.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from evals.fields import fields
from evals.labels import KINDS, Kind, Label
from evals.matching import match
from makegood.model.document import Document
from makegood.model.statement import Statement

Outcome = Literal["right", "missed", "false", "spared"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One label, one statement, or a matched pair. `spared` is a borderline case, that nobody is judged by."""

    outcome: Outcome
    kind: Kind
    label: Label | None = None
    statement: Statement | None = None
    fields: dict[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judged:
    """A document of a set, by its id there, with the verdicts on its reading; `empty` if nothing is labelled in it."""

    ref: str
    document: Document
    empty: bool
    verdicts: tuple[Verdict, ...]
    spans: int
    exact: int


def judge(ref: str, document: Document, labels: tuple[Label, ...], statements: Iterable[Statement]) -> Judged:
    """The verdicts on what was read from a document; what it denies (`negated`) is not scored."""
    read = tuple(statements)
    said = [s for s in read if s.kind in KINDS and s.certainty != "negated"]
    pairs = match(labels, said)
    hit_labels, hit = {i for i, _ in pairs}, {j for _, j in pairs}
    verdicts = [_matched(labels[i], said[j]) for i, j in pairs]
    verdicts += [_missed(label) for i, label in enumerate(labels) if i not in hit_labels]
    verdicts += [_false(s) for j, s in enumerate(said) if j not in hit]
    spans = [span for s in read for found in s.evidence.values() for span in found]
    exact = sum(span.stands_in(document.text) for span in spans)
    return Judged(ref, document, not labels, tuple(verdicts), len(spans), exact)


def _matched(label: Label, statement: Statement) -> Verdict:
    if label.optional:
        return Verdict("spared", label.kind, label, statement)
    return Verdict("right", label.kind, label, statement, fields(label, statement))


def _missed(label: Label) -> Verdict:
    return Verdict("spared" if label.optional else "missed", label.kind, label)


def _false(statement: Statement) -> Verdict:
    kind = next(kind for kind in KINDS if kind == statement.kind)
    return Verdict("false", kind, statement=statement)
