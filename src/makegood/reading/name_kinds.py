"""Names as they stand in a sentence, and what kind of actor each is by the words that it is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from makegood.reading.lexicon import words
from makegood.reading.tokens import usual_part
from makegood.reference.places import Place

NameKind = Literal[
    "company", "government", "fund", "person", "consortium", "organization", "place", "demonym", "project"
]

_MONOGRAM = 2
_PERSONAL = (2, 3)


@dataclass(frozen=True, slots=True)
class Name:
    """Code points [start, end) of a name as it stands; `country` ISO alpha-2 where the name tells it."""

    start: int
    end: int
    text: str
    kind: NameKind | None
    country: str | None = None
    place: Place | None = None


def organises(lower: str) -> bool:
    """Whether a word makes a name an organisation's ('Corp', 'Ministry')."""
    return lower in _organising()


@cache
def _organising() -> frozenset[str]:
    lists = words("organisations")
    return lists["company"] | lists["fund"] | lists["government"] | lists["organization"]


def kind_of(lowers: Sequence[str]) -> NameKind | None:
    """By the organising words of a name, the last first ('Export-Import Bank' is no government)."""
    lists, small = words("organisations"), words("names")
    joined = " ".join(lowers)
    if lowers[0] in small["ministries"] or small["offices"] & set(lowers[:3]):
        return "government"
    if lowers[-1] in lists["project"]:
        return "project"
    if "fund" in lowers or "investment authority" in joined:
        return "fund"
    kinds = (_kind_of_word(lower, "development" in lowers) for lower in reversed(lowers))
    if kind := next((kind for kind in kinds if kind), None):
        return kind
    if joined == "white house":
        return "government"
    return "project" if lists["project"] & set(lowers[1:]) else None


def _kind_of_word(lower: str, develops: bool) -> NameKind | None:
    """`develops` marks a name with 'development', whose bank is a public body."""
    lists = words("organisations")
    if lower in lists["government"] and lower not in words("names")["unsure"]:
        return "government"
    if lower in lists["organization"] or (develops and lower == "bank"):
        return "organization"
    return "company" if lower in lists["company"] else None


def personal(run: Sequence[str]) -> bool:
    """Whether the words of a name look like a person's first and last name."""
    forms = [form for form in run if form.lower() not in words("names")["family"]]
    if len(forms) not in _PERSONAL or not all(_spelled(form) for form in forms):
        return False
    if any(form.isupper() and len(form) > _MONOGRAM for form in forms):
        return False
    return forms[0].lower() in words("first_names")["names"] and usual_part(forms[-1].lower()) not in {"NOUN", "ADJ"}


def _spelled(text: str) -> bool:
    return text.replace("-", "").replace(".", "").replace("'", "").isalpha()
