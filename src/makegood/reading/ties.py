"""Tie statements: who founded, leads, governs or advises whom, by the offices that a story gives people."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from makegood.model.statement import TieStatement
from makegood.reading.cast import Cast
from makegood.reading.evidence import Proof
from makegood.reading.lexicon import words
from makegood.reading.pieces import Piece
from makegood.reading.referents import Referent
from makegood.reading.roles import role_parts
from makegood.reading.story import Passage, Story
from makegood.reference.offices import terms
from makegood.reference.places import PLACES, country_name

_STATE = frozenset({"head_of_government_of", "head_of_state_of", "head_of_state_elect_of", "minister_of"})
_HOUSES = frozenset({"company", "fund", "organization", "consortium", None})
_LINKS = frozenset({"and", ",", "&"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_AFTER = 12

Interval = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Tie:
    """`words` are the code points of the office, `object_at` those that name the other side."""

    passage: Passage
    subject: Referent
    relation: str
    words: Interval
    object: str
    object_at: Interval


def read_ties(story: Story, cast: Cast) -> list[TieStatement]:
    """The ties of a story, each pair and relation once, in the order of its text."""
    found: dict[tuple[str, str, str], _Tie] = {}
    for passage in story.passages:
        for index in range(len(passage.pieces)):
            for tie in (*_office(passage, index, cast), *_advisers(passage, index, cast)):
                found.setdefault((tie.subject.name, tie.relation, tie.object), tie)
    return [_statement(story, tie) for tie in found.values()]


def _statement(story: Story, tie: _Tie) -> TieStatement:
    proof = Proof(story.document)
    proof.add("_", [(tie.passage.start, tie.passage.end)])
    proof.add("subject", [(tie.subject.start, tie.subject.end)])
    proof.add("relation", [tie.words])
    proof.add("object", [tie.object_at])
    return TieStatement.of(
        story.document.id, proof.evidence(), subject=tie.subject.name, relation=tie.relation, object=tie.object
    )


def _office(passage: Passage, index: int, cast: Cast) -> Iterator[_Tie]:
    """'Acme founder and CEO Jane Roe', 'Jane Roe, chair of Acme', 'Jane Roe is the director … at Acme'."""
    person = cast.at.get((passage.number, index))
    if person is None or passage.pieces[index].kind != "name" or not _a_person(passage, index, person):
        return
    before = passage.pieces[index - 1] if index else None
    if before is not None and before.kind == "description" and before.name and before.name.country:
        yield from _described_office(passage, person, before)
        return
    first = index
    while first > 0 and (
        passage.pieces[first - 1].lower in role_parts() or (first < index and passage.pieces[first - 1].lower in _LINKS)
    ):
        first -= 1
    if first < index:
        yield from _ties(passage, person, first, index, _holder(passage, person, first, cast))
        return
    start, stop = _apposition(passage, index)
    if stop > start:
        yield from _ties(passage, person, start, stop, _seat(passage, stop, cast))


def _described_office(passage: Passage, person: Referent, office: Piece) -> Iterator[_Tie]:
    """'Canadian Prime Minister Justin Trudeau', where nation and office were read as one description."""
    said = office.text.lower().split()
    country = country_name(office.name.country) if office.name and office.name.country else None
    for relation, offices in words("tie_words").items():
        held = any(said[-len(o.split()) :] == o.split() for o in offices)
        if held and country and relation in _STATE:
            at = (office.start, office.end)
            yield _Tie(passage, person, relation, at, country, at)


def _a_person(passage: Passage, index: int, person: Referent) -> bool:
    """A person by kind, or a name of two words that 'is the director of' something."""
    after = passage.lowers(index + 1, index + 4)
    told = len(after) == 3 and after[:2] in (["is", "the"], ["is", "a"]) and after[2] in role_parts()
    return person.kind == "person" or (person.kind is None and told and len(person.name.split()) == 2)


def _holder(passage: Passage, person: Referent, first: int, cast: Cast) -> tuple[str, Interval] | None:
    """What the office before a name belongs to: the name before it, else the country known for this office."""
    at = first - 1 - (passage.pieces[first - 1].lower in _POSSESSIVE) if first else -1
    if at >= 0:
        piece = passage.pieces[at]
        if (
            piece.name is not None
            and piece.name.country
            and piece.name.place is not None
            and piece.name.place.kind in {"demonym", "country"}
        ):
            return country_name(piece.name.country) or piece.text, (piece.start, piece.end)
        seated = cast.at.get((passage.number, at))
        if seated and seated.kind in _HOUSES and not seated.is_place and not seated.described:
            return seated.name, (piece.start, piece.end)
    return _known_country(passage, person, first, cast)


def _known_country(passage: Passage, person: Referent, first: int, cast: Cast) -> tuple[str, Interval] | None:
    """The country of a head of government whom the text names by office alone, where the text names that country."""
    office = passage.lowers(first, first + 3)
    codes = {t.country for t in terms() if t.surname in person.name and " ".join(office).startswith(t.role)}
    if len(codes) != 1:
        return None
    country = cast.country(codes.pop())
    return (country.name, (country.start, country.end)) if country else None


def _apposition(passage: Passage, index: int) -> tuple[int, int]:
    """The pieces of an office told after a name: ', chief executive of …', 'is the director … at …'."""
    after = passage.lowers(index + 1, index + 3)
    if after[:1] != [","] and not (after[:1] == ["is"] and after[1:] and after[1] in {"the", "a"}):
        return 0, 0
    start = index + 2
    while start < len(passage.pieces) and passage.pieces[start].lower in {"the", "a", "an"}:
        start += 1
    stop = start
    while stop < len(passage.pieces) and (
        passage.pieces[stop].lower in role_parts() or (stop > start and passage.pieces[stop].lower in _LINKS)
    ):
        stop += 1
    return start, stop


def _seat(passage: Passage, stop: int, cast: Cast) -> tuple[str, Interval] | None:
    """The institution after 'of', 'at' or 'for' that an office belongs to; in a chain the one after 'at'."""
    found: tuple[str, Interval] | None = None
    for at in range(stop, min(stop + _AFTER, len(passage.pieces))):
        piece = passage.pieces[at]
        if piece.text in {",", ";", "."} or piece.lower in {"who", "which", "and"}:
            break
        seated = cast.at.get((passage.number, at))
        fits = (
            seated is not None
            and piece.kind == "name"
            and not seated.is_place
            and seated.kind in _HOUSES | {"government"}
        )
        if (
            seated
            and fits
            and passage.lowers(at - 2, at)[-1:] != [","]
            and {"of", "at", "for"} & set(passage.lowers(at - 2, at))
        ):
            found = seated.name, (piece.start, piece.end)
            if "at" in passage.lowers(at - 2, at):
                break
    return found


def _ties(
    passage: Passage, person: Referent, first: int, stop: int, held: tuple[str, Interval] | None
) -> Iterator[_Tie]:
    if held is None or held[0] == person.name or held[0].startswith("Former "):
        return
    state = held[0] in _countries()
    for relation, offices in words("tie_words").items():
        if (relation in _STATE) != state or _once(passage, first):
            continue
        for at in range(first, stop):
            office = next((o for o in offices if passage.lowers(at, min(at + len(o.split()), stop)) == o.split()), None)
            if office:
                last = at + len(office.split()) - 1
                yield _Tie(passage, person, relation, (passage.pieces[at].start, passage.pieces[last].end), *held)
                break


def _once(passage: Passage, first: int) -> bool:
    """Whether the office was held once, or is another's deputy's."""
    return bool(
        {"vice", "former", "ex", "then", "late", "deputy", "acting"} & set(passage.lowers(first - 2, first + 1))
    )


@cache
def _countries() -> frozenset[str]:
    return frozenset(name for term in terms() if (name := country_name(term.country))) | frozenset(
        name for place in PLACES.values() if place.country and (name := country_name(place.country))
    )


def _advisers(passage: Passage, index: int, cast: Cast) -> Iterator[_Tie]:
    """'key Trump advisers including Jane Roe and John Doe': the people of a list advise the one before it."""
    if passage.pieces[index].lower not in {"advisers", "advisors", "aides"} or passage.lowers(
        index + 1, index + 2
    ) not in (["including"], ["like"]):
        return
    advised = cast.at.get((passage.number, index - 1 - (passage.pieces[index - 1].lower in _POSSESSIVE)))
    if advised is None:
        return
    for at in range(index + 2, min(index + 10, len(passage.pieces))):
        adviser = cast.at.get((passage.number, at))
        if adviser and adviser.kind == "person":
            words_at = (passage.pieces[index].start, passage.pieces[index].end)
            yield _Tie(
                passage,
                adviser,
                "adviser_to",
                words_at,
                advised.name,
                (passage.pieces[index - 1].start, passage.pieces[index - 1].end),
            )
        elif passage.pieces[at].lower not in _LINKS:
            break
