"""A story: one document prepared for the statement readers, cut and marked once."""

from dataclasses import dataclass

from makegood.model.document import Document
from makegood.model.mention import Mention
from makegood.model.span import Span
from makegood.reading.mentions import find_mentions
from makegood.reading.names import find_names
from makegood.reading.pieces import Piece, assemble
from makegood.reading.sentences import Sentence, split
from makegood.reading.tokens import Token, tokenize
from makegood.reading.verbs import Act, acts


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its pieces and acts; `number` counts the story's sentences from 0."""

    number: int
    sentence: Sentence
    pieces: tuple[Piece, ...]
    acts: tuple[Act, ...]

    @property
    def start(self) -> int:
        """First code point of the sentence."""
        return self.sentence.start

    @property
    def end(self) -> int:
        """Code point after the sentence."""
        return self.sentence.end

    def lowers(self, first: int, stop: int) -> list[str]:
        """The lower-case surfaces of the pieces [first, stop)."""
        return [p.lower for p in self.pieces[max(first, 0) : stop]]


@dataclass(frozen=True, slots=True)
class Story:
    """A document with its passages in order."""

    document: Document
    passages: tuple[Passage, ...]
    mentions: tuple[Mention, ...]

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def span(self, start: int, end: int) -> Span:
        """The span between two code points."""
        return self.document.span(start, end)


def tell(document: Document) -> Story:
    """Cut a document into passages and mark the mentions, names and acts of each."""
    text = document.text
    published = document.published.date if document.published else None
    mentions = find_mentions(text, published)
    sentences = split(text, document.skipped)
    tokens = [list(tokenize(text, s.start, s.end)) for s in sentences]
    lower_forms = frozenset(t.text for row in tokens for t in row if t.text.islower())
    passages = []
    at = 0
    for number, (sentence, row) in enumerate(zip(sentences, tokens, strict=True)):
        while at < len(mentions) and mentions[at].end <= sentence.start:
            at += 1
        inside = _inside(mentions, at, sentence)
        passages.append(_passage(text, number, sentence, row, inside, lower_forms))
    return Story(document, tuple(passages), tuple(mentions))


def _inside(mentions: list[Mention], at: int, sentence: Sentence) -> list[Mention]:
    inside = []
    for mention in mentions[at:]:
        if mention.start >= sentence.end:
            break
        if mention.start >= sentence.start and mention.end <= sentence.end:
            inside.append(mention)
    return inside


def _title_case(sentence: Sentence, tokens: list[Token]) -> bool:
    """Whether capitals mark no names here: a heading, or a line of which most long words are capitalised."""
    long = [t for t in tokens if len(t.text) > 3 and t.text[0].isalpha()]
    return sentence.shape == "heading" or (len(long) >= 6 and sum(t.text[0].isupper() for t in long) >= 0.75 * len(long))


def _passage(
    text: str, number: int, sentence: Sentence, tokens: list[Token], mentions: list[Mention], lower_forms: frozenset[str]
) -> Passage:
    names = find_names(tokens, lower_forms, title_case=_title_case(sentence, tokens))
    pieces = assemble(text, tokens, mentions, names)
    return Passage(number, sentence, tuple(pieces), tuple(acts([p.lower for p in pieces])))
