"""The README's account of how well Makegood reads: Markdown from the stored figures, ours and the peers'."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from evals import exams
from evals.exams import ExamFigures
from evals.figures import KindFigures, SetFigures
from evals.labels import KINDS
from evals.measured import Measured
from evals.peers.figures import PeerFigures

_SETS = {
    "pages": "news pages, reworded",
    "wh": "White House documents",
    "own": "own text, never trained on",
}
_KINDS = {"pledge": "pledges", "progress": "progress", "meeting": "meetings", "measure": "measures"}
_FIELDS = (("promisor", "recipient"), ("amount", "currency", "bound"), ("stage", "horizon", "jobs"))
_EXAMS = {
    "money_duckling": "amounts of duckling's tests",
    "money_recognizers": "amounts of Recognizers-Text's tests",
    "dates_meantime": "dates in news (MEANTIME)",
}
_FEW = 10


def table(measured: Measured, peers: Sequence[PeerFigures]) -> str:
    """Two tables: statements and fields by set, then exams beside the peers."""
    return "\n".join([*_statements(measured), "", *_beside_peers(measured.exams, peers)])


def _statements(measured: Measured) -> Iterator[str]:
    sets = {name: measured.sets[name] for name in _SETS if name in measured.sets}
    yield _row("", (f"{_SETS[name]} ({one.documents})" for name, one in sets.items()))
    yield _row("---", ("---" for _ in sets))
    for kind in KINDS:
        yield _row(_KINDS[kind], (_kind(one.kinds[kind]) for one in sets.values()))
    yield _row("false pledges where there are none", (_clean(one) for one in sets.values()))
    for fields in _FIELDS:
        head = f"of the pledges found: {', '.join(fields)}"
        yield _row(head, (", ".join(_share(one.kinds["pledge"], f) for f in fields) for one in sets.values()))


def _kind(figures: KindFigures) -> str:
    if figures.right + figures.missed < _FEW:
        return f"too few ({figures.right + figures.missed})"
    return f"F1 {_short(figures.f1)}, precision {_short(figures.precision)}"


def _clean(one: SetFigures) -> str:
    return f"{one.kinds['pledge'].on_empty} on {one.empty} documents"


def _share(figures: KindFigures, field: str) -> str:
    share = figures.fields.get(field)
    return f"{share.right}/{share.asked}" if share else "–"


def _beside_peers(ours: Mapping[str, ExamFigures], peers: Sequence[PeerFigures]) -> Iterator[str]:
    names = list(dict.fromkeys(f"{one.peer} {one.version}" for one in peers))
    theirs = {(one.exam, f"{one.peer} {one.version}"): one.figures for one in peers}
    yield _row("F1 of right values", ["Makegood", *names])
    yield _row("---", ("---" for _ in [ours, *names]))
    for exam in (*exams.MONEY, exams.DATES):
        marks = [ours.get(exam), *(theirs.get((exam, name)) for name in names)]
        if marks[0]:
            yield _row(_EXAMS[exam], (_short(one.value_f1) if one else "–" for one in marks))


def _row(head: str, cells: Iterable[str]) -> str:
    return f"| {' | '.join([head, *cells])} |"


def _short(value: float) -> str:
    """Two digits, without the nought before the point."""
    return f"{value:.2f}".removeprefix("0")
