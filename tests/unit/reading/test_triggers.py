"""What is kept from the readers holds nothing for them, and most of what is about other things is kept from them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from makegood.model.document import Document
from makegood.reading import rules
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
    ["It costs 10¢.", "5EUR a head", "Ferrolux will spend nine million Swedish kronor.", "Rs500 crore", "a dollar"],
)
def test_money_is_read_however_it_is_written(text: str) -> None:
    assert worth_reading(text)


def test_nothing_is_lost_with_the_sentences_that_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    idle = [sentence for sentence in _sentences() if not worth_reading(sentence)]
    monkeypatch.setattr(rules, "worth_reading", lambda _: True)
    assert len(idle) > 10
    assert not [s for s in idle if RulesReader().read(Document(ref="a.txt", text=s)).statements]


def _sentences() -> Iterator[str]:
    for path in sorted(SAMPLES.iterdir()):
        for one in load(Locator(str(path), "file", str(path))):
            if isinstance(one, Document):
                yield from (one.text[s.start : s.end] for s in split(one.text))
