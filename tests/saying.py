"""Documents of one sentence that make one statement each: what resolution puts together, in a line of a test."""

from makegood.model.actor import ActorName, Speaker
from makegood.model.document import Document
from makegood.model.statement import PledgeStatement, ProgressStatement, Recipient, Statement
from makegood.model.values import Amount, PartialDate

Said = tuple[Document, Statement]


def document(sentence: str, published: str | None = None) -> Document:
    """A document of one sentence."""
    when = PartialDate(date=published, precision="day", basis="metadata") if published else None
    return Document(ref="test", text=sentence, published=when)


def dollars(millions: float, **others: object) -> Amount:
    """An exact sum in US dollars."""
    whole = round(millions * 1_000_000)
    return Amount.model_validate({"low": whole, "high": whole, "currency": "USD", **others})


def pledge(sentence: str, published: str | None = None, where: str | None = None, **fields: object) -> Said:
    """A pledge that rests on the whole sentence. `where` is 'Place, CC', 'Place' or a country code."""
    held = document(sentence, published)
    return held, pledge_in(held, sentence, where, **fields)


def pledge_in(held: Document, words: str, where: str | None = None, **fields: object) -> PledgeStatement:
    """A pledge in some words of a document; `promisor` may be a plain name, `amount` millions of dollars."""
    if where is not None:
        fields["recipient"] = _recipient(where)
    fields = {name: _value(name, value) for name, value in fields.items()} | {"stage": fields.get("stage", "pledged")}
    return PledgeStatement.of(held.id, _evidence(held, words, fields), **fields)


def progress(sentence: str, published: str | None = None, **fields: object) -> Said:
    """A report of progress that rests on the whole sentence."""
    held = document(sentence, published)
    fields = {name: _value(name, value) for name, value in fields.items()}
    return held, ProgressStatement.of(held.id, _evidence(held, sentence, fields), **fields)


def _evidence(held: Document, words: str, fields: dict[str, object]) -> dict[str, tuple[object, ...]]:
    start = held.text.index(words)
    span = held.span(start, start + len(words))
    return dict.fromkeys(("_", *fields), (span,))  # type: ignore[return-value]


def _value(name: str, value: object) -> object:
    match name, value:
        case (("promisor" | "counterparty" | "announced_by"), str()):
            return ActorName(name=value)
        case "speaker", str():
            return Speaker.model_validate({"name": "Somebody", "role": value})
        case "amount", int() | float():
            return dollars(value)
        case "announced", str():
            return PartialDate(date=value, precision="day" if len(value) > 7 else "month")
        case _:
            return value


def _recipient(where: str) -> Recipient:
    place, _, code = where.rpartition(", ")
    if len(code) == 2 and code.isupper():
        return Recipient(countries=(code,), place=place or None)
    return Recipient(place=where)
