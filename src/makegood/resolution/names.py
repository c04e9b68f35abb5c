"""Names of organisations made comparable: a key that is equal for one name written twice, and a score.

The score is of the names alone: two actors may have one name. Numbers must be equal ('Fund III' is not
'Fund IV'); a typo costs little in a long word and everything in a short one.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from makegood.reference.folding import fold
from makegood.reference.organisations import house_words, legal_suffixes, organisation_words, spellings, weak_words
from makegood.reference.places import PLACES
from makegood.reference.telling import telling_words

SAME = 0.8
"""From this score on two names are one."""

_LINKS = frozenset({"the", "of", "and", "for", "de", "la", "le", "du", "der", "die", "das", "in"})
_JOINED, _ACRONYM, _TYPO = 0.95, 0.9, 0.05
_WEAK, _STRONG = 0.2, 1.0
_SHORT, _LONG = 2, 9
_OWN_WORD = 5
_LONGEST_ACRONYM = 12
_LENGTHS = (5, 4, 3, 2, 1)
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}


@lru_cache(maxsize=100_000)
def name_key(name: str) -> str:
    """The name's words that tell it apart: folded, without legal forms at its ends, links and articles."""
    return " ".join(_words(name))


@lru_cache(maxsize=100_000)
def house_key(name: str) -> str:
    """The key without the words for a whole house: 'Northshore Holdings' → 'northshore'."""
    words = _words(name)
    return " ".join([word for word in words if word not in house_words()] or words)


@lru_cache(maxsize=100_000)
def beginning(key: str) -> str | None:
    """The first word of an actor's key, if it is a name's own: 'begins northshore' of 'name:northshore cloud'."""
    scheme, _, rest = key.partition(":")
    word = rest.partition(" ")[0]
    if scheme not in ("name", "known") or len(word) < _OWN_WORD or word in _anybodys_words():
        return None
    return f"begins {word}"


@cache
def _anybodys_words() -> frozenset[str]:
    """Words with which names of many unrelated organisations begin."""
    countries = frozenset(fold(name).partition(" ")[0] for name in PLACES)
    organising = organisation_words("company") | organisation_words("government") | weak_words()
    return organising | countries | telling_words("empty")


def same_name_score(a: str, b: str) -> float:
    """How far two names of organisations are the same, 0 to 1; `SAME` and above counts as one name."""
    first, second = _words(a), _words(b)
    if not first or not second:
        return float(fold(a) == fold(b) != "")
    if first == second:
        return 1.0
    if _joined(first, fold(a)) & _joined(second, fold(b)):
        return _JOINED
    if is_acronym(a, b) or is_acronym(b, a):
        return _ACRONYM
    return _aligned(first, second)


def is_acronym(short: str, long: str) -> bool:
    """Whether `short` is the initials of `long`: 'TSMC' of 'Taiwan Semiconductor Manufacturing Company'.

    With or without its small words and its legal form.
    """
    if len(short) > _LONGEST_ACRONYM or short != short.upper():
        return False
    letters = fold(short)
    return len(letters) > _SHORT and letters.isalpha() and letters in _initials(long)


@lru_cache(maxsize=100_000)
def _initials(name: str) -> frozenset[str]:
    every = fold(name).split()
    big = [word for word in every if word not in _LINKS]
    told = [word for word in big if word not in legal_suffixes()]
    return frozenset("".join(word[0] for word in words) for words in (every, big, told) if len(words) > _SHORT)


@lru_cache(maxsize=100_000)
def _words(name: str) -> tuple[str, ...]:
    words = fold(name).split()
    bare = _without_legal_forms(words) if words else words
    told = [spelled for word in bare if word not in _LINKS for spelled in spellings().get(word, word).split()]
    return tuple(_ROMAN.get(word, word) if place else word for place, word in enumerate(told)) or tuple(words)


def _without_legal_forms(words: list[str]) -> list[str]:
    """Without the forms at the end and, once, at the start; the name's own words are never all taken."""
    stop = len(words)
    forms = legal_suffixes()
    ends, starts = _edges()
    while words[stop - 1 : stop] and words[stop - 1] in ends:
        length = next((n for n in _LENGTHS if n < stop and " ".join(words[stop - n : stop]) in forms), 0)
        if not length:
            break
        stop -= length
    if words[0] not in starts:
        return words[:stop]
    start = next((n for n in _LENGTHS if n < stop and " ".join(words[:n]) in forms), 0)
    return words[start:stop]


@cache
def _edges() -> tuple[frozenset[str], frozenset[str]]:
    """Last and first words of legal forms: most names are done after a look at these."""
    forms = [form.split() for form in legal_suffixes()]
    return frozenset(form[-1] for form in forms), frozenset(form[0] for form in forms)


def _joined(words: Iterable[str], folded: str) -> frozenset[str]:
    """'Good Will' is 'Goodwill', 'SiemensAG' is 'Siemens AG'."""
    return frozenset(("".join(words), folded.replace(" ", "")))


def _aligned(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """Weight of the words that both have over the weight of all, less a little for each typo."""
    few, many = sorted((first, second), key=lambda words: (len(words), words))
    left = list(many)
    shared = typos = lost = 0.0
    for word in few:
        edits, match = min(_candidates(word, left), default=(0, ""))
        if match:
            left.remove(match)
            shared += _weight(word)
            typos += edits
        else:
            lost += _weight(word)
    over = sum(_weight(word) for word in left)
    if not shared:
        return 0.0
    return max(0.0, shared / (shared + lost + over) - _TYPO * typos)


def _candidates(word: str, others: list[str]) -> Iterator[tuple[int, str]]:
    for other in others:
        if word == other:
            yield 0, other
            return
        budget = _edits(word, other)
        edits = OSA.distance(word, other, score_cutoff=budget)
        if edits <= budget:
            yield edits, other


def _edits(word: str, other: str) -> int:
    """How many letters of the two words may differ; of a number none."""
    length = min(len(word), len(other))
    if length <= _SHORT or not (word.isalpha() and other.isalpha()):
        return 0
    return 1 if length < _LONG else 2


def _weight(word: str) -> float:
    return _WEAK if word in weak_words() else _STRONG
