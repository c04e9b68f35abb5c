"""The figures as people read them: a table in the terminal, Markdown for the README."""

import textwrap
from collections.abc import Iterable, Iterator

from evals.calibration import Reliability, together
from evals.figures import KindFigures, SetFigures
from evals.floors import Floors
from evals.measured import Measured

_WIDTH = 118


def lines(measured: Measured, floors: Floors) -> Iterator[str]:
    """Everything measured, beside its floors."""
    yield f"reader: {measured.reader}; floors in brackets"
    for name, one in measured.sets.items():
        yield from _set(name, one, floors)
    if measured.exams:
        yield "\nexams"
    for name, exam in measured.exams.items():
        details = "  ".join(f"{d} {share.right}/{share.asked}" for d, share in exam.details.items())
        floor = floors.of(name, exam.digest).get("value_f1")
        yield f"  {name:<19} value F1 {_beside(exam.value_f1, floor)}  found F1 {exam.f1:.3f}  {details}".rstrip()


def calibration_lines(measured: Measured) -> Iterator[str]:
    """How far confidence can be trusted, by set and kind, and its bins over all sets."""
    yield "\nconfidence: expected calibration error (statements judged)"
    for name, one in measured.sets.items():
        cells = (f"{kind} {k.reliability.error:.3f} ({k.reliability.count})" for kind, k in one.kinds.items())
        yield f"  {name:<6} {'   '.join(cells)}"
    for kind, whole in reliabilities(measured).items():
        if whole.bins:
            yield f"  {kind}, all sets: {whole.error:.3f}; said → were right (statements)"
            cells = (f"{b.confidence:.2f} → {b.accuracy:.2f} ({b.count})" for b in whole.bins)
            yield from _wrapped(cells, "    ")


def reliabilities(measured: Measured) -> dict[str, Reliability]:
    """Kind → its reliability over all sets."""
    kinds = {kind: None for one in measured.sets.values() for kind in one.kinds}
    return {kind: together(one.kinds[kind].reliability for one in measured.sets.values()) for kind in kinds}


def _set(name: str, one: SetFigures, floors: Floors) -> Iterator[str]:
    least = floors.of(name, one.digest)
    other = "" if least or name not in floors.digests else "; other texts or labels than its floors were set on"
    spans = f"{one.spans.right} of {one.spans.asked} spans exact"
    yield f"\n{name}: {one.documents} documents, {one.empty} of them empty; {spans}{other}"
    yield f"  {'':<9} {'precision':<13} {'recall':<6} {'F1':<13} right false missed  false on empty"
    for kind, k in one.kinds.items():
        precision, f1 = (
            _beside(value, least.get(f"{kind}.{figure}"))
            for figure, value in (("precision", k.precision), ("f1", k.f1))
        )
        counts = f"{k.right:>5} {k.false:>5} {k.missed:>6}  {k.on_empty:>14}"
        yield f"  {kind:<9} {precision:<13} {k.recall:<6.3f} {f1:<13} {counts}"
    for kind, k in one.kinds.items():
        if k.fields:
            yield f"  {kind} fields of the {k.right} that are right:"
            yield from _wrapped(_fields(kind, k, least), "    ")


def _fields(kind: str, k: KindFigures, least: dict[str, float]) -> Iterator[str]:
    for field, share in k.fields.items():
        floor = least.get(f"{kind}.fields.{field}")
        yield f"{field} {_beside(share.value, floor)} {share.right}/{share.asked}"


def _wrapped(cells: Iterable[str], indent: str) -> list[str]:
    """Cells side by side, none broken over two lines."""
    whole = "   ".join(cell.replace(" ", "\0") for cell in cells)
    wrapped = textwrap.wrap(whole, _WIDTH, initial_indent=indent, subsequent_indent=indent)
    return [line.replace("\0", " ") for line in wrapped]


def _beside(value: float, floor: float | None) -> str:
    return f"{value:.3f}" if floor is None else f"{value:.3f} [{floor:.3f}]"
