"""Names: capitalised runs of a sentence, cut into actors, places and roles, each with its kind."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from makegood.reading.lexicon import words
from makegood.reading.tokens import Token, usual_part
from makegood.reading.verbs import is_verb_form
from makegood.reference.actors import known_actor
from makegood.reference.places import PLACES, Place

NameKind = Literal["company", "government", "fund", "person", "consortium", "organization", "place", "demonym", "project"]

_LINKS = {"of", "the", "for", "de", "del", "la", "las", "los", "do", "da", "dos", "al", "bin", "bint", "von", "van", "der", "den", "du", "y", "e", "and", "&", "le", "di", "el", "-"}
_ORG_LINKS = {"of", "for", "the", "and"}
_PERSON_LINKS = {"de", "del", "da", "dos", "al", "bin", "bint", "von", "van", "der", "den", "du", "la", "el", "di", "ben"}
_MONOGRAM = 2
_COMPASS = frozenset({"north", "south", "east", "west"})
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}$")


@dataclass(frozen=True, slots=True)
class Name:
    """Code points [start, end) of a name as it stands; `country` ISO alpha-2 where the name tells it."""

    start: int
    end: int
    text: str
    kind: NameKind | None
    country: str | None = None
    place: Place | None = None


def find_names(tokens: Sequence[Token], lower_forms: frozenset[str], title_case: bool) -> list[Name]:
    """The names of one sentence, in order, not overlapping.

    `lower_forms` are the lower-case words of the whole document: a capitalised word that also stands
    there in lower case is no name at the start of a sentence. `title_case` marks a heading.
    """
    names: list[Name] = []
    index = 0
    while index < len(tokens):
        stop = _run(tokens, index, lower_forms, title_case)
        if stop == index:
            index += 1
            continue
        names.extend(_cut(tokens[index:stop], at_start=index == 0))
        index = stop
    return names


def _run(tokens: Sequence[Token], index: int, lower_forms: frozenset[str], title_case: bool) -> int:
    """Where the capitalised run that begins at `index` ends; `index` itself when none does."""
    if not _capital(tokens[index]) or not _opens(tokens, index, lower_forms, title_case):
        return index
    stop = index + 1
    while stop < len(tokens):
        if tokens[stop - 1].text == ".":
            break
        if _capital(tokens[stop]) and _goes_on(tokens[stop], title_case):
            stop += 1
        elif _linked(tokens, index, stop):
            stop += 2 if _capital(tokens[stop + 1]) else 3
        elif tokens[stop].text == "," and stop + 1 < len(tokens) and tokens[stop + 1].text in {"Inc", "Ltd", "LLC", "Corp"}:
            stop += 2
        elif tokens[stop].text == "." and tokens[stop - 1].lower in {"inc", "corp", "co", "ltd", "jr", "st", "bros"} and stop + 1 < len(tokens):
            stop += 1
        else:
            break
    return stop


def _capital(token: Token) -> bool:
    text = token.text
    return text[0].isupper() or (len(text) > 1 and text[1].isupper() and text[0].isalpha())


def _goes_on(token: Token, title_case: bool) -> bool:
    if not title_case:
        return True
    if (is_verb_form(token.lower) or _third_person(token.lower)) and not _organises(token.lower):
        return False
    part = usual_part(token.lower)
    return part is None or _organises(token.lower) or token.lower in _role_words()


def _opens(tokens: Sequence[Token], index: int, lower_forms: frozenset[str], title_case: bool) -> bool:
    token = tokens[index]
    alone = index + 1 == len(tokens) or not _capital(tokens[index + 1])
    if token.lower in words("organisations")["never"] or (alone and token.lower in _COMPASS) or (_DOTTED.match(token.text) and token.text not in PLACES):
        return False
    if len(token.text) > 1 and token.text.isupper():
        return usual_part(token.lower) is None or token.text in PLACES or not title_case
    if token.text in PLACES:
        return True
    part = usual_part(token.lower)
    if title_case:
        return part is None and not is_verb_form(token.lower)
    first = index == 0 or tokens[index - 1].text in {"“", '"', "‘", ":", "(", "—", "–", "-", "•", "'"}
    if not first:
        return True
    followed = index + 1 < len(tokens) and _capital(tokens[index + 1]) and tokens[index + 1].lower not in words("organisations")["never"]
    if part in {"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "ADV", "PART", "NUM"}:
        return False
    if index == 0 and part == "NOUN" and index + 1 < len(tokens) and _told_of(tokens[index + 1].lower) and not token.lower.endswith("s"):
        return True
    if token.lower in lower_forms or part is not None:
        return followed and (token.lower in _role_words() or _organised(tokens, index)) or known_actor(token.text) is not None
    return True


def _third_person(lower: str) -> bool:
    """'pushes': a verb's third person that no list holds."""
    return lower.endswith("s") and "VERB" in {usual_part(lower[:-1]), usual_part(lower[:-2])} and usual_part(lower) is None


