"""Seating: which referent sits at which piece of a story, and who is at hand from there.

`at` is keyed by (passage number, piece index). Referents are only added, never taken away.
"""

from bisect import insort
from collections.abc import Iterator

from makegood.reading.grammar import governed, owns
from makegood.reading.referents import Referent
from makegood.reading.story import Passage, Story
from makegood.reference.places import country_name

_LOOK_BACK = 6
_GOVERNED_WEIGHT = 0.3
_LATENESS = 0.5


class Seating:
    """Referents by the piece they stand at: `at[passage number, piece index]`."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.referents: list[Referent] = []
        self.at: dict[tuple[int, int], Referent] = {}
        self._taken: dict[int, list[int]] = {}
        self._governed: dict[tuple[int, int], bool] = {}

    def add(self, referent: Referent) -> Referent:
        """Bring somebody in."""
        self.referents.append(referent)
        return referent

    def take(self, referent: Referent, number: int, index: int) -> None:
        """Seat a referent at a piece."""
        referent.seats.append((number, index))
        self.at[number, index] = referent
        insort(self._taken.setdefault(number, []), index)

    def seated(self, number: int) -> list[int]:
        """The taken pieces of a passage, from the left."""
        return self._taken.get(number, [])

    def governed(self, number: int, index: int) -> bool:
        """Whether a preposition governs the piece."""
        known = self._governed.get((number, index))
        if known is None:
            known = self._governed[number, index] = governed(self.story.passages[number].pieces, index)
        return known

    def recent(self, number: int, index: int) -> Iterator[Referent]:
        """Referents before a piece: in its sentence from the left, then in earlier ones, subjects first."""
        seen: set[int] = set()
        for back in range(number, max(number - _LOOK_BACK, -1), -1):
            before = [i for i in self.seated(back) if back < number or i < index]
            for at in sorted(before, key=lambda i: (self.governed(back, i), i)):
                found = self.at[back, at]
                if id(found) not in seen:
                    seen.add(id(found))
                    yield found

    def subjects(self, passage: Passage, index: int) -> list[Referent]:
        """Referents to the left in the same sentence that no preposition governs and that own nothing."""
        number = passage.number
        before = (i for i in self.seated(number) if i < index)
        return [self.at[number, i] for i in before if not self.governed(number, i) and not owns(passage.pieces, i)]

    def topic(self) -> Referent | None:
        """The institution the story is mostly about: named most often, ties to the earliest."""
        named = [r for r in self.referents if r.body and not r.described and r.kind != "government"]
        return max(named, key=lambda r: (self._weight(r) - _LATENESS * r.seats[0][0], -r.start), default=None)

    def _weight(self, referent: Referent) -> float:
        """How often a referent stands free, a governed name counting a third."""
        return sum(_GOVERNED_WEIGHT if self.governed(*seat) else 1.0 for seat in referent.seats)

    def country(self, code: str) -> Referent | None:
        """The government of a country, when the story names the country."""
        return next(
            (r for r in self.referents if r.country == code and r.kind == "government" and not r.is_place), None
        )

    def government(self, code: str, capital: Referent | None = None) -> Referent:
        """The government of a country, brought in when the story only alludes to it ('Tokyo', 'Dutch').

        `capital` is the town that stands for it; it may lie in another country ('Brussels' for the Union).

        Raises:
            StopIteration: there is no such town, and no name of the story tells of the country.
        """
        found = self.country(code)
        if found is None:
            named = (p for passage in self.story.passages for p in passage.pieces if p.country == code)
            seat = capital or next(named)
            found = self.add(Referent(country_name(code) or code, "government", code, seat.start, seat.end))
        return found
