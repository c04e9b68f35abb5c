"""Runs of capitalised words in a sentence: where a name may begin, and how far it may go."""

import re
from collections.abc import Sequence

from makegood.reading.lexicon import words
from makegood.reading.name_kinds import organises
from makegood.reading.pieces import Piece
from makegood.reading.roles import role_parts
from makegood.reading.tokens import usual_part
from makegood.reading.verbs import is_verb_form
from makegood.reference.actors import known_actor
from makegood.reference.places import PLACES

_DOTTED = re.compile(r"(?:[A-Z]\.){2,}$")
_OPENING = frozenset({"“", '"', "‘", ":", "(", "—", "–", "-", "•", "'"})
_CLOSED_CLASSES = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "ADV", "PART", "NUM"})
_ORGANISED = 6


def run_end(tokens: Sequence[Piece], index: int, lower_forms: frozenset[str], title_case: bool) -> int:
    """Where the capitalised run that begins with the capital at `index` ends; `index` itself when none does.

    `lower_forms` are the lower-case words of the whole document: a capitalised word that also stands
    there in lower case is no name at the start of a sentence. `title_case` marks a heading.
    """
    if not _opens(tokens, index, lower_forms, title_case):
        return index
    stop = index + 1
    while stop < len(tokens) and (tokens[stop - 1].text != "." or _legal_form(tokens, stop)):
        step = _step(tokens, index, stop, title_case)
        if step == 0:
            break
        stop += step
    return stop


def _legal_form(tokens: Sequence[Piece], stop: int) -> bool:
    """Whether a second legal form follows a stop and a comma ('Acme Co., Ltd.')."""
    after = tokens[stop : stop + 2]
    return len(after) == 2 and after[0].text == "," and after[1].lower in words("names")["after_comma"]


def capital(token: Piece) -> bool:
    """Whether a token begins with a capital, or has one after its first letter ('iPhone')."""
    text = token.text
    return text[0].isupper() or (len(text) > 1 and text[1].isupper() and text[0].isalpha())


def _step(tokens: Sequence[Piece], first: int, stop: int, title_case: bool) -> int:
    """How many more tokens belong to the run [first, stop)."""
    if capital(tokens[stop]) and _goes_on(tokens[stop], title_case):
        return 1
    if _linked(tokens, first, stop):
        return 2 if capital(tokens[stop + 1]) else 3
    if stop + 1 == len(tokens):
        return 0
    if _initial(tokens, stop):
        return 2
    small = words("names")
    if tokens[stop].text == "," and capital(tokens[stop + 1]) and tokens[stop + 1].lower in small["after_comma"]:
        return 2
    return int(tokens[stop].text == "." and tokens[stop - 1].lower in small["stopped"])


def _initial(tokens: Sequence[Piece], stop: int) -> bool:
    """Whether a stop only abbreviates a name's middle ('Donald J. Trump')."""
    before = tokens[stop - 1].text
    return tokens[stop].text == "." and len(before) == 1 and before.isupper() and capital(tokens[stop + 1])


def _goes_on(token: Piece, title_case: bool) -> bool:
    """Whether a capitalised word may belong to a name that has begun; in a heading few may."""
    if not title_case or organises(token.lower):
        return True
    if is_verb_form(token.lower) or _third_person(token.lower):
        return False
    return token.part is None or token.lower in role_parts()


def _opens(tokens: Sequence[Piece], index: int, lower_forms: frozenset[str], title_case: bool) -> bool:
    """Whether a capitalised word may open a name."""
    token = tokens[index]
    if _never(tokens, index):
        return False
    if len(token.text) > 1 and token.text.isupper():
        return token.part is None or token.text in PLACES or not title_case
    if token.text in PLACES or (index + 1 < len(tokens) and f"{token.text} {tokens[index + 1].text}" in PLACES):
        return True
    if title_case:
        return token.part is None and not is_verb_form(token.lower)
    first = index == 0 or tokens[index - 1].text in _OPENING
    return not first or _opens_sentence(tokens, index, lower_forms)


def _never(tokens: Sequence[Piece], index: int) -> bool:
    token = tokens[index]
    alone = index + 1 == len(tokens) or not capital(tokens[index + 1])
    return (
        token.lower in words("organisations")["never"]
        or (alone and token.lower in words("names")["compass"])
        or (_DOTTED.match(token.text) is not None and token.text not in PLACES)
    )


def _opens_sentence(tokens: Sequence[Piece], index: int, lower_forms: frozenset[str]) -> bool:
    """Whether a sentence's first word, capitalised anyway, opens a name."""
    token, part = tokens[index], tokens[index].part
    if part in _CLOSED_CLASSES:
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    told_of = following is not None and following.lower in words("names")["told_of"]
    if index == 0 and part == "NOUN" and told_of and not token.lower.endswith("s"):
        return True
    if token.lower not in lower_forms and part is None:
        return True
    followed = following is not None and capital(following) and following.lower not in words("organisations")["never"]
    if followed and (token.lower in role_parts() or _organised(tokens, index)):
        return True
    return known_actor(token.text) is not None


def _third_person(lower: str) -> bool:
    """'pushes': a verb's third person that no list holds."""
    return lower.endswith("s") and "VERB" in {usual_part(lower[:-1]), usual_part(lower[:-2])} and not usual_part(lower)


def _organised(tokens: Sequence[Piece], index: int) -> bool:
    """Whether the run after `index` holds a word that makes an organisation ('Global Aluminum Corp')."""
    for token in tokens[index + 1 : index + _ORGANISED]:
        if not capital(token) and token.lower not in words("names")["links"]:
            return False
        if organises(token.lower):
            return True
    return False


def _linked(tokens: Sequence[Piece], first: int, index: int) -> bool:
    """Whether the token at `index` links two halves of one name ('Ministry of Trade', 'Mohammed bin Salman')."""
    if index + 1 >= len(tokens):
        return False
    link, following, small = tokens[index].lower, tokens[index + 1], words("names")
    beyond = index + 2 < len(tokens) and capital(tokens[index + 2])
    if link == "&":
        return capital(following)
    if link in small["family"]:
        return capital(following) or (following.lower in small["family"] and beyond)
    if link in {"of", "for"} and _takes_of(tokens[first:index]):
        named = capital(following) and (link == "of" or following.text not in PLACES)
        return named or (following.lower == "the" and beyond)
    return link == "and" and _firm(tokens[first:index], following)


def _takes_of(run: Sequence[Piece]) -> bool:
    return any(organises(t.lower) or t.lower in words("names")["before_of"] for t in run)


def _firm(run: Sequence[Piece], following: Piece) -> bool:
    """'Smith and Sons', or an actor known by a name with 'and'."""
    joined = " ".join([*(t.text for t in run), "and", following.text])
    return known_actor(joined) is not None or (capital(following) and following.lower in words("names")["partners"])
