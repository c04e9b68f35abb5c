"""What kind of actor a capitalised name is, by the words that it is made of."""

from collections.abc import Sequence
from typing import Literal

from makegood.reading.lexicon import words
from makegood.reading.tokens import Token, usual_part

NameKind = Literal[
    "company", "government", "fund", "person", "consortium", "organization", "place", "demonym", "project"
]

_MONOGRAM = 2
_PERSONAL = (2, 3)


def organises(lower: str) -> bool:
    """Whether a word makes a name an organisation's ('Corp', 'Ministry')."""
    lists = words("organisations")
    return any(lower in lists[kind] for kind in ("company", "fund", "government", "organization"))


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


def personal(tokens: Sequence[Token]) -> bool:
    """Whether a run looks like a person's first and last name."""
    forms = [t for t in tokens if t.lower not in words("names")["family"]]
    if len(forms) not in _PERSONAL or not all(_spelled(t.text) for t in forms):
        return False
    if any(t.text.isupper() and len(t.text) > _MONOGRAM for t in forms):
        return False
    return forms[0].lower in words("first_names")["names"] and usual_part(forms[-1].lower) not in {"NOUN", "ADJ"}


def _spelled(text: str) -> bool:
    return text.replace("-", "").replace(".", "").replace("'", "").isalpha()
