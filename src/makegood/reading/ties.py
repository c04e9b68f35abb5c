"""Tie statements: who founded, leads, governs, advises or owns whom, as a story tells it.

Relations: those of lexicon/ties.toml (a person's offices) and of lexicon/bonds.toml, `subsidiary_of`,
`member_of` and `invested_in`. A tie that is told to be over ('former', 'ousted') is none.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from makegood.model.statement import TieStatement
from makegood.reading.cast import Cast
from makegood.reading.evidence import Proof
from makegood.reading.gate import Gate, gate
from makegood.reading.offices import Bond, held, listed, office_words, offices, officials
from makegood.reading.ownership import belonging, owned
from makegood.reading.story import Passage, Story
from makegood.reading.units import Unit, units

_Telling = tuple[Passage, Bond]


def read_ties(story: Story, cast: Cast) -> list[TieStatement]:
    """The ties of a story, each pair and relation once, in the order of its text."""
    told: dict[tuple[str, str, str], list[_Telling]] = {}
    for passage in story.passages:
        if passage.sentence.shape == "heading" or (passage.pieces[-1:] and passage.pieces[-1].text == "?"):
            continue
        if not passage.opens(triggers()) or not cast.seating.seated(passage.number):
            continue
        for bond in _bonds(units(passage, cast), cast):
            told.setdefault((bond.subject.name, bond.relation, bond.object.name), []).append((passage, bond))
    return [_statement(story, tellings) for (subject, _, other), tellings in told.items() if subject != other]


@cache
def triggers() -> Gate:
    """Words of office and of belonging; nobody is tied in a sentence that names nobody."""
    return gate(office_words() | belonging())


def _bonds(row: Sequence[Unit], cast: Cast) -> Iterator[Bond]:
    for office in offices(row):
        bonds = list(held(row, office))
        yield from bonds or officials(row, office, cast)
    yield from listed(row)
    yield from owned(row)


def _statement(story: Story, tellings: Sequence[_Telling]) -> TieStatement:
    proof = Proof(story.document)
    for passage, bond in tellings:
        proof.add("_", [(passage.start, passage.end)])
        proof.add("subject", [_named(bond.subject)])
        proof.add("relation", bond.words)
        proof.add("object", [_named(bond.object)])
    first = tellings[0][1]
    return TieStatement.of(
        story.document.id,
        proof.evidence(),
        subject=first.subject.name,
        relation=first.relation,
        object=first.object.name,
    )


def _named(unit: Unit) -> tuple[int, int]:
    """Where the name that the statement gives stands."""
    who = unit.referent
    elsewhere = who is not None and not unit.country and unit.name == who.name != unit.text
    return who.interval if who is not None and elsewhere else unit.at
