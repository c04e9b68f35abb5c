"""Descriptions: phrases like 'the Japanese tech investment group', folded into one piece that stands for somebody."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import get_args

from makegood.reading.gate import Gate, gate
from makegood.reading.grammar import closed
from makegood.reading.lexicon import words
from makegood.reading.name_kinds import Name, NameKind
from makegood.reading.pieces import Piece
from makegood.reading.verbs import is_verb_form

_REACH = 7
_ENDS_PHRASE = frozenset({"ADP", "DET", "PRON", "AUX", "VERB", "CCONJ", "SCONJ", "ADV", "PART"})
_MAKERS = frozenset({"maker", "giant"})


@cache
def describing() -> Gate:
    """The gate of descriptions: a noun that may head one."""
    return gate(_MAKERS | frozenset(_nouns()))


def with_descriptions(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces of a sentence, those of a description folded into one."""
    heads = [at for at, piece in enumerate(pieces) if _noun_kind(piece.lower)]
    before_head = {at for head in heads for at in range(head - _REACH, head + 1)}
    index = 0
    while index < len(pieces):
        stop, kind = _description(pieces, index) if index in before_head else (0, None)
        if stop:
            yield _folded(text, pieces[index:stop], kind)
            index = stop
        else:
            yield pieces[index]
            index += 1


def _folded(text: str, parts: Sequence[Piece], kind: NameKind | None) -> Piece:
    start, end = parts[0].start, parts[-1].end
    country = next((p.country for p in parts if p.name), None)
    name = Name(start, end, text[start:end], kind, country)
    return Piece("description", start, end, name.text, "<description>", name=name)


def _description(pieces: Sequence[Piece], index: int) -> tuple[int, NameKind | None]:
    """The end of a description that begins at `index` with an article or demonym, and its kind."""
    article = pieces[index].lower in closed("articles") or pieces[index].lower == "this"
    led = article or pieces[index].is_demonym
    if not led and not _bare(pieces, index):
        return 0, None
    best: tuple[int, NameKind | None] = (0, None)
    for stop in range(index + article, min(index + _REACH, len(pieces))):
        kind = _noun_kind(pieces[stop].lower)
        if kind and (led or kind == "consortium") and not _modifies(pieces, stop):
            best = (stop + 1, kind)
        elif _ends(pieces, stop):
            break
    return best


def _ends(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a description cannot go on over this piece."""
    piece = pieces[index]
    if piece.kind == "name":
        return piece.name is not None and piece.name.kind not in {"demonym", "place"}
    if piece.kind != "word":
        return True
    return piece.part in _ENDS_PHRASE and "-" not in piece.lower and not _joins(pieces, index)


def _joins(pieces: Sequence[Piece], index: int) -> bool:
    """'-based' after a place, and 'and' between two nations ('Swiss and Liechtenstein companies')."""
    if pieces[index].lower in closed("describing"):
        return True
    beside = (pieces[index - 1], *pieces[index + 1 : index + 2])
    if pieces[index].lower != "and" or len(beside) == 1:
        return False
    plain = all(p.kind == "word" and p.part in {"NOUN", "ADJ"} and not _noun_kind(p.lower) for p in beside)
    return plain or all(p.place is not None for p in beside)


def _modifies(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a noun only modifies what follows ('a giant $5 billion plan', 'the company headquarters')."""
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    if following is None:
        return False
    if following.kind == "word" and is_verb_form(following.lower) and index + 2 < len(pieces):
        # 'the company plans to', 'the group supplies a': a third person, no compound.
        return pieces[index + 2].part not in {"PART", "DET", "SCONJ", "ADP"}
    return following.kind == "money" or (following.kind == "word" and following.part in {"NOUN", "ADJ"})


def _bare(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a phrase without an article may begin here ('big drugmakers')."""
    piece, before = pieces[index], pieces[index - 1] if index else None
    if piece.kind != "word" or piece.part not in {"ADJ", "NOUN", None} or piece.lower in {"'s", "’s"}:
        return False
    if before is None or before.kind == "sign":
        return True
    return before.part in {"VERB", "ADP", "SCONJ", "CCONJ", "AUX", None}


def _noun_kind(lower: str) -> NameKind | None:
    if "-" in lower and lower.rsplit("-", 1)[-1] in _MAKERS:
        return "company"
    return _nouns().get(lower)


@cache
def _nouns() -> dict[str, NameKind]:
    """Each noun of lexicon/descriptions.toml with its kind, the first kind that lists it."""
    lists = words("descriptions")
    kinds = [kind for kind in get_args(NameKind) if kind in lists]
    return {noun: kind for kind in reversed(kinds) for noun in lists[kind]}
