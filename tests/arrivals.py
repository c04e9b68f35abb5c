"""Invented documents with readings, for tests of what is kept rather than of what is read."""

from collections.abc import Sequence
from dataclasses import dataclass

from makegood.ledger.arrivals import Arrival
from makegood.ledger.store import Ledger
from makegood.model.actor import Actor, ActorName
from makegood.model.document import Document
from makegood.model.issue import Issue
from makegood.model.judgement import Judgement
from makegood.model.pledge import Pledge
from makegood.model.reading import Reading
from makegood.model.statement import PledgeStatement, Statement
from makegood.model.values import Amount
from makegood.sources.unread import Unread

DAY = "2026-01-31"
UNREAD = Unread.of("folder/broken.pdf", "encrypted", "is protected by a password; save it without one")


@dataclass(frozen=True, slots=True)
class Simple:
    """A resolution that takes each pledge statement for a pledge of its own."""

    actors: tuple[Actor, ...]
    pledges: tuple[Pledge, ...]


def simple_resolver(
    statements: Sequence[tuple[Document, Statement]], _: Sequence[Judgement], imported: Sequence[Actor]
) -> Simple:
    """One pledge a pledge statement, one actor a promisor and import; verdicts on pairs change nothing."""
    told = [statement for _, statement in statements if isinstance(statement, PledgeStatement)]
    names = sorted({statement.promisor.name for statement in told})
    named = tuple(Actor(id=f"name:{name}", name=name) for name in names)
    return Simple((*named, *imported), tuple(map(_pledge, told)))


def _pledge(statement: PledgeStatement) -> Pledge:
    return Pledge(
        id="pl:" + statement.id.removeprefix("st:"),
        name=statement.promisor.name,
        promisors=(f"name:{statement.promisor.name}",),
        amount=statement.amount,
        statements=(statement.id,),
    )


def document(number: int, **facts: object) -> Document:
    """A document that says who will invest how much, twice; numbers tell documents apart."""
    sentences = [
        f"Ferrolux {number} will put $40 million into a foundry in Lleida.",
        f"Ombrine {number} will put $70 million into a dairy in Gdynia.",
    ]
    return Document.model_validate(
        {
            "ref": f"folder/{number:04}.txt",
            "text": "\n".join(sentences),
            "raw_digest": f"sha256:{number:064}",
            "extractor": "text 1",
            **facts,
        }
    )


def statement(held: Document, promisor: str, low: int) -> PledgeStatement:
    """The pledge of the named promisor in a document made by `document`."""
    start = held.text.index(promisor)
    end = held.text.index(".", start) + 1
    dollar = held.text.index("$", start)
    evidence = {
        "_": (held.span(start, end),),
        "promisor": (held.span(start, held.text.index(" will", start)),),
        "stage": (held.span(start, end),),
        "amount": (held.span(dollar, held.text.index(" into", dollar)),),
    }
    amount = Amount(low=low, high=low, currency="USD")
    return PledgeStatement.of(held.id, evidence, promisor=ActorName(name=promisor, kind="company"), amount=amount)


def reading(held: Document, version: str = "1", promisors: str = "Ferrolux Ombrine", low: int = 40_000_000) -> Reading:
    """What a reader in some version got from a document made by `document`."""
    statements = tuple(statement(held, name, low) for name in promisors.split())
    issue = Issue(code="vague_place", message="is this the town or the province?", start=0, end=8)
    return Reading(document_id=held.id, reader="rules", version=version, statements=statements, issues=(issue,))


def arrivals(count: int, first: int = 0) -> list[Arrival]:
    """So many documents with their readings."""
    held = [document(number) for number in range(first, first + count)]
    return [(one, reading(one)) for one in held]


def ledger(url: str) -> Ledger:
    """The ledger at a path or URL, made if there is none."""
    return Ledger.open(url, create=True, resolver=simple_resolver)
