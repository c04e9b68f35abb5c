"""Referents: somebody a story speaks of, under all the names it gives them."""

from dataclasses import dataclass, field
from functools import lru_cache

from makegood.reading.lexicon import words
from makegood.reading.name_kinds import Name

_SHORTEST = 2


@dataclass(slots=True, eq=False)
class Referent:
    """Somebody in the story; `start`/`end` delimit the fullest name it goes by.

    `seats` are (passage number, piece index) of its mentions, `leads` what a person speaks for,
    `described` marks somebody whom the story only describes ('big drugmakers').
    """

    name: str
    kind: str | None
    country: str | None
    start: int
    end: int
    seats: list[tuple[int, int]] = field(default_factory=list)
    leads: "Referent | None" = None
    is_place: bool = False
    short: str | None = None
    described: bool = False

    @property
    def institution(self) -> bool:
        """Whether this is somebody who can hold money: no person."""
        return self.kind not in {"person", "project"}

    @property
    def body(self) -> bool:
        """Whether this is an institution and no mere place."""
        return self.institution and not self.is_place

    @property
    def nation(self) -> str | None:
        """The country (ISO alpha-2) it belongs to, its own or that of what it leads."""
        return self.country or (self.leads.country if self.leads else None)

    @property
    def interval(self) -> tuple[int, int]:
        """The code points of its fullest name."""
        return self.start, self.end

    def goes_by(self) -> set[str]:
        """The words that a name of it would share with it."""
        return {*key(self.name), initials(self.name), (self.short or self.name).casefold()}


def same(referent: Referent, name: Name, kind: str | None) -> bool:
    """Whether a name of this kind stands for a referent: by its words, initials, first words or last name."""
    if name.place is not None and name.place.kind == "country":
        return referent.kind == "government" and referent.country == name.country and not referent.is_place
    mine, other = key(referent.name), key(name.text)
    if mine == other or referent.short == name.text:
        return True
    if not mine or not other or name.kind == "place" or referent.is_place:
        return False
    if "person" in {referent.kind, kind}:
        return {referent.kind, kind} <= {"person", None} and _same_person(mine, other)
    if referent.kind and kind and referent.kind != kind:
        return False
    return _same_institution(referent.name, name.text)


def _same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the shorter name is the first or last of the longer."""
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and short[0] in {long[-1], long[0]}


def _same_institution(one: str, other: str) -> bool:
    """Whether the shorter name is the initials of the longer, or its first words."""
    short, long = sorted((one, other), key=lambda name: len(key(name)))
    head, whole = key(short), key(long)
    if len(head) == 1 < len(whole) and head[0] == initials(long):
        return True
    return whole[: len(head)] == head and len(head[0]) > _SHORTEST


def initials(name: str) -> str:
    """'LG Energy Solution' → 'lges': first letters, words in capitals whole."""
    return "".join(w if w.isupper() else w[0] for w in name.split() if w[0].isupper()).casefold()


@lru_cache(maxsize=4096)
def key(name: str) -> tuple[str, ...]:
    """The words that tell a name from another, folded: without legal forms and articles."""
    folded = tuple(w.strip(".,’'").casefold() for w in name.split())
    return tuple(w for w in folded if w not in words("names")["silent"]) or folded
