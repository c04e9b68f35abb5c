"""A reader for tests: it takes 'Acme pledged $5 billion to France.' and nothing else, and can be made to fail."""

import re

from makegood.model.document import Document
from makegood.model.reading import Reading
from makegood.model.statement import PledgeStatement

_SAYS = re.compile(
    r"(?P<who>[A-Z]\w+) (?P<stage>pledged) (?P<amount>(?P<sign>[$€])(?P<n>\d+) billion) to (?P<to>[A-Z]\w+)\."
)
_COUNTRIES = {"France": "FR", "Japan": "JP"}
_CURRENCIES = {"$": "USD", "€": "EUR"}


class PlainReader:
    """Reads one plain pattern; a text with 'CRASH' in it makes it fail."""

    name = "plain"
    version = "1"

    def read(self, document: Document) -> Reading:
        """One pledge a match."""
        if "CRASH" in document.text:
            raise ZeroDivisionError("asked to\nfail")
        statements = tuple(self._pledge(document, found) for found in _SAYS.finditer(document.text))
        return Reading(document_id=document.id, reader=self.name, version=self.version, statements=statements)

    def _pledge(self, document: Document, found: re.Match[str]) -> PledgeStatement:
        spans = {name: (document.span(*found.span(name)),) for name in ("who", "stage", "amount", "to")}
        evidence = {
            "_": (document.span(*found.span()),),
            "promisor": spans["who"],
            "stage": spans["stage"],
            "amount": spans["amount"],
            "recipient": spans["to"],
        }
        size = int(found["n"]) * 10**9
        return PledgeStatement.of(
            document.id,
            evidence,
            promisor={"name": found["who"], "kind": "company"},
            stage="pledged",
            amount={"low": size, "high": size, "currency": _CURRENCIES[found["sign"]]},
            recipient={"countries": [_COUNTRIES[found["to"]]]},
        )
