"""What is kept from the readers holds nothing for them, and most of what is about other things is kept from them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from makegood.model.document import Document
from makegood.reading import rules, story
from makegood.reading.hybrid import HybridReader
from makegood.reading.rules import RulesReader
from makegood.reading.sentences import split
from makegood.reading.triggers import worth_reading
from makegood.sources import Locator, load

SAMPLES = Path(__file__).parents[3] / "samples"
IDLE = [
    "The choir sang until midnight, and nobody wanted to go home. A fox crossed the lawn twice.",
    "Rain is due on Tuesday 4 May. Gusts of 30 km/h will turn north by 6 p.m.",
    "She won the race by two lengths; the third was lost in the fog.",
]


@pytest.mark.parametrize("text", IDLE)
def test_other_matters_are_not_read(text: str) -> None:
    assert not worth_reading(text)
    assert RulesReader().read(Document(ref="a.txt", text=text)).statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ferrolux promises 500 jobs.",
        "It costs 10¢.",
        "5EUR a head",
        "Ferrolux will spend nine million Swedish kronor.",
        "Rs500 crore",
        "a dollar",
    ],
)
def test_money_and_jobs_are_read_however_they_are_written(text: str) -> None:
    assert worth_reading(text)


@pytest.mark.parametrize("reader", [RulesReader(), HybridReader()], ids=["rules", "hybrid"])
def test_gates_keep_no_reader_from_what_it_would_find(reader: RulesReader, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = list(_samples())[:6]
    gated = [reader.read(document) for document in documents]
    idle = [sentence for sentence in _sentences(documents) if not worth_reading(sentence)]
    monkeypatch.setattr(story, "opens", lambda *_: True)
    monkeypatch.setattr(rules, "worth_reading", lambda _: True)
    assert [reader.read(document) for document in documents] == gated
    assert len(idle) > 10
    assert not [s for s in idle if reader.read(Document(ref="a.txt", text=s)).statements]


def _samples() -> Iterator[Document]:
    for path in sorted(SAMPLES.iterdir()):
        yield from (one for one in load(Locator(str(path), "file", str(path))) if isinstance(one, Document))


def _sentences(documents: Iterable[Document]) -> Iterator[str]:
    for document in documents:
        yield from (document.text[s.start : s.end] for s in split(document.text))