def _told_of(lower: str) -> bool:
    """Whether a verb that a sentence's first word could be the subject of follows ('Carrier announced')."""
    return lower in {"announced", "said", "will", "committed", "pledged", "plans", "is", "has", "announces", "unveiled", "intends"}


def _organised(tokens: Sequence[Token], index: int) -> bool:
    """Whether the run after `index` holds a word that makes an organisation ('Global Aluminum Corp')."""
    for token in tokens[index + 1 : index + 6]:
        if not _capital(token) and token.lower not in _LINKS:
            return False
        if _organises(token.lower):
            return True
    return False


def _organises(lower: str) -> bool:
    lists = words("organisations")
    return any(lower in lists[kind] for kind in ("company", "fund", "government", "organization"))


def _linked(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Whether the token at `index` links two halves of one name ('Ministry of Trade', 'Mohammed bin Salman')."""
    if index + 1 >= len(tokens):
        return False
    link, following = tokens[index].lower, tokens[index + 1]
    run = [token.lower for token in tokens[first:index]]
    if link == "&":
        return _capital(following)
    if link in _PERSON_LINKS:
        return _capital(following) or (following.lower in _PERSON_LINKS and index + 2 < len(tokens) and _capital(tokens[index + 2]))
    if link in {"of", "for"} and any(_organises(lower) or lower in {"house", "bank", "kingdom"} for lower in run):
        two = following.lower == "the" and index + 2 < len(tokens) and _capital(tokens[index + 2])
        return (_capital(following) and following.text not in PLACES) or (_capital(following) and link == "of") or two
    if link == "and" and index + 1 < len(tokens):
        joined = " ".join([*(t.text for t in tokens[first:index]), "and", following.text])
        return known_actor(joined) is not None or following.text in {"Company", "Co", "Sons", "Partners"}
    return False


@cache
def _role_words() -> frozenset[str]:
    return frozenset(word for role in words("roles").values() for phrase in role for word in phrase.split())


def _cut(run: Sequence[Token], at_start: bool) -> Iterator[Name]:
    """A run cut at role words ('SoftBank CEO Masayoshi Son') and after a leading demonym."""
    piece: list[Token] = []
    after_role = False
    for position, token in enumerate(run):
        role = _is_role(run, position) and not _inside(run, position)
        if role:
            if not (at_start and len(piece) == 1 and piece[0] is run[0] and _nobody(piece[0].text)):
                yield from _name(piece, after_role)
            piece, after_role = [], True
        else:
            piece.append(token)
    yield from _name(piece, after_role)


def _nobody(text: str) -> bool:
    """Whether a sentence's first word before a role says nothing of whose role it is ('Caretaker Prime Minister')."""
    return text not in PLACES and known_actor(text) is None and usual_part(text.lower()) in {"ADJ", "NOUN", "ADV"}


def _is_role(run: Sequence[Token], position: int) -> bool:
    """A role's last word ('Minister'), or a word before it that the role has too ('Prime', 'Foreign')."""
    lower = run[position].lower
    if position + 1 < len(run) and position == 0 and run[position + 1].lower in words("organisations")["company"]:
        return False
    if lower in role_heads() and (lower != "general" or (position == 0 and len(run) > _MONOGRAM)):
        return True
    following = run[position + 1].lower if position + 1 < len(run) else ""
    return following in role_heads() and lower in _role_words() and usual_part(lower) is not None


@cache
def role_heads() -> frozenset[str]:
    """The last words of offices and roles ('minister', 'ceo'), from lexicon/roles.toml."""
    return frozenset(role.split()[-1] for group in words("roles").values() for role in group) | {"chief", "vice"}


def _inside(run: Sequence[Token], position: int) -> bool:
    """Whether a role word belongs to an organisation's name ('Office of the President', 'Crown Holdings')."""
    return position > 0 and run[position - 1].lower in {"of", "the"}


def _name(piece: Sequence[Token], after_role: bool) -> Iterator[Name]:
    piece = list(piece)
    while piece and (piece[-1].lower in _LINKS or piece[-1].text in {".", "-"}):
        piece.pop()
    while piece and (piece[0].lower in _LINKS or piece[0].text in {".", "-"}) and not _capital(piece[0]):
        piece.pop(0)
    if not piece:
        return
    whole = _classified(piece, after_role)
    head = PLACES.get(piece[0].text)
    if len(piece) > _MONOGRAM and (pair := PLACES.get(f"{piece[0].text} {piece[1].text}")) and pair.kind == "demonym":
        yield _classified(piece[:2], after_role=False)
        yield _classified(piece[2:], after_role=False)
        return
    if whole.kind in {None, "person"} and len(piece) > 1 and head and head.kind in {"demonym", "country"} and known_actor(whole.text) is None:
        yield _classified(piece[:1], after_role=False)
        yield _classified(piece[1:], after_role or len(piece) > _MONOGRAM)
        return
    yield whole


def _classified(piece: Sequence[Token], after_role: bool) -> Name:
    text = _surface(piece)
    name = Name(piece[0].start, piece[-1].end, text, None)
    place = PLACES.get(text)
    if place:
        return replace(name, kind="demonym" if place.kind == "demonym" else "place", country=place.country, place=place)
    known = known_actor(text)
    if known:
        return replace(name, kind=known.kind, country=known.country)
    kind = _kind([token.lower for token in piece])
    if kind is None and (after_role or _personal(piece)):
        kind = "person"
    return replace(name, kind=kind)


def _surface(piece: Sequence[Token]) -> str:
    out = piece[0].text
    for before, token in zip(piece, piece[1:], strict=False):
        out += " " * (token.start - before.end > 0) + token.text
    return out


def _kind(lowers: Sequence[str]) -> NameKind | None:
    """By the organising words of a name, the last first ('Export-Import Bank' is no government)."""
    lists = words("organisations")
    joined = " ".join(lowers)
    if lowers[0] in {"department", "ministry", "government", "treasury"} or {"department", "ministry"} & set(lowers[:3]):
        return "government"
    if lowers[-1] in lists["project"]:
        return "project"
    if "fund" in lowers or "investment authority" in joined:
        return "fund"
    for lower in reversed(lowers):
        if lower in lists["government"] and lower not in {"white", "federal", "state"}:
            return "government"
        if lower in lists["organization"]:
            return "organization"
        if lower in lists["company"]:
            return "organization" if lower == "bank" and "development" in lowers else "company"
    if joined == "white house":
        return "government"
    return "project" if lists["project"] & set(lowers[1:]) else None


def _personal(piece: Sequence[Token]) -> bool:
    """Whether a run looks like a person's first and last name."""
    forms = [t for t in piece if t.lower not in _PERSON_LINKS]
    if len(forms) not in (2, 3) or not all(t.text.replace("-", "").replace(".", "").replace("'", "").isalpha() for t in forms):
        return False
    if any(t.text.isupper() and len(t.text) > _MONOGRAM for t in forms):
        return False
    return forms[0].lower in words("first_names")["names"] and usual_part(forms[-1].lower) not in {"NOUN", "ADJ"}
