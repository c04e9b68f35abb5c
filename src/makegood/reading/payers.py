"""Payers: whom a tariff hits by the words before it: who pays, who is charged, what goods."""

from makegood.reading.cast import Cast, Referent
from makegood.reading.lexicon import words
from makegood.reading.measure_sides import products_in
from makegood.reading.phrases import find_phrase, phrase_at, phrases_in
from makegood.reading.pieces import Piece
from makegood.reading.powers import Power, power, powers
from makegood.reading.story import Passage, Story
from makegood.reading.terms import Found
from makegood.reading.tokens import usual_part


def payer(
    story: Story, passage: Passage, heads: tuple[int, int | None], first: int, cast: Cast
) -> tuple[Found[tuple[str, ...]], Found[str] | None] | None:
    """Who pays: the powers or goods left of 'face', 'pay', 'be subject to', 'get'."""
    head, index = heads
    lowers = passage.surfaces
    until = min(head, index) if index is not None and head > first else index if index is not None else head
    for at in range(until, first - 1, -1):
        after = phrase_at(lowers, at, words("measures")["pay"])
        if after is None or _verb_between(passage, after, until):
            continue
        everywhere = find_phrase(passage, first, at, words("measures")["everywhere"])
        found = _last_chain(passage, _paying(passage, first, at, cast))
        if found:
            return Found(tuple(p.mark for p in found), tuple(p.at for p in found)), None
        if everywhere:
            return Found(("all",), (everywhere,)), None
        goods = _goods(story, passage, first, at)
        if goods:
            return Found(("all",), goods.at), goods
        break
    firms = _firms(passage, first, index, cast) if index is not None else []
    return (Found(tuple(r.name for _, r in firms), tuple((p.start, p.end) for p, _ in firms)), None) if firms else None


def _paying(passage: Passage, first: int, stop: int, cast: Cast) -> list[Power]:
    """The powers left of 'pay' that may do so, wherever they stand."""
    found = (power(passage, at, cast) for at in range(first, stop))
    return [p for p in found if p is not None and _pays(passage, p.piece)]


def _pays(passage: Passage, at: int) -> bool:
    """Whether a power may be the one that pays: it, its goods, or goods from it; no place they go to."""
    before = [w for w in passage.lowers(at - 4, at) if w not in {"the", "all", "a", "any", "certain"}]
    if before[-1:] == ["of"]:
        return bool(set(before[-2:-1]) & (words("measures")["goods"] | {"articles"}))
    return not {"into", "to", "in", "at", "with", "for"} & set(before[-1:])


def charged(passage: Passage, first: int, head: int, cast: Cast) -> Found[tuple[str, ...]] | None:
    """'Peru charges Chilean goods a tariff': whom the verb hits before the noun comes."""
    if passage.lowers(head - 1, head) not in (["a"], ["the"]):
        return None
    for _, after in phrases_in(passage, first, head, words("measures")["charge"]):
        found = [] if _verb_between(passage, after, head) else list(powers(passage, after, head, cast))
        if found:
            return Found(tuple(p.mark for p in found), tuple(p.at for p in found))
    return None


def _last_chain(passage: Passage, found: list[Power]) -> list[Power]:
    """The last of the powers with those that 'and' or commas join to it."""
    chain = found[-1:]
    for before, after in zip(found[-2::-1], found[:0:-1], strict=False):
        between = passage.lowers(before.piece + 1, after.piece)
        if not between or not set(between) <= {",", "and", "the", "&", "both"}:
            break
        chain.insert(0, before)
    return chain


def _verb_between(passage: Passage, first: int, stop: int) -> bool:
    return any(p.kind == "word" and usual_part(p.lower) in {"VERB", "PRON"} for p in passage.pieces[first:stop])


def _goods(story: Story, passage: Passage, first: int, stop: int) -> Found[str] | None:
    """The goods that pay: 'Copper imports into the country will pay'."""
    last = next(
        (at for at in range(stop - 1, first - 1, -1) if passage.pieces[at].lower in {"imports", "products", "goods"}),
        None,
    )
    if last is None or last == first:
        return None
    start = last
    while start > first and _describes(passage.pieces[start - 1]):
        start -= 1
    return products_in(passage, start, last, story.text)


def _describes(piece: Piece) -> bool:
    """Whether a piece may be a kind of goods, also one that opens the sentence with a capital."""
    if piece.name is not None:
        return piece.name.kind is None and " " not in piece.text
    return piece.kind == "word" and usual_part(piece.lower) in {"NOUN", "ADJ", "PROPN", None}


def _firms(passage: Passage, first: int, stop: int, cast: Cast) -> list[tuple[Piece, Referent]]:
    """The company between the last rate and this one: 'Acme will pay 10%, and Basco another 12%'."""
    start = next((at + 1 for at in range(stop - 1, first - 1, -1) if passage.pieces[at].kind == "percent"), first)
    for at in range(start, stop):
        referent = cast.at.get((passage.number, at))
        if referent and referent.kind == "company" and passage.pieces[at].kind == "name":
            return [(passage.pieces[at], referent)]
    return []
