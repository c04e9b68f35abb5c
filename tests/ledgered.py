"""Pledges with the documents that tell of them, in one line each, for tests of totals and what they are made of."""

from decimal import Decimal

from makegood.assessment.sourced import Sourced
from makegood.model.pledge import Pledge
from makegood.model.values import Amount, Number, PartialDate
from tests.telling import Telling


def amount(low: Number | None, high: Number | None = None, **fields: object) -> Amount:
    """An exact amount of dollars, unless fields say otherwise."""
    both = {"low": low, "high": low if high is None and "bound" not in fields else high}
    return Amount.model_validate({"currency": "USD", **both, **fields})


def told(sentence: str, value: Amount | None, published: str = "2025-03-03", **fields: object) -> Sourced:
    """A document that holds one pledge statement: the whole sentence is its evidence; '$' begins the figure."""
    document = Telling(sentence, published, title=f"Story of {published}")
    quotes = dict.fromkeys(("promisor", *fields), sentence)
    if value is not None:
        quotes["amount"] = sentence[sentence.index("$") :].split(" for")[0].rstrip(".")
    named: dict[str, object] = {"promisor": {"name": sentence.split()[0]}, **fields}
    return document.tell("pledge", sentence, quotes, **({"amount": value} if value is not None else {}), **named)


def pledge(identity: str, *statements: Sourced, **fields: object) -> Pledge:
    """The pledge that the statements speak of, with the first one's amount, the last of which stands."""
    amounts = [getattr(one.statement, "amount", None) for one in statements]
    given: dict[str, object] = {
        "id": identity,
        "name": identity,
        "promisors": (f"actor:{identity.split('-')[0]}",),
        "statements": tuple(one.id for one in statements),
        "amount": amounts[0],
        "stands": next((one for one in reversed(amounts) if one is not None), None),
        "money": getattr(statements[0].statement, "money", None),
        "tellings": tuple(
            {"statement": one.id, "relation": "repeat" if before else "first", "old": before}
            for one, before in zip(statements, (None, *amounts), strict=False)
        ),
    }
    return Pledge.model_validate(given | fields)


def day(iso: str) -> PartialDate:
    """A day as a text states it."""
    return PartialDate(date=iso, precision="day")


def dollars(number: float) -> Decimal:
    """Billions of dollars in base units."""
    return Decimal(str(number)) * 10**9
