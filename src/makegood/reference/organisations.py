"""Words that tell what a capitalised name is, and endings that a company's name may have or lack."""

import re
from functools import cache
from typing import cast

from makegood.model.actor import ActorKind
from makegood.reference import tables

_LINK = re.compile(r" (?:of|for) ")
_LAST_WORDS: tuple[ActorKind, ...] = ("fund", "government", "organization", "company", "consortium")


@cache
def legal_suffixes() -> frozenset[str]:
    """Legal forms, lower case and without dots: 'inc', 'gmbh', 'kabushiki kaisha'."""
    return _words("legal")


@cache
def house_words() -> frozenset[str]:
    """Words that name a whole house of companies and may be left out: 'group', 'holdings'."""
    return _words("house")


@cache
def weak_words() -> frozenset[str]:
    """Words that weigh little when two names are compared: those of the house and of its reach."""
    return house_words() | _words("reach")


@cache
def spellings() -> dict[str, str]:
    """Folded word → the spelling that stands for all of them ('organisation' → 'organization')."""
    table = cast(dict[str, list[str]], tables.toml("organisations")["spelling"])
    return {variant: word for word, variants in table.items() for variant in variants}


@cache
def organisation_words(kind: ActorKind) -> frozenset[str]:
    """Words and phrases, lower case, that make a capitalised name an actor of `kind`; none for persons."""
    return _words(kind) if kind in _LAST_WORDS else frozenset()


def kind_by_words(name: str) -> ActorKind | None:
    """What the organising words of a name make it, e.g. 'Department of Energy' a government.

    A legal form decides; else what stands before 'of' or 'for'; there the longest phrase, then the last.
    """
    folded = f" {name.casefold().replace('.', '').replace(',', ' ')} "
    if any(f" {suffix} " in folded[1:] for suffix in legal_suffixes() - weak_words()):
        return "company"
    head = f"{_LINK.split(folded)[0]} "
    return _kind(head) or _kind(folded) or ("company" if _weak(folded) else None)


def _kind(padded: str) -> ActorKind | None:
    found = [
        (len(phrase.split()), padded.rindex(f" {phrase} "), kind)
        for kind in _LAST_WORDS
        for phrase in organisation_words(kind)
        if f" {phrase} " in padded
    ]
    return max(found, key=lambda match: match[:2])[2] if found else None


def _weak(padded: str) -> bool:
    return any(f" {word} " in padded[1:] for word in weak_words())


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(cast(list[str], tables.toml("organisations")[name]))
