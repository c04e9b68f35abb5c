"""Where a promise is to land: the country and the place, by the words that lead to a place name.

Each place name of a telling is weighed by signs (weights in lexicon/recipients.toml); the best one wins,
and one that no sign supports is not taken: a missing recipient is better than a wrong one.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from makegood.model.statement import Recipient
from makegood.reading.lexicon import threshold, weights, words
from makegood.reading.pieces import Piece
from makegood.reading.story import Passage, Story
from makegood.reading.terms import Found
from makegood.reference.places import Place

_AREAS = frozenset({"city", "subdivision", "capital", "region", "continent"})
_EXACT = frozenset({"city", "subdivision"})
_NEAR = 14
_ATTRIBUTIVE = 5
_SCENE_TIMES = 2
_SCENE_SHARE = 0.6
"""How often, and of all places named how many, a country must stand in a story to be where it plays."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    weight: float
    passage: Passage
    index: int
    place: Place

    @property
    def piece(self) -> Piece:
        return self.passage.pieces[self.index]

    @property
    def is_area(self) -> bool:
        return self.place.kind in _AREAS

    @property
    def has_town(self) -> bool:
        """Whether a town's name stands before this one ('Ochang, South Korea')."""
        return self.index > 1 and self.passage.lower(self.index - 1) == "," and _town(self.passage, self.index - 2)


def recipient(story: Story, tellings: Sequence[tuple[Passage, int]], home: str | None) -> Found[Recipient] | None:
    """The recipient by all tellings (passage, anchor piece) of a promise; `home` is the promisor's own country."""
    found = [c for passage, anchor in tellings for c in _candidates(passage, anchor, home)]
    if not found:
        found = [c for passage, _ in tellings for c in _beside(story, passage, home)]
    best = max(found, key=lambda c: (c.weight, -c.passage.number, -c.index), default=None)
    return _gathered(best, found) if best and best.weight >= threshold("recipients") else None


def joined(found: Found[Recipient], other: Found[Recipient]) -> Found[Recipient]:
    """The recipient with the place or the country that only the other has, if they do not name different countries."""
    mine, theirs = found.value, other.value
    apart = mine.countries and theirs.countries and not set(mine.countries) & set(theirs.countries)
    if apart or (mine.place and mine.countries) or not (theirs.place or theirs.countries):
        return found
    whole = Recipient(
        countries=mine.countries or theirs.countries,
        place=mine.place or theirs.place,
        basis=mine.basis if mine.countries else theirs.basis,
    )
    return Found(whole, (*found.at, *(at for at in other.at if at not in found.at)))


def scene(story: Story) -> Found[Recipient] | None:
    """The one country in which nearly everything that a story names lies: its first mention proves it."""
    named = [p for passage in story.passages for p in passage.pieces if p.place and p.country]
    counts = Counter(p.country for p in named if p.country)
    country, times = next(iter(counts.most_common(1)), ("", 0))
    alone = times == len(named) > 0
    if not alone and times < max(_SCENE_TIMES, _SCENE_SHARE * len(named)):
        return None
    first = next(p for p in named if p.country == country)
    return Found(Recipient(countries=(country,), basis="inferred"), ((first.start, first.end),))


def _beside(story: Story, passage: Passage, home: str | None) -> Iterator[_Candidate]:
    """Places in the sentences right after and before a telling that itself names none; lines of a list stand alone."""
    near = {p.number: p for p in story.passages if abs(p.number - passage.number) == 1}
    for other in (near[n] for n in (passage.number + 1, passage.number - 1) if n in near):
        if passage.sentence.shape != "bullet" or other.sentence.block == passage.sentence.block:
            yield from _candidates(other, 0, home)


def _candidates(passage: Passage, anchor: int, home: str | None) -> Iterator[_Candidate]:
    table = weights("recipients")
    for index, piece in enumerate(passage.pieces):
        signs = _signs(passage, index, piece.place) if piece.place else []
        if piece.place and signs:
            signs += ["after" if index > anchor else "before"]
            signs += ["near"] * (abs(index - anchor) <= _NEAR)
            signs += ["home"] * (piece.country is not None and piece.country == home)
            yield _Candidate(sum(table[sign] for sign in signs), passage, index, piece.place)


