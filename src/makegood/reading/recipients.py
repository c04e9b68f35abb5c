"""Where a promise is to land: the country and the place, by the words that lead to a place name.

Each place name of a telling is weighed by signs (weights in lexicon/recipients.toml); the best one wins,
and one that no sign supports is not taken: a missing recipient is better than a wrong one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from makegood.model.statement import Recipient
from makegood.reading.lexicon import table, words
from makegood.reading.story import Passage, Story
from makegood.reading.terms import Found
from makegood.reading.tokens import usual_part

_AREAS = frozenset({"city", "subdivision", "capital", "region", "continent"})
_NEAR = 14


@dataclass(frozen=True, slots=True)
class _Candidate:
    weight: float
    passage: Passage
    index: int


def recipient(story: Story, tellings: Sequence[tuple[Passage, int]], home: str | None) -> Found[Recipient] | None:
    """The recipient by all tellings (passage, anchor piece) of a promise; `home` is the promisor's own country."""
    found = [c for passage, anchor in tellings for c in _candidates(passage, anchor, home)]
    if not found:
        found = [c for passage, _ in tellings for c in _beside(story, passage, home)]
    best = max(found, key=lambda c: (c.weight, -c.passage.number, -c.index), default=None)
    if best is None or best.weight < float(table("recipients")["threshold"]):  # type: ignore[arg-type]
        return None
    return _gathered(best, found)


def _beside(story: Story, passage: Passage, home: str | None) -> list[_Candidate]:
    """Places in the sentences right before and after a telling that itself names none."""
    numbers = [n for n in (passage.number + 1, passage.number - 1) if 0 <= n < len(story.passages)]
    return [c for n in numbers for c in _candidates(story.passages[n], 0, home)]


def _candidates(passage: Passage, anchor: int, home: str | None) -> Iterable[_Candidate]:
    weights = table("recipients")["weights"]
    for index, piece in enumerate(passage.pieces):
        if piece.name is None or piece.name.place is None:
            continue
        signs = _signs(passage, index, anchor)
        if signs and piece.name.country is not None and piece.name.country == home:
            signs.append("home")
        if signs:
            yield _Candidate(sum(weights[s] for s in signs), passage, index)  # type: ignore[index]


def _signs(passage: Passage, index: int, anchor: int) -> list[str]:
    before, after = passage.lowers(index - 5, index), passage.lowers(index + 1, index + 5)
    name = passage.pieces[index].name
    assert name is not None and name.place is not None
    signs: list[str] = []
    lead = _preposition(passage, index)
    if lead in words("recipients")["into"]:
        signs.append("into")
    elif lead == "for":
        signs.append("for")
    elif _before_project(passage, index):
        signs.append("attributive")
    if not signs or name.place.kind == "demonym" and "attributive" not in signs:
        return []
    if after[:1] in (["based"], ["-"]) and "based" in after[:2] and "attributive" not in signs:
        return []
    if "between" in before:
        signs.append("between")
    signs.append("after" if index > anchor else "before")
    if abs(index - anchor) <= _NEAR:
        signs.append("near")
    if name.place.kind in {"city", "subdivision"}:
        signs.append("exact")
    return signs


def _preposition(passage: Passage, index: int) -> str:
    """The preposition that leads to a place, across articles, adjectives and places joined before it."""
    at = index - 1
    while at >= 0 and (passage.pieces[at].lower in {"the", ",", "and", "new", "our"} or usual_part(passage.pieces[at].lower) == "ADJ" or (passage.pieces[at].name is not None and passage.pieces[at].name.place is not None)):  # type: ignore[union-attr]
        at -= 1
    return passage.pieces[at].lower if at >= 0 else ""


def _before_project(passage: Passage, index: int) -> bool:
    """'its South Carolina plant', 'U.S.-based manufacturing', 'American jobs'."""
    nouns = words("nouns")
    for at in range(index + 1, min(index + 6, len(passage.pieces))):
        piece = passage.pieces[at]
        if piece.lower in nouns["project"] or piece.lower in {"investment", "investments", "jobs", "soil", "workers", "manufacturing", "economy"}:
            return True
        if piece.lower not in {"-", "based", "and", "&", ","} and usual_part(piece.lower) not in {"ADJ", "NOUN", None} and piece.kind != "name":
            return False
    return False


def _gathered(best: _Candidate, found: Sequence[_Candidate]) -> Found[Recipient]:
    """The best place with its country, other countries that the same words name, and the place as written."""
    chosen = [best, *(c for c in found if c is not best and c.passage is best.passage and c.weight >= best.weight - 1)]
    countries: list[str] = []
    spans: list[tuple[int, int]] = []
    place: _Candidate | None = None
    for candidate in chosen:
        piece = candidate.passage.pieces[candidate.index]
        assert piece.name is not None and piece.name.place is not None
        country = piece.name.country
        if country and country not in countries and (not countries or piece.name.place.kind == "country"):
            countries.append(country)
        if piece.name.place.kind in _AREAS and place is None:
            place = candidate
        spans.append((piece.start, piece.end))
    if place is None:
        areas = [c for c in found if _is_area(c) and _country(c) in {None, *countries}]
        place = max(areas, key=lambda c: c.weight, default=None)
        if place:
            piece = place.passage.pieces[place.index]
            spans.append((piece.start, piece.end))
    return Found(Recipient(countries=tuple(countries), place=_whole_place(place) if place else None), tuple(spans))


def _is_area(candidate: _Candidate) -> bool:
    name = candidate.passage.pieces[candidate.index].name
    return name is not None and name.place is not None and name.place.kind in _AREAS


def _country(candidate: _Candidate) -> str | None:
    name = candidate.passage.pieces[candidate.index].name
    return name.country if name else None


def _whole_place(candidate: _Candidate) -> str:
    """'Fort Wayne, Indiana': the place with the region that follows it."""
    pieces, index = candidate.passage.pieces, candidate.index
    after = pieces[index + 1 : index + 3]
    if len(after) == 2 and after[0].text == "," and after[1].name and after[1].name.place:
        return f"{pieces[index].text}, {after[1].text}"
    before = pieces[max(index - 2, 0) : index]
    if len(before) == 2 and before[1].text == "," and before[0].kind == "name":
        return f"{before[0].text}, {pieces[index].text}"
    return pieces[index].text
