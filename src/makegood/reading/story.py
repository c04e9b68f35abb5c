"""A story: one document prepared for the statement readers, cut and marked once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from makegood.model.document import Document
from makegood.model.mention import Mention
from makegood.reading.descriptions import describing, with_descriptions
from makegood.reading.encoder.opinion import Opinion
from makegood.reading.era import era, month_mentions
from makegood.reading.gate import Gate, opens, vocabulary
from makegood.reading.mentions import find_mentions
from makegood.reading.names import find_names
from makegood.reading.pieces import Piece, PieceKind, assemble, plain
from makegood.reading.sentences import Sentence, split
from makegood.reading.verbs import Act, acts

_LONG_WORD = 3
_LONG_LINE = 6
_CAPITALISED = 0.75


@dataclass(frozen=True)
class Passage:
    """A sentence with its pieces; `number` counts the story's sentences from 0, `words` as in gate.py."""

    number: int
    sentence: Sentence
    pieces: tuple[Piece, ...]
    words: frozenset[str]

    @property
    def start(self) -> int:
        """First code point of the sentence."""
        return self.sentence.start

    @property
    def end(self) -> int:
        """Code point after the sentence."""
        return self.sentence.end

    @property
    def whole(self) -> tuple[int, int]:
        """The sentence's interval of code points."""
        return self.sentence.start, self.sentence.end

    @cached_property
    def kinds(self) -> frozenset[PieceKind]:
        """The kinds of the pieces: most readers want a sum, a number or a name."""
        return frozenset(p.kind for p in self.pieces)

    @cached_property
    def forms(self) -> list[str]:
        """The lower-case surfaces of all pieces."""
        return [p.lower for p in self.pieces]

    @cached_property
    def surfaces(self) -> list[str]:
        """As `forms`; a description of one word keeps its word."""
        return [p.text.lower() if p.kind == "description" and " " not in p.text else p.lower for p in self.pieces]

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """The verbs of the lexicon in the sentence."""
        return tuple(acts(self.forms))

    def opens(self, gate: Gate) -> bool:
        """Whether the sentence may hold what a reader with this gate looks for."""
        return opens(gate, self.words)

    def lowers(self, first: int, stop: int) -> list[str]:
        """The lower-case surfaces of the pieces [first, stop)."""
        return self.forms[max(first, 0) : stop]

    def lower(self, index: int) -> str:
        """The lower-case surface of one piece; empty outside the sentence."""
        return self.forms[index] if 0 <= index < len(self.forms) else ""

    def interval(self, first: int, last: int) -> tuple[int, int]:
        """The code points from the piece `first` to the end of the piece `last`."""
        return self.pieces[first].start, self.pieces[last].end


@dataclass(frozen=True, slots=True)
class Story:
    """A document with its passages in order."""

    document: Document
    passages: tuple[Passage, ...]
    opinions: Mapping[int, Opinion] = field(default_factory=dict)
    """What the encoder thinks of sums, by their first code point; empty where it was not asked."""

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text


def tell(document: Document) -> Story:
    """Cut a document into passages and mark the mentions, names and acts of each."""
    text = document.text
    published = document.published.date if document.published else None
    sentences = split(text, document.skipped)
    rows = [plain(text, s.start, s.end) for s in sentences]
    lower_forms = frozenset(p.text for row in rows for p in row if p.text.islower())
    passages: list[Passage] = []
    mentions = _by_sentence(_mentions(text, published), sentences)
    for sentence, row, inside in zip(sentences, rows, mentions, strict=True):
        names = find_names(row, lower_forms, title_case=_title_case(sentence, row))
        pieces, known = assemble(text, row, inside, names), vocabulary(text[sentence.start : sentence.end])
        if opens(describing(), known):
            pieces = list(with_descriptions(text, pieces))
        passages.append(Passage(len(passages), sentence, tuple(pieces), known))
    return Story(document, tuple(passages))


def _mentions(text: str, published: str | None) -> list[Mention]:
    """The mentions of a text; bare months of one without a date are dated by the offices that it names (R18)."""
    found = find_mentions(text, published)
    when = None if published else era(text)
    if when is None:
        return found
    return sorted([*found, *month_mentions(text, when)], key=lambda mention: (mention.start, mention.end))


def _by_sentence(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> Iterator[list[Mention]]:
    """For each sentence the mentions that lie wholly within it; both come in the order of the text."""
    at = 0
    for sentence in sentences:
        while at < len(mentions) and mentions[at].end <= sentence.start:
            at += 1
        stop = at
        while stop < len(mentions) and mentions[stop].start < sentence.end:
            stop += 1
        yield [m for m in mentions[at:stop] if m.start >= sentence.start and m.end <= sentence.end]


def _title_case(sentence: Sentence, row: Sequence[Piece]) -> bool:
    """Whether capitals mark no names here: a heading, or a line of which most long words are capitalised.

    A whole sentence with a stop at its end is one only when every word of it is capitalised.
    """
    if sentence.shape == "heading":
        return True
    stopped = row[-1].text in {".", "!", "?"}
    if stopped and any(p.text.islower() for p in row):
        return False
    long = [p.text for p in row if len(p.text) > _LONG_WORD and p.text[0].isalpha()]
    capitals = sum(form[0].isupper() for form in long)
    return len(long) >= _LONG_LINE and (stopped or capitals >= _CAPITALISED * len(long))