def _signs(passage: Passage, index: int, place: Place) -> list[str]:
    """What the words around a place name say for it; nothing when none of them leads there."""
    lead = _preposition(passage, index)
    if lead in words("recipients")["into"]:
        signs = ["into"]
    elif lead == "for":
        signs = ["for"]
    else:
        signs = ["attributive"] * _before_project(passage, index)
    attributive = signs == ["attributive"]
    if not signs or (not attributive and (place.kind == "demonym" or _only_describes(passage, index))):
        return []
    signs += ["between"] * ("between" in passage.lowers(index - 5, index))
    return signs + ["exact"] * (place.kind in _EXACT)


def _only_describes(passage: Passage, index: int) -> bool:
    """'in Ohio-based', 'in Ohio based'."""
    after = passage.lowers(index + 1, index + 3)
    return after[:1] in (["based"], ["-"]) and "based" in after


def _preposition(passage: Passage, index: int) -> str:
    """The preposition that leads to a place, across articles, adjectives and places joined before it."""
    at = index - 1
    while at >= 0 and (_leads_on(passage.pieces[at]) or _town(passage, at)):
        at -= 1
    return passage.lower(at)


def _town(passage: Passage, at: int) -> bool:
    """Whether an unknown name stands before a comma and so for a town ('Ochang, South Korea')."""
    piece = passage.pieces[at]
    return piece.kind == "name" and piece.name is not None and piece.name.kind is None and passage.lower(at + 1) == ","


def _leads_on(piece: Piece) -> bool:
    return piece.lower in {"the", ",", "and", "new", "our"} or piece.part == "ADJ" or piece.place is not None


def _before_project(passage: Passage, index: int) -> bool:
    """'its South Carolina plant', 'U.S.-based manufacturing', 'American jobs'."""
    landings = words("nouns")["project"] | words("recipients")["landings"]
    for piece in passage.pieces[index + 1 : index + 1 + _ATTRIBUTIVE]:
        if piece.lower in landings:
            return True
        joins = piece.lower in {"-", "based", "and", "&", ","} or piece.kind == "name"
        if not joins and piece.part not in {"ADJ", "NOUN", None}:
            return False
    return False


def _gathered(best: _Candidate, found: Sequence[_Candidate]) -> Found[Recipient]:
    """The best place with its country, other countries that the same words name, and the place as written."""
    equals = [c for c in found if c is not best and c.passage is best.passage and c.weight >= best.weight - 1]
    chosen = [best, *equals]
    countries = _countries(chosen)
    place = next((c for c in chosen if c.is_area or c.has_town), None)
    if place is None:
        areas = [c for c in found if c.is_area and c.piece.country in {None, *countries}]
        place = max(areas, key=lambda c: c.weight, default=None)
    proof = [(c.piece.start, c.piece.end) for c in chosen if c is not place]
    if place is None:
        return Found(Recipient(countries=countries), tuple(proof))
    name, written = place_as_written(place.passage, place.index)
    return Found(Recipient(countries=countries, place=name), (*proof, written))


def place_as_written(passage: Passage, index: int) -> tuple[str, tuple[int, int]]:
    """The place named at a piece, with its town or state beside it, and the code points of both."""
    first, last = _whole_place(passage, index)
    name = "".join(piece.text + " " * (piece.text == ",") for piece in passage.pieces[first : last + 1])
    return name, passage.interval(first, last)


def _countries(chosen: Sequence[_Candidate]) -> tuple[str, ...]:
    """The country of the first candidate that tells one, and those that the others name as such."""
    countries: list[str] = []
    for candidate in chosen:
        country = candidate.piece.country
        if country and country not in countries and (not countries or candidate.place.kind == "country"):
            countries.append(country)
    return tuple(countries)


def _whole_place(passage: Passage, index: int) -> tuple[int, int]:
    """The first and last piece of a place as written: with the region after it, or the town before it."""
    pieces = passage.pieces
    after, before = pieces[index + 1 : index + 3], pieces[max(index - 2, 0) : index]
    if len(after) == 2 and after[0].text == "," and after[1].place:
        return index, index + 2
    if len(before) == 2 and before[1].text == "," and before[0].kind == "name":
        return index - 2, index
    return index, index
