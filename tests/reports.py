"""Reports of progress in one line of a test: a document of one sentence that tells what happened to the mill."""

from makegood.assessment.sourced import DocumentFacts, Sourced
from makegood.model.actor import ActorName
from makegood.model.document import Document
from makegood.model.statement import ProgressStatement
from makegood.model.values import Amount, Jobs, PartialDate


def report(what: str, when: str, **fields: object) -> Sourced:
    """A report of `what` at a date; `amount` in millions of dollars, `jobs` as a number."""
    sentence = f"Nordhavn Steel, {what} in {when}: {fields}."
    document = Document(ref="test", text=sentence)
    span = document.span(0, len(sentence))
    precision = {4: "year", 7: "month", 10: "day"}[len(when)]
    values = {name: _value(name, value) for name, value in fields.items()} | {
        "promisor": ActorName(name="Nordhavn Steel"),
        "what": what,
        "date": PartialDate.model_validate({"date": when, "precision": precision}),
    }
    statement = ProgressStatement.of(document.id, dict.fromkeys(("_", *values), (span,)), **values)
    return Sourced(DocumentFacts.of(document), statement)


def _value(name: str, value: object) -> object:
    match name, value:
        case "amount", int():
            return Amount(low=value * 1_000_000, high=value * 1_000_000, currency="USD")
        case "jobs", int():
            return Jobs(low=value, high=value)
        case _:
            return value
