"""One traversal for all tabular formats: each pledge and statement as one nested and one flat record."""

from collections.abc import Iterator
from dataclasses import dataclass

from makegood.assessment.sourced import DocumentFacts, Sourced
from makegood.model.pledge import Pledge
from makegood.model.span import Span
from makegood.model.statement import Evidence, PledgeStatement
from makegood.model.values import Amount, Figure, Horizon, Jobs, PartialDate, Quantity, Rate
from makegood.publication import sentences
from makegood.publication.exporter import Publication
from makegood.publication.inert import file_name, safe_link

Cell = str | int | float | None

COLUMNS = (
    "record", "kind", "id", "document_id", "pledge_id", "summary", "promisor", "promisor_ids", "announced_by",
    "counterparty", "countries", "place", "recipient_basis", "amount_low", "amount_high", "amount_bound",
    "currency", "per", "money", "years", "start", "end", "jobs_low", "jobs_high", "jobs_bound", "jobs_kind",
    "purpose", "sectors", "stage", "condition", "date", "date_precision", "date_basis", "part_of", "not_stated",
    "what", "participants", "outcome", "type", "imposer", "target", "rate_low", "rate_high", "products", "status",
    "subject", "metric", "value_low", "value_high", "unit", "assessment", "relation", "object", "if", "then",
    "direction", "holder", "speaker", "speaker_role", "certainty", "confidence", "quote", "start_offset",
    "end_offset", "title", "publisher", "published", "url", "reader", "reader_version",
)  # fmt: skip
"""The flat columns, the same for every record; a record leaves empty what its kind does not have."""


@dataclass(frozen=True, slots=True)
class Row:
    """A pledge or statement as JSON has it (`nested`) and as a row (`flat`, a subset of COLUMNS)."""

    nested: dict[str, object]
    flat: dict[str, Cell]


def rows(publication: Publication) -> Iterator[Row]:
    """Pledges, then statements, each in the publication's order."""
    names = {actor.id: actor.name for actor in publication.actors}
    of_pledge = {s: p.id for p in publication.pledges for s in (*p.statements, *p.progress)}
    for pledge in publication.pledges:
        yield _pledge(pledge, names)
    for sourced in publication.statements:
        yield _statement(sourced, of_pledge.get(sourced.id))


def _pledge(pledge: Pledge, names: dict[str, str]) -> Row:
    promisors = [names.get(i, i) for i in pledge.promisors]
    nested = {"record": "pledge", "promisor_names": promisors, **pledge.model_dump(mode="json")}
    flat: dict[str, Cell] = {
        "record": "pledge",
        "kind": "pledge",
        "id": pledge.id,
        "pledge_id": pledge.id,
        "summary": sentences.headline(promisors, pledge),
        "promisor": _joined(promisors),
        "promisor_ids": _joined(pledge.promisors),
        "counterparty": names.get(pledge.counterparty or "", pledge.counterparty or "") or None,
        "countries": _joined(pledge.countries),
        "place": pledge.place,
        "date": pledge.announced.date if pledge.announced else None,
    }
    flat |= _values({name: getattr(pledge, name) for name in _SHARED})
    return Row(nested, flat | _dated(pledge.announced))


_SHARED = ("amount", "horizon", "jobs", "money", "purpose", "sectors", "stage", "condition", "part_of", "not_stated")


def _statement(sourced: Sourced, pledge_id: str | None) -> Row:
    statement, document = sourced.statement, sourced.document
    body = statement.model_dump(mode="json", by_alias=True)
    nested = {"record": "statement", "pledge_id": pledge_id, "document": _facts(document), **body}
    sentence = _sentence(statement.evidence)
    flat: dict[str, Cell] = {
        "record": "statement",
        "kind": statement.kind,
        "id": statement.id,
        "document_id": document.id,
        "pledge_id": pledge_id,
        "summary": sentences.line(statement),
        "speaker": statement.speaker.name,
        "speaker_role": statement.speaker.role,
        "certainty": statement.certainty,
        "confidence": statement.confidence,
        "quote": sentence.quote,
        "start_offset": sentence.start,
        "end_offset": sentence.end,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published.date if document.published else None,
        "url": document.url,
        "reader": document.reader,
        "reader_version": document.reader_version,
    }
    values = {info.alias or name: getattr(statement, name) for name, info in type(statement).model_fields.items()}
    flat |= {k: v for k, v in _values(values).items() if k not in flat}
    if isinstance(statement, PledgeStatement) and statement.recipient is not None:
        where = statement.recipient
        flat |= {"countries": _joined(where.countries), "place": where.place, "recipient_basis": where.basis}
    return Row(nested, flat)


def _sentence(evidence: Evidence) -> Span:
    """The sentence that the record's main value stands in."""
    value = next((evidence[name][0] for name in _MAIN if evidence.get(name)), evidence["_"][0])
    return next((s for s in evidence["_"] if s.start <= value.start and value.end <= s.end), evidence["_"][0])


_MAIN = ("amount", "jobs", "value", "rate", "outcome", "then", "relation", "what")


def _facts(document: DocumentFacts) -> dict[str, object]:
    """The document as published: of a local path only the file's name, the folders are the owner's affair."""
    facts = document.model_dump(mode="json", exclude={"language", "raw_digest"})
    return facts if safe_link(document.ref) else facts | {"ref": file_name(document.ref)}


def _values(values: dict[str, object]) -> dict[str, Cell]:
    """Columns of a record's values, by their types; what has no column of its own is left to JSON."""
    flat: dict[str, Cell] = {}
    for name, value in values.items():
        match value:
            case Amount():
                flat |= _ends("amount", value) | {"currency": value.currency, "per": value.per}
            case Jobs():
                flat |= _ends("jobs", value) | {"jobs_kind": value.kind}
            case Figure():
                flat |= {"value_low": value.low, "value_high": value.high, "unit": value.unit}
            case Rate():
                flat |= {"rate_low": value.low, "rate_high": value.high}
            case Horizon():
                flat |= {"years": value.years, "start": value.start, "end": value.end}
            case PartialDate():
                flat |= _dated(value)
            case tuple():
                flat |= {name: _joined([str(getattr(v, "name", v)) for v in value])} if name in COLUMNS else {}
            case str() | int() | float():
                flat |= {name: value} if name in COLUMNS else {}
            case _:
                named = getattr(value, "name", None)
                flat |= {name: str(named)} if named and name in COLUMNS else {}
    return flat


def _dated(when: PartialDate | None) -> dict[str, Cell]:
    return {"date": when.date, "date_precision": when.precision, "date_basis": when.basis} if when else {}


def _ends(name: str, value: Quantity) -> dict[str, Cell]:
    return {f"{name}_low": value.low, f"{name}_high": value.high, f"{name}_bound": value.bound}


def _joined(parts: tuple[str, ...] | list[str]) -> str | None:
    return "; ".join(parts) or None
