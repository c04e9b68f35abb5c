"""Acts: the verbs of the lexicon as they stand in a sentence, in any inflection, whole or split."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from makegood.reading.lexicon import rows, words

Inflection = Literal["base", "third", "past", "participle", "ing"]

_VOWELS = "aeiou"
_GAP = 5


@dataclass(frozen=True, slots=True)
class Act:
    """A verb at [first, last] in the pieces of a sentence; `classes` as in lexicon/verbs.toml."""

    first: int
    last: int
    lemma: str
    classes: frozenset[str]
    inflections: frozenset[Inflection]


@dataclass(frozen=True, slots=True)
class _Form:
    lemma: str
    rest: tuple[str, ...]
    inflections: frozenset[Inflection]


def acts(lowers: Sequence[str]) -> list[Act]:
    """The acts among the lower-case pieces of a sentence; the longest phrase wins at each place."""
    found: list[Act] = []
    forms = _forms()
    for index, lower in enumerate(lowers):
        if lower not in forms:
            continue
        near = ((_reach(lowers, index, form.rest), form) for form in forms[lower])
        options = [(last, form) for last, form in near if last is not None]
        if options:
            last, form = max(options, key=lambda option: (len(option[1].rest), -option[0], option[1].lemma))
            found.append(Act(index, last, form.lemma, _classes()[form.lemma], form.inflections))
    return found


def is_verb_form(lower: str) -> bool:
    """Whether a lower-case form is a form of a verb of the lexicon ('spends')."""
    return any(not form.rest for form in _forms().get(lower, ()))


def telling(lemmas: Iterable[str]) -> frozenset[str]:
    """Words without which none of these verbs stands in a sentence: the forms of each, or a longer particle."""
    known = frozenset(lemmas)
    found = ((form, option) for form, options in _forms().items() for option in options if option.lemma in known)
    return frozenset(max((*option.rest, form), key=len) for form, option in found)


def of_classes(names: Iterable[str]) -> frozenset[str]:
    """The verbs of some lists of lexicon/verbs.toml."""
    return frozenset().union(*(words("verbs")[name] for name in names))


def _reach(lowers: Sequence[str], index: int, rest: tuple[str, ...]) -> int | None:
    """Where the particles `rest` of a phrasal verb end; an object may stand between ('put it on hold')."""
    if not rest:
        return index
    for first in range(index + 1, min(index + 2 + _GAP, len(lowers) - len(rest) + 1)):
        if tuple(lowers[first : first + len(rest)]) == rest:
            return first + len(rest) - 1
        if lowers[first] in {",", ";", ".", "and", "but", "to"}:
            return None
    return None


@cache
def _classes() -> dict[str, frozenset[str]]:
    lists = words("verbs")
    lemmas = {lemma for value in lists.values() for lemma in value}
    return {lemma: frozenset(name for name, value in lists.items() if lemma in value) for lemma in lemmas}


@cache
def _forms() -> dict[str, tuple[_Form, ...]]:
    by_form: dict[str, list[_Form]] = {}
    for lemma in sorted(_classes()):
        head, *rest = lemma.split()
        inflected: dict[str, set[Inflection]] = {}
        for form, inflection in _inflect(head):
            inflected.setdefault(form, set()).add(inflection)
        for form, inflections in inflected.items():
            by_form.setdefault(form, []).append(_Form(lemma, tuple(rest), frozenset(inflections)))
    return {form: tuple(options) for form, options in by_form.items()}


def _inflect(head: str) -> Iterator[tuple[str, Inflection]]:
    yield head, "base"
    regular = _regular(head, "ed")
    past, participle = rows("irregular").get(head, (regular, regular))
    yield past, "past"
    yield participle, "participle"
    yield _third(head), "third"
    yield _regular(head, "ing"), "ing"
    if head in words("doubling")["british"]:
        yield head + head[-1] + "ed", "past"
        yield head + head[-1] + "ed", "participle"
        yield head + head[-1] + "ing", "ing"


def _third(head: str) -> str:
    if head.endswith(("s", "x", "z", "ch", "sh", "o")):
        return head + "es"
    return head[:-1] + "ies" if head.endswith("y") and head[-2] not in _VOWELS else head + "s"


def _regular(head: str, ending: str) -> str:
    if head.endswith("ie") and ending == "ing":
        return head[:-2] + "ying"
    if head.endswith("e") and not head.endswith(("ee", "oe", "ye")):
        return head[:-1] + ending
    if head.endswith("ee") and ending == "ed":
        return head + "d"
    if ending == "ed" and head.endswith("y") and head[-2] not in _VOWELS:
        return head[:-1] + "ied"
    return head + (head[-1] if head in words("doubling")["always"] else "") + ending
