"""The figures of a set: counts by kind and field, from which precision, recall and F1 follow."""

from collections import Counter
from collections.abc import Iterable, Sequence

from pydantic import Field

from evals.calibration import Reliability, reliability
from evals.fields import CHECKS
from evals.labels import KINDS, Kind
from evals.shares import Share
from evals.verdicts import Judged, Verdict
from makegood.model.frozen import Frozen


class KindFigures(Frozen):
    """How a kind of statement was read. `on_empty` are the false ones in documents without any label."""

    right: int = 0
    false: int = 0
    missed: int = 0
    on_empty: int = 0
    fields: dict[str, Share] = Field(default_factory=dict)
    reliability: Reliability = Reliability()

    @property
    def precision(self) -> float:
        """Of what was read, how much is right."""
        return Share(right=self.right, asked=self.right + self.false).value

    @property
    def recall(self) -> float:
        """Of what is labelled, how much was read."""
        return Share(right=self.right, asked=self.right + self.missed).value

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class SetFigures(Frozen):
    """A set of labelled documents, as one reader read it. `digest` is of its texts and labels."""

    digest: str
    documents: int
    empty: int
    crashed: tuple[str, ...] = ()
    spans: Share
    kinds: dict[Kind, KindFigures]

    @property
    def exact(self) -> bool:
        """Whether every quote is the text at its place."""
        return self.spans.right == self.spans.asked


def figures(digest: str, judged: Sequence[Judged], crashed: tuple[str, ...] = ()) -> SetFigures:
    """Counts over all documents of a set."""
    return SetFigures(
        digest=digest,
        documents=len(judged),
        empty=sum(one.empty for one in judged),
        crashed=crashed,
        spans=Share(right=sum(one.exact for one in judged), asked=sum(one.spans for one in judged)),
        kinds={kind: _kind(kind, judged) for kind in KINDS},
    )


def _kind(kind: Kind, judged: Sequence[Judged]) -> KindFigures:
    verdicts = [v for one in judged for v in one.verdicts if v.kind == kind]
    counts = Counter(v.outcome for v in verdicts)
    return KindFigures(
        right=counts["right"],
        false=counts["false"],
        missed=counts["missed"],
        on_empty=sum(v.kind == kind for one in judged if one.empty for v in one.verdicts),
        fields=_fields(kind, verdicts),
        reliability=reliability(
            (v.statement.confidence, v.outcome == "right")
            for v in verdicts
            if v.statement is not None and v.outcome != "spared"
        ),
    )


def _fields(kind: Kind, verdicts: Iterable[Verdict]) -> dict[str, Share]:
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for verdict in verdicts:
        asked.update(list(verdict.fields))
        right.update(name for name, is_right in verdict.fields.items() if is_right)
    return {name: Share(right=right[name], asked=asked[name]) for name in CHECKS[kind] if name in asked}
