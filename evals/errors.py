"""The errors of a set, one by one, to work down: what is missed, false, or wrong in a field."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evals.labels import Label
from evals.sets import LabelledSet
from evals.verdicts import Judged, Verdict
from makegood.model.statement import Statement

_HIDDEN = {"kind", "quote", "optional"}
_UNTOLD = {"id", "kind", "evidence", "not_stated", "speaker"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which errors to list: a kind, documents (all if none is named), and `missed`, `false`, `fields` or a field."""

    kind: str
    ids: frozenset[str] = frozenset()
    only: str | None = None


def errors(texts: LabelledSet, judged: Sequence[Judged], wanted: Wanted) -> Iterator[str]:
    """The lines of the listing, ending with a count."""
    origins = {one.id: one.origin for one in texts.texts}
    count = 0
    for one in judged:
        if wanted.ids and one.ref not in wanted.ids:
            continue
        listed = [line for v in one.verdicts if v.kind == wanted.kind for line in _lines(v, wanted.only)]
        if listed:
            yield f"== {texts.name} {one.ref}  {origins[one.ref]}"
            yield from (line for lines in listed for line in lines)
            count += len(listed)
    yield f"{count} errors"


def _lines(verdict: Verdict, only: str | None) -> Iterator[list[str]]:
    """One list of lines an error."""
    match verdict.outcome:
        case "missed" | "false" if only in (None, verdict.outcome):
            yield [f"  {verdict.outcome.upper()}", *_both(verdict.label, verdict.statement)]
        case "right":
            wrong = [name for name, right in verdict.fields.items() if not right and only in (None, "fields", name)]
            if wrong:
                yield [f"  WRONG {', '.join(wrong)}", *_both(verdict.label, verdict.statement)]


def _both(label: Label | None, statement: Statement | None) -> Iterator[str]:
    if label is not None:
        yield f"    label: {_told(label.model_dump(exclude=_HIDDEN, exclude_defaults=True).items())}"
        yield f"      “{label.quote}”"
    if statement is not None:
        told = statement.model_dump(mode="json", exclude=_UNTOLD, exclude_none=True, by_alias=True)
        yield f"    read:  {_told(told.items())}  {statement.id}"
        for span in statement.evidence["_"]:
            yield f"      {span.start}:{span.end} “{' '.join(span.quote.split())}”"


def _told(fields: Iterable[tuple[str, object]]) -> str:
    return "; ".join(f"{name} {_shown(value)}" for name, value in fields if value not in ((), [], None))


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(_shown(part) for part in value.values() if part not in (None, [], ()))
    return " / ".join(_shown(part) for part in value) if isinstance(value, (list, tuple)) else str(value)
