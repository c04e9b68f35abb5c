"""How fast a ledger is: 2,500 invented documents of ten thousand letters with eight pledges each.

python -m bench.ledger [FILE|URL]     # a fresh file otherwise; what is named must be empty
"""

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace

from makegood.ledger.arrivals import Arrival
from makegood.ledger.store import Ledger
from makegood.model.actor import ActorName
from makegood.model.document import Document
from makegood.model.reading import Reading
from makegood.model.statement import PledgeStatement
from makegood.model.values import Amount

DOCUMENTS, PLEDGES, BATCH = 2500, 8, 100
DAY = "2026-01-31"
FILLER = "The committee met again in the afternoon and adjourned. " * 170


def main(arguments: list[str]) -> None:
    """Measure and print."""
    stream = [_arrival(number) for number in range(DOCUMENTS)]
    with tempfile.TemporaryDirectory(prefix="makegood-bench-") as scratch:
        url = arguments[0] if arguments else f"{scratch}/ledger.db"
        with Ledger.open(url, create=True, resolver=_nobody) as ledger:
            _measure(ledger, stream)
        if Path(url).is_file():
            _say(f"size: {Path(url).stat().st_size / 1e6:.0f} MB")


def _measure(ledger: Ledger, stream: Sequence[Arrival]) -> None:
    _timed("append", lambda: _append(ledger, stream))
    _timed("append again, nothing new", lambda: _append(ledger, stream))
    _timed("derived tables, first time (without resolution)", ledger.view)
    ledger.append([_arrival(DOCUMENTS)], DAY)
    _timed("derived tables, after one more document", ledger.view)
    _timed("rebuild", ledger.rebuild)
    _timed("verify", ledger.verify)
    _timed("as of a day", lambda: ledger.view(DAY))
    view = ledger.view()
    _timed("all documents", view.documents)
    _timed("all statements", view.statements)


def _append(ledger: Ledger, stream: Sequence[Arrival]) -> None:
    for start in range(0, len(stream), BATCH):
        ledger.append(stream[start : start + BATCH], DAY)


def _timed(what: str, work: Callable[[], object]) -> None:
    began = time.perf_counter()
    work()
    _say(f"{what}: {time.perf_counter() - began:.2f} s")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _nobody(*_: object) -> SimpleNamespace:
    """Resolution has its own measurement."""
    return SimpleNamespace(actors=(), pledges=())


def _arrival(number: int) -> Arrival:
    sentences = [f"Ferrolux {number}-{n} will put $40 million into a foundry in Lleida." for n in range(PLEDGES)]
    document = Document(ref=f"{number}.txt", text="\n".join([*sentences, FILLER]), extractor="bench 1")
    statements = tuple(_pledge(document, sentence) for sentence in sentences)
    return document, Reading(document_id=document.id, reader="bench", version="1", statements=statements)


def _pledge(document: Document, sentence: str) -> PledgeStatement:
    start = document.text.index(sentence)
    whole = document.span(start, start + len(sentence))
    dollar = document.text.index("$", start)
    name = sentence[: sentence.index(" will")]
    evidence = {
        "_": (whole,),
        "stage": (whole,),
        "promisor": (document.span(start, start + len(name)),),
        "amount": (document.span(dollar, dollar + len("$40 million")),),
    }
    amount = Amount(low=40_000_000, high=40_000_000, currency="USD")
    return PledgeStatement.of(document.id, evidence, promisor=ActorName(name=name, kind="company"), amount=amount)


if __name__ == "__main__":
    main(sys.argv[1:])
