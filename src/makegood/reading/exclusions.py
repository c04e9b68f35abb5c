"""Exclusions: why a sum that somebody acts on is no pledge all the same (R1, R8, R21)."""

from collections.abc import Callable

from makegood.reading.cast import Cast, Referent
from makegood.reading.lexicon import words
from makegood.reading.money_roles import Role
from makegood.reading.story import Passage
from makegood.reading.subjects import Doer
from makegood.reading.voice import verbal, voice

_DONE = frozenset({"put", "pay", "build"})
_PROMISING = frozenset({
    "put", "promise", "agree", "plan", "consider", "flow", "cancel", "delay", "reduce", "begin", "finish",
})  # fmt: skip
_STATES = frozenset({"country", "continent", "region", "capital", "demonym"})
_ASKED = 9
UNSAID = "nothing promised"
"""The exclusion that an encoder may overrule: it sees promises in words that no list holds."""


def excluded(passage: Passage, role: Role, found: Doer, cast: Cast) -> str | None:
    """The name of the first rule that keeps the sum from being a pledge of `found`; None when none does."""
    return next((name for name, _, holds in _EXCLUSIONS if holds(passage, role, found, cast)), None)


def _history(passage: Passage, role: Role, _found: Doer, _cast: Cast) -> bool:
    """Money spent or a plant built, with no word of a promise in the sentence."""
    act = role.verb
    if act is None or not act.classes & _DONE or role.head in {"promise", "deal"} or "promise" in act.classes:
        return False
    told = voice(passage, act)
    if told.passive or not told.finished:
        return False
    announcing = words("exclusions")["announcing"]
    return not any("promise" in a.classes or a.lemma in announcing for a in passage.acts)


def _flow_between(passage: Passage, role: Role, _found: Doer, _cast: Cast) -> bool:
    """'$5 billion of investment between the two countries'."""
    putting = role.verb is not None and bool(role.verb.classes & {"put", "promise"})
    return role.noun is not None and passage.lower(role.noun + 1) == "between" and not putting


def _asked(passage: Passage, role: Role, _found: Doer, _cast: Cast) -> bool:
    """Somebody only asks for the money."""
    verb = role.verb
    asking = (a for a in passage.acts if "ask" in a.classes and "ing" not in a.inflections)
    return verb is not None and any(a.first < verb.first <= a.last + _ASKED for a in asking)


def _politics(_passage: Passage, _role: Role, found: Doer, _cast: Cast) -> bool:
    """A party promises: manifestos and budgets are programmes."""
    campaigning = words("organisations")["party"] | {"party"}
    return any(campaigning & set(r.name.casefold().split()) for r in found.referents)


def _subsidy_at_home(passage: Passage, role: Role, found: Doer, cast: Cast) -> bool:
    """A government lends or gives to a firm at home."""
    giving = role.verb is not None and role.verb.lemma in words("exclusions")["giving"]
    if (role.head != "aid" and not giving) or any(r.kind != "government" for r in found.referents):
        return False
    homes = _homes(passage, found)
    if _names_a_firm(passage, cast):
        return all(country in homes for country in _states_named(passage))
    return all(country in homes for other in cast.story.passages for country in _states_named(other))


def _homes(passage: Passage, found: Doer) -> set[str]:
    """The countries whose governments act; when none is told, those that the sentence names."""
    told = {r.country or ("US" if "U.S." in r.name else None) for r in found.referents}
    named = {p.country for p in passage.pieces if p.place}
    return {code for code in told if code} or {code for code in named if code}


def _names_a_firm(passage: Passage, cast: Cast) -> bool:
    return any(_is_firm(cast.at[passage.number, i]) for i in cast.seating.seated(passage.number))


def _is_firm(referent: Referent) -> bool:
    return referent.kind in {"company", None} and not referent.is_place and not referent.described


def _states_named(passage: Passage) -> list[str | None]:
    """The countries (None for continents) that a sentence names as such, by demonym or by capital."""
    return [p.country for p in passage.pieces if p.place and p.place.kind in _STATES]


def _nothing_promised(passage: Passage, role: Role, _found: Doer, _cast: Cast) -> bool:
    """No verb of promising, no future and no noun of promising; or a noun whose verb tells of the past."""
    if role.announces:
        return role.noun is not None and _told_of_the_past(passage, role.noun, role.at)
    if passage.sentence.shape == "bullet" and "for_project" in role.signs:
        return False
    acts = [a for a in passage.acts if verbal(passage, a)]
    announced = any("announce" in a.classes and "say" not in a.classes for a in acts)
    future = any(p.lower in words("voice")["future"] for p in passage.pieces)
    return not (announced or future or any(a.classes & _PROMISING for a in acts))


def _told_of_the_past(passage: Passage, noun: int, at: int) -> bool:
    past, future = words("exclusions")["past"], words("exclusions")["future"]
    between = set(passage.lowers(noun + 1, at))
    return bool(past & set(passage.lowers(noun + 1, noun + 3))) or bool(past & between and not future & between)


def _size_of_the_promisor(passage: Passage, role: Role, found: Doer, _cast: Cast) -> bool:
    """'the $40 billion Acme Fund': the sum says how large somebody is."""
    return role.noun is None and any((passage.number, role.at + 1) in r.seats for r in found.referents)


_EXCLUSIONS: tuple[tuple[str, str, Callable[[Passage, Role, Doer, Cast], bool]], ...] = (
    ("history", "R1", _history),
    ("flow between", "R8", _flow_between),
    ("asked for", "R1", _asked),
    ("politics", "R1", _politics),
    ("subsidy at home", "R21", _subsidy_at_home),
    ("size of the promisor", "R21", _size_of_the_promisor),
    (UNSAID, "R1", _nothing_promised),
)
"""Name, counting rule and test of each exclusion."""
