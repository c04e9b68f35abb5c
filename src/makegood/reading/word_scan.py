"""Where any of a set of words stands in a text, in one fast pass: the cheap test before a reader's patterns."""

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind


class WordScan:
    """Whole words, as given and with a capital first letter (`capitals`: in capitals too).

    `figures`: a figure may touch a word ('5EUR').
    """

    def __init__(self, words: Iterable[str], capitals: bool = False, figures: bool = False) -> None:
        given = set(words)
        spellings = given | {word[:1].upper() + word[1:] for word in given}
        if capitals:
            spellings |= {word.upper() for word in given}
        self._touches = str.isalpha if figures else str.isalnum
        self._spellings = AhoCorasick(
            sorted(spellings), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
        )

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of every word found, in order."""
        for _, start, end in self._spellings.find_matches_as_indexes(_encodable(text)):
            inside = (start and self._touches(text[start - 1])) or (end < len(text) and self._touches(text[end]))
            if not inside:
                yield start, end


def _encodable(text: str) -> str:
    """`text` with lone surrogates, which no UTF-8 has, replaced one for one."""
    return text if text.isascii() or not _surrogates(text) else text.encode("utf-8", "replace").decode("utf-8")


def _surrogates(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False
