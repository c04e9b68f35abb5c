"""Offices: words of office in a sentence, with the person and the body or country that they tie (R12).

'Acme founder and CEO Jane Roe', 'Jane Roe, chair of Acme', 'Jane Roe is the director … at Acme'.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from makegood.reading.cast import Cast
from makegood.reading.grammar import closed
from makegood.reading.lexicon import table, words
from makegood.reading.phrases import phrase_at
from makegood.reading.tokens import usual_part
from makegood.reading.units import Unit
from makegood.reference.offices import terms

_STATES = frozenset({"head_of_government_of", "head_of_state_of", "head_of_state_elect_of", "minister_of"})
_ORGANS = frozenset({"leads", "chair_of", "director_at", "officer_of", "spokesperson_for", "analyst_at", "founder_of"})
_REACH = 7
_NEUTRAL = 3
_ENDS = frozenset({".", ":", ";", ")", "”", '"', "–", "—"})

Interval = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Bond:
    """A tie as one sentence tells it; `words` are the code points that tell the relation."""

    subject: Unit
    relation: str
    words: tuple[Interval, ...]
    object: Unit


@dataclass(frozen=True, slots=True)
class Office:
    """Words of office at the units [first, after): 'founder and CEO'; `parts` are its single offices."""

    first: int
    after: int
    parts: tuple[tuple[int, int], ...]


def office_words() -> frozenset[str]:
    """The phrases without one of which a sentence tells of no office."""
    return _phrases() | frozenset(_many())


def offices(row: Sequence[Unit]) -> Iterator[Office]:
    """The offices that a sentence names and that are held: nobody's former one, no deputy's."""
    lowers = [unit.lower for unit in row]
    index = 0
    while index < len(row):
        office = _office(lowers, index)
        if office is None:
            index += 1
            continue
        index = office.after
        near = (*row[max(office.first - 2, 0) : office.first], *row[office.after : office.after + 1])
        around = {word for unit in near for word in unit.text.lower().split()}
        if not around & _around("gone"):
            yield office


def _office(lowers: Sequence[str], first: int) -> Office | None:
    parts: list[tuple[int, int]] = []
    at = first
    while at < len(lowers) and (after := phrase_at(lowers, at, _phrases())) is not None:
        parts.append((at, after))
        at = after
        while at < len(lowers) and lowers[at] in _around("joining"):
            at += 1
    return Office(first, parts[-1][1], tuple(parts)) if parts else None


def held(row: Sequence[Unit], office: Office) -> Iterator[Bond]:
    """The ties that an office makes with the person and the body nearest to it."""
    after = _past_brackets(row, office.after)
    before = _before(row, office.first)
    person = _person_after(row, after)
    if person is not None:
        owner = before or _owner_after(row, after + 1, {"of"}, strict=True)
    else:
        person = _person_before(row, office.first, before)
        if _goes_on(row, after):
            return
        owner = before if person is not None and before is not None else _owner_after(row, after, _around("of"))
        if owner is None:
            owner = _closing_owner(row, after)
        if person is None and owner is not None:
            person = _named_after(row, owner)
    if person is not None and owner is not None and person is not owner:
        yield from _bonds(row, office, person, owner)


def _goes_on(row: Sequence[Unit], at: int) -> bool:
    """Whether a word after it makes the office another one ('Chief Supply Chain Officer')."""
    return at < len(row) and (row[at].lower == "<name>" or usual_part(row[at].lower) in {"NOUN", "ADJ"})


def _bonds(row: Sequence[Unit], office: Office, person: Unit, owner: Unit) -> Iterator[Bond]:
    told: dict[str, list[Interval]] = {}
    for first, after in office.parts:
        phrase = " ".join(unit.lower for unit in row[first:after])
        relation = next((r for r in _relations()[phrase] if fits(r, owner)), None)
        if relation:
            told.setdefault(relation, []).append((row[first].start, row[after - 1].end))
    for relation, at in told.items():
        yield Bond(person, relation, tuple(at), owner)


def fits(relation: str, owner: Unit) -> bool:
    """Whether a relation can have this object: states have ministers, bodies have chairs, people have advisers."""
    if relation in _STATES:
        return owner.country is not None
    if relation in _ORGANS:
        return owner.is_body
    return owner.is_body or owner.is_person


def _before(row: Sequence[Unit], first: int) -> Unit | None:
    """Whose office it is, told before it: 'Acme's new …', 'Japanese …', 'U.S. …'."""
    at = first - 1
    while at >= 0 and first - at <= _NEUTRAL and row[at].lower in _around("neutral"):
        at -= 1
    at -= at > 0 and row[at].lower in closed("possessive_marks")
    if at < 0:
        return None
    unit = row[at]
    if _cut(row, at) or not (unit.country is not None or unit.is_body or unit.is_person):
        return None
    return unit


def _cut(row: Sequence[Unit], at: int) -> bool:
    """Whether the name at `at` is the end of a longer one ('… and Trade Policy Director', 'Job Makers Network')."""
    linked = at > 1 and row[at - 1].lower in {"and", "&", "of"} and row[at - 2].lower == "<name>"
    if linked:
        return row[at].country is None and not row[at].is_person
    return at == 1 and row[0].text[0].isupper() and usual_part(row[0].lower) in {"NOUN", "VERB"}


def _past_brackets(row: Sequence[Unit], at: int) -> int:
    """The unit after a short remark in brackets: 'Chief Financial Officer (CFO)'."""
    if at < len(row) and row[at].text == "(":
        closing = next((i for i in range(at, min(at + _NEUTRAL + 1, len(row))) if row[i].text == ")"), None)
        return closing + 1 if closing else at
    return at


