"""Ownership: ties that verbs and nouns of belonging tell: who founded, owns or runs what, units, members, stakes."""

from collections.abc import Iterator, Sequence
from functools import cache

from makegood.reading.grammar import closed
from makegood.reading.lexicon import table
from makegood.reading.offices import Bond
from makegood.reading.tokens import usual_part
from makegood.reading.units import Unit

_NEAR = 5
_HYPHENS = frozenset({"-", "‑"})


@cache
def belonging() -> frozenset[str]:
    """The words without one of which a sentence tells of no ownership."""
    return frozenset((*_verbs("active"), *_verbs("passive"), *_around("unit"), *_around("member"), "invested"))


def owned(row: Sequence[Unit]) -> Iterator[Bond]:
    """The ties of one sentence, in its order."""
    for index, unit in enumerate(row):
        if unit.lower not in belonging():
            continue
        yield from _active(row, index, unit)
        yield from _passive(row, index, unit)
        yield from _unit(row, index, unit)
        yield from _member(row, index, unit)
        yield from _invested(row, index, unit)


def _active(row: Sequence[Unit], index: int, verb: Unit) -> Iterator[Bond]:
    """'Jane Roe, who founded Acme', 'Basco owns Acme'."""
    relation = _verbs("active").get(verb.lower)
    if relation is None or index == 0:
        return
    at = index - 1
    while at > 0 and (
        row[at].lower in {"who", "which", ",", "also", "has", "had"} or usual_part(row[at].lower) == "ADV"
    ):
        at -= 1
    subject, thing = row[at], _noun(row, index + 1)
    if thing is not None and thing.is_body and (subject.is_person or (relation == "owns" and subject.is_body)):
        yield Bond(subject, relation, (verb.at,), thing)


def _passive(row: Sequence[Unit], index: int, verb: Unit) -> Iterator[Bond]:
    """'Acme, founded by Jane Roe', 'Acme is owned by Basco', 'Basco-owned Acme'."""
    relation = _verbs("passive").get(verb.lower)
    if relation is None or not 0 < index < len(row) - 1:
        return
    before, after = row[index - 1], row[index + 1]
    if before.text in _HYPHENS and index > 1 and relation == "owns":
        if row[index - 2].is_body and after.is_body:
            yield Bond(row[index - 2], relation, (verb.at,), after)
        return
    at = index - 1
    while at > 0 and (row[at].lower in {",", "was", "is", "which", "that"} or usual_part(row[at].lower) == "ADV"):
        at -= 1
    owner = _noun(row, index + 2) if after.lower == "by" else None
    if (
        at < index - 1
        and row[at].is_body
        and owner is not None
        and (owner.is_person or (relation == "owns" and owner.is_body))
    ):
        yield Bond(owner, relation, (verb.at,), row[at])


def _unit(row: Sequence[Unit], index: int, noun: Unit) -> Iterator[Bond]:
    """'Acme, a wholly owned subsidiary of Basco', 'Basco's subsidiary Acme', 'Basco unit Acme'."""
    if noun.lower not in _around("unit") or index == 0:
        return
    head = _described(row, index)
    if head is not None and index + 1 < len(row) and row[index + 1].lower == "of":
        owner = _noun(row, index + 2)
        if head.is_body and owner is not None and owner.is_body:
            yield Bond(head, "subsidiary_of", (noun.at,), owner)
        return
    owner_at = index - 1 - (row[index - 1].lower in closed("possessive_marks"))
    if owner_at >= 0 and index + 1 < len(row) and row[owner_at].is_body and row[index + 1].is_body:
        yield Bond(row[index + 1], "subsidiary_of", (noun.at,), row[owner_at])


def _member(row: Sequence[Unit], index: int, noun: Unit) -> Iterator[Bond]:
    """'Norway is a member of NATO', 'Acme, a founding member of the Pump Alliance'."""
    if noun.lower not in _around("member") or index + 2 >= len(row) or row[index + 1].lower != "of":
        return
    head, body = _described(row, index), _noun(row, index + 2)
    of_body = body is not None and body.is_body and body.referent is not None and body.referent.kind == "organization"
    if (
        head is not None
        and body is not None
        and of_body
        and (head.is_body or head.is_person or head.country is not None)
    ):
        yield Bond(head, "member_of", (noun.at,), body)


def _described(row: Sequence[Unit], index: int) -> Unit | None:
    """Whom a noun describes: 'Acme, a … unit', 'Acme is a … unit'."""
    at = index - 1
    while at > 0 and index - at <= _NEAR and usual_part(row[at].lower) in {"ADJ", "NOUN", "ADV", "VERB"}:
        at -= 1
    if at < 2 or row[at].lower not in _around("articles"):
        return None
    link = row[at - 1].lower
    return row[at - 2] if link in {",", "is", "("} else None


def _invested(row: Sequence[Unit], index: int, verb: Unit) -> Iterator[Bond]:
    """'Acme invested in Basco', 'Acme has invested in 88 companies, including Basco and Corex'."""
    if verb.lower != "invested" or not 0 < index < len(row) - 2 or row[index + 1].lower != "in":
        return
    at = index - 1
    while at > 0 and (row[at].lower in {"has", "had", "have"} or usual_part(row[at].lower) == "ADV"):
        at -= 1
    if not _investor(row[at]):
        return
    for holding in _holdings(row, index + 2):
        yield Bond(row[at], "invested_in", (verb.at,), holding)


def _investor(unit: Unit) -> bool:
    """A body or a person, by name or by a description that stands for one the story names."""
    return unit.is_body or unit.is_person or unit.is_description


def _holdings(row: Sequence[Unit], start: int) -> Iterator[Unit]:
    if _company(row[start]):
        yield row[start]
        return
    if row[start].lower != "<count>":
        return
    at = start + 1
    while at < len(row) and row[at].lower in {",", "including", "such", "as", "like"}:
        at += 1
    while at < len(row) and (_company(row[at]) or row[at].lower in {",", "and"}):
        if _company(row[at]):
            yield row[at]
        at += 1


def _company(unit: Unit) -> bool:
    return unit.is_body and unit.referent is not None and unit.referent.kind in {"company", "fund", None}


def _noun(row: Sequence[Unit], at: int) -> Unit | None:
    """The name at the head of a short noun phrase."""
    for unit in row[at : at + 3]:
        if unit.referent is not None or unit.country is not None:
            return unit
        if unit.lower not in _around("articles") and usual_part(unit.lower) not in {"ADJ", "NOUN"}:
            return None
    return None


@cache
def _around(name: str) -> frozenset[str]:
    lists: dict[str, list[str]] = table("bonds")["around"]  # type: ignore[assignment]
    return frozenset(lists[name])


@cache
def _verbs(voice: str) -> dict[str, str]:
    lists: dict[str, list[str]] = table("bonds")[voice]  # type: ignore[assignment]
    return {verb: relation for relation, verbs in lists.items() for verb in verbs}
