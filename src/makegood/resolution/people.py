"""Persons' names made comparable: without titles, middle initials and generational endings."""

from functools import lru_cache

from makegood.reference.folding import fold
from makegood.reference.telling import telling_words

_ENDINGS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_LONGEST_TITLE = 3


@lru_cache(maxsize=50_000)
def person_key(name: str) -> str:
    """'President Donald J. Trump' → 'donald trump'; 'J.D. Vance' → 'jd vance'."""
    words = fold(name).split()
    bare = _without_titles(words) or words
    if len(bare) > 1 and bare[-1] in _ENDINGS:
        bare = bare[:-1]
    middle = [word for word in bare[1:-1] if len(word) > 1]
    return " ".join([bare[0], *middle, bare[-1]] if len(bare) > 1 else bare)


def _without_titles(words: list[str]) -> list[str]:
    titles = telling_words("titles")
    while length := next((n for n in range(_LONGEST_TITLE, 0, -1) if " ".join(words[:n]) in titles), 0):
        words = words[length:]
    return words
