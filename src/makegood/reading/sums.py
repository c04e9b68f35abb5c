"""Total statements: sums that the document itself makes over several promisors (R3, R9)."""

from decimal import Decimal

from makegood.model.mention import MoneyMention
from makegood.model.statement import TotalStatement
from makegood.reading import terms
from makegood.reading.cast import Cast
from makegood.reading.evidence import Proof
from makegood.reading.lexicon import words
from makegood.reading.story import Passage, Story

_LEAST = Decimal(1_000_000_000)
_BEFORE = 8
_AFTER = 5


def read_totals(story: Story, cast: Cast) -> list[TotalStatement]:
    """The totals of a story, one an amount, in the order of its text."""
    found: dict[tuple[object, object], TotalStatement] = {}
    for passage in story.passages:
        if "money" not in passage.kinds:
            continue
        for index, piece in enumerate(passage.pieces):
            if isinstance(piece.mention, MoneyMention) and _sums_up(passage, index, cast):
                key = (piece.mention.low, piece.mention.high)
                found.setdefault(key, _statement(story, passage, index))
    return list(found.values())


def _sums_up(passage: Passage, index: int, cast: Cast) -> bool:
    """Whether a sum is of many deals, and brought about or added up by somebody who promises none of them."""
    mention = passage.pieces[index].mention
    assert isinstance(mention, MoneyMention)
    if (mention.high or mention.low or Decimal(0)) < _LEAST:
        return False
    lists = words("sums")
    before, after = passage.lowers(index - _BEFORE, index), passage.lowers(index + 1, index + 1 + _AFTER)
    many = bool(lists["heads"] - {"investment"} & set(after)) and after[:1] in (["in"], ["of"], ["worth"])
    added = bool(lists["summing"] & {*before[-6:], *after})
    if added and (many or lists["heads"] & set(before)):
        return True
    act = next(
        (
            a
            for a in reversed(passage.acts)
            if a.first < index and index - a.last <= _AFTER and a.lemma in lists["bringing"]
        ),
        None,
    )
    return many and act is not None and _no_promisor(passage, act.first, cast)


def _no_promisor(passage: Passage, verb: int, cast: Cast) -> bool:
    """Whether the subject is a person or a group of others, not one body that promises for itself."""
    for at in range(verb - 1, -1, -1):
        found = cast.at.get((passage.number, at))
        if found:
            return found.kind == "person" or (found.kind == "consortium" and found.described)
    return False


def _statement(story: Story, passage: Passage, index: int) -> TotalStatement:
    proof = Proof(story.document)
    proof.add("_", [(passage.start, passage.end)])
    value = terms.amount(passage.pieces[index])
    proof.add("amount", value.at)
    fields: dict[str, object] = {"amount": value.value}
    heads = [p for p in passage.pieces[index + 1 : index + 1 + _AFTER] if p.lower in words("sums")["heads"]]
    if heads:
        first = passage.pieces[min(index + 2, len(passage.pieces) - 1)]
        fields["what"] = story.text[first.start : heads[-1].end]
        proof.add("what", [(first.start, heads[-1].end)])
    return TotalStatement.of(story.document.id, proof.evidence(), **fields)
