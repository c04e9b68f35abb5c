"""Which keys of names stand alone in which documents, and what a short name is short for.

'Northshore' means 'Northshore Motors' where that is the only company of all documents whose name goes on so.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from makegood.reference.organisations import organisation_words

_SHORTEST_STEM = 4


class Alone:
    """Counts of keys over documents, kept up to date as documents enter and leave."""

    def __init__(self) -> None:
        self._documents: Counter[str] = Counter()
        self._longer: defaultdict[str, set[str]] = defaultdict(set)
        self._users: defaultdict[str, set[str]] = defaultdict(set)
        self._looked_up: dict[str, frozenset[str]] = {}

    def enter(self, document: str, keys: Collection[str], looked_up: Iterable[str]) -> set[str]:
        """Count a document's keys; returns those that no other document has.

        Args:
            looked_up: keys on whose standing the meaning of the document's names depends.
        """
        self._looked_up[document] = frozenset(looked_up)
        for key in self._looked_up[document]:
            self._users[key].add(document)
        self._documents.update(iter(keys))
        first = {key for key in keys if self._documents[key] == 1}
        for key in first:
            for stem in _stems(key):
                self._longer[stem].add(key)
        return first

    def leave(self, document: str, keys: Collection[str]) -> set[str]:
        """Take a document's keys off; returns those that no other document has."""
        for key in self._looked_up.pop(document):
            self._users[key].discard(document)
        self._documents.subtract(iter(keys))
        last = {key for key in keys if not self._documents[key]}
        for key in last:
            del self._documents[key]
            for stem in _stems(key):
                self._longer[stem].discard(key)
        return last

    def stands(self, key: str) -> bool:
        """Whether a document names it by itself."""
        return key in self._documents

    def longer(self, key: str) -> str:
        """The one key of all documents that adds words of a company to this one; else this one."""
        longer = self._longer.get(key, ())
        if len(longer) != 1 or not self.stands(key):
            return key
        (found,) = longer
        return found if organisation_words("company").issuperset(found.removeprefix(f"{key} ").split()) else key

    def concerned(self, keys: Iterable[str]) -> set[str]:
        """Documents in which a name may mean another, since these keys came up or went."""
        return {document for key in keys for one in (key, *_stems(key)) for document in self._users.get(one, ())}


def _stems(key: str) -> Iterator[str]:
    """Beginnings of a key of names that are long enough to stand for it."""
    if key.startswith("name:"):
        words = key.split()
        stems = (" ".join(words[:stop]) for stop in range(1, len(words)))
        yield from (stem for stem in stems if len(stem.removeprefix("name:")) >= _SHORTEST_STEM)