def _person_after(row: Sequence[Unit], at: int) -> Unit | None:
    """'CEO Jane Roe', 'CEO, Jane Roe,'."""
    if at < len(row) and row[at].is_person:
        return row[at]
    lone = at + 1 < len(row) and row[at].text == "," and row[at + 1].is_person
    return row[at + 1] if lone and _closes(row, at + 2) else None


def _person_before(row: Sequence[Unit], first: int, owner: Unit | None) -> Unit | None:
    """'Jane Roe, the …', 'Jane Roe is the …', 'Jane Roe (…'."""
    at = (row.index(owner) if owner is not None else first) - 1
    while at >= 0 and row[at].lower in _around("articles"):
        at -= 1
    if at < 1:
        return None
    if row[at].text in {",", "("}:
        return row[at - 1] if row[at - 1].is_person else None
    return next((row[i] for i in range(max(at - 3, 0), at) if row[i].is_person and _being(row, i + 1, at + 1)), None)


def _being(row: Sequence[Unit], first: int, after: int) -> bool:
    return " ".join(unit.lower for unit in row[first:after]) in _around("being")


def _owner_after(row: Sequence[Unit], at: int, links: frozenset[str] | set[str], strict: bool = False) -> Unit | None:
    """'… of Acme', '… of the Growth Programme at Acme': the body right after the link, the last link of a chain."""
    found = None
    last = at
    for index in range(at, min(at + (1 if strict else _REACH), len(row))):
        if row[index].lower in links:
            owner = _first_name(row, index + 1)
            found, last = (owner or found), index
        elif _breaks(row[index]):
            break
    return found if found is not None and last - at < _REACH else None


def _first_name(row: Sequence[Unit], at: int) -> Unit | None:
    """The body or country at the head of a noun phrase: 'the', and words that describe it, may come before."""
    for index in range(at, min(at + 4, len(row))):
        unit = row[index]
        if unit.country is not None or unit.is_body or unit.is_person:
            return unit
        if unit.lower not in _around("articles") and usual_part(unit.lower) not in {"ADJ", "NOUN"}:
            return None
    return None


def _breaks(unit: Unit) -> bool:
    return unit.text in {",", ".", ";", ":"} or usual_part(unit.lower) in {"AUX", "VERB", "SCONJ", "PRON"}


def _closing_owner(row: Sequence[Unit], at: int) -> Unit | None:
    """'– Jane Roe, President and CEO, Acme': a body that closes the sentence after the office."""
    if at + 1 < len(row) and row[at].text == "," and row[at + 1].is_body and _ends(row, at + 2):
        return row[at + 1]
    return None


def _named_after(row: Sequence[Unit], owner: Unit) -> Unit | None:
    """'the president of Acme, Jane Roe,'."""
    at = row.index(owner) + 1
    lone = at + 1 < len(row) and row[at].text == "," and row[at + 1].is_person
    return row[at + 1] if lone and _closes(row, at + 2) else None


def _closes(row: Sequence[Unit], at: int) -> bool:
    """Whether an apposition ends here."""
    return at >= len(row) or row[at].text in {",", *_ENDS} or usual_part(row[at].lower) in {"AUX", "VERB"}


def _ends(row: Sequence[Unit], at: int) -> bool:
    return at >= len(row) or row[at].text in _ENDS


def listed(row: Sequence[Unit]) -> Iterator[Bond]:
    """'key Roe advisers including John Doe and Ann Poe': the people of a list, each tied to the one before it."""
    lowers = [unit.lower for unit in row]
    for index, lower in enumerate(lowers[:-1]):
        relation = _many().get(lower)
        stop = phrase_at(lowers, index + 1, _around("listing")) if relation else None
        owner = _before(row, index) if stop else None
        if relation is None or stop is None or owner is None or not fits(relation, owner):
            continue
        for at in range(stop, len(row)):
            if row[at].is_person:
                yield Bond(row[at], relation, (row[index].at,), owner)
            elif row[at].lower not in _around("joining"):
                break


@cache
def _around(name: str) -> frozenset[str]:
    lists: dict[str, list[str]] = table("bonds")["around"]  # type: ignore[assignment]
    return frozenset(lists[name])


@cache
def _phrases() -> frozenset[str]:
    return frozenset(phrase for phrases in words("ties").values() for phrase in phrases)


@cache
def _relations() -> dict[str, tuple[str, ...]]:
    """Office → the relations that it may make, in the lexicon's order."""
    lists = words("ties")
    return {phrase: tuple(relation for relation in lists if phrase in lists[relation]) for phrase in _phrases()}


@cache
def _many() -> dict[str, str]:
    lists: dict[str, list[str]] = table("bonds")["many"]  # type: ignore[assignment]
    return {noun: relation for relation, nouns in lists.items() for noun in nouns}


def officials(row: Sequence[Unit], office: Office, cast: Cast) -> Iterator[Bond]:
    """'Prime Minister Roe' alone: of the country that the table of terms knows and the story names."""
    person = _person_after(row, office.after)
    if person is None or len(office.parts) != 1:
        return
    first, after = office.parts[0]
    role = " ".join(unit.lower for unit in row[first:after])
    known = [term for term in terms() if term.role == role and term.surname in person.text.split()]
    codes = {term.country for term in known}
    country = cast.country(codes.pop()) if len(codes) == 1 else None
    if country is None:
        return
    if not any(term.given in person.name.split() for term in known):
        person = replace(person, referent=None)
    seat = Unit(country.start, country.end, country.name, country.name.lower(), country, country.country)
    yield from _bonds(row, office, person, seat)
