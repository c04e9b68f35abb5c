"""Pieces: a sentence as words, signs, numbers, dates and names, each mention one piece."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from makegood.model.mention import (
    CountMention,
    DateMention,
    DurationMention,
    Mention,
    MoneyMention,
    PercentMention,
    PeriodMention,
)
from makegood.reading.lexicon import words
from makegood.reading.names import Name
from makegood.reading.tokens import Token, usual_part

PieceKind = Literal["word", "sign", "money", "count", "percent", "date", "duration", "period", "name", "description"]

_KINDS: tuple[tuple[type[Mention], PieceKind], ...] = (
    (MoneyMention, "money"),
    (CountMention, "count"),
    (PercentMention, "percent"),
    (PeriodMention, "period"),
    (DurationMention, "duration"),
    (DateMention, "date"),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Code points [start, end) of the text; `lower` is the lower-case surface, or `<kind>` for a mention."""

    kind: PieceKind
    start: int
    end: int
    text: str
    lower: str
    mention: Mention | None = None
    name: Name | None = None

    @property
    def is_actor(self) -> bool:
        """Whether this piece may name somebody."""
        return self.kind == "description" or (self.name is not None and self.name.kind != "demonym")


def assemble(text: str, tokens: Sequence[Token], mentions: Sequence[Mention], names: Sequence[Name]) -> list[Piece]:
    """The tokens of a sentence with every mention and name folded into one piece; mentions win over names."""
    covers = _covers(text, mentions, names)
    pieces: list[Piece] = []
    cover = next(covers, None)
    for token in tokens:
        while cover and token.start >= cover.end:
            cover = next(covers, None)
        if cover and token.end > cover.start:
            if not pieces or pieces[-1] is not cover:
                pieces.append(cover)
            continue
        kind: PieceKind = "word" if token.text[0].isalnum() or token.lower in {"'s", "’s"} else "sign"
        pieces.append(Piece(kind, token.start, token.end, token.text, token.lower))
    return list(_described(text, pieces))


def _covers(text: str, mentions: Sequence[Mention], names: Sequence[Name]) -> Iterator[Piece]:
    ranked: list[Piece] = []
    for type_, kind in _KINDS:
        for m in mentions:
            if type(m) is type_ and not any(m.start < p.end and p.start < m.end for p in ranked):
                ranked.append(Piece(kind, m.start, m.end, text[m.start : m.end], f"<{kind}>", mention=m))
    for name in names:
        if not any(name.start < p.end and p.start < name.end for p in ranked):
            ranked.append(Piece("name", name.start, name.end, name.text, "<name>", name=name))
    return iter(sorted(ranked, key=lambda p: p.start))


def _described(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Fold 'the Japanese tech investment group' into one piece that stands for somebody."""
    index = 0
    while index < len(pieces):
        stop, kind = _description(pieces, index)
        if stop:
            first, last = pieces[index], pieces[stop - 1]
            country = next((p.name.country for p in pieces[index:stop] if p.name), None)
            surface = text[first.start : last.end]
            yield Piece("description", first.start, last.end, surface, "<description>", name=Name(first.start, last.end, surface, kind, country))  # type: ignore[arg-type]
            index = stop
        else:
            yield pieces[index]
            index += 1


def _description(pieces: Sequence[Piece], index: int) -> tuple[int, str | None]:
    """The end of a description that begins at `index` with an article or demonym, and its kind."""
    first = pieces[index]
    demonym = first.name is not None and first.name.kind == "demonym"
    article = first.lower in {"the", "this", "a", "an"}
    if not demonym and not article and not _bare(pieces, index):
        return 0, None
    best: tuple[int, str | None] = (0, None)
    for stop in range(index + article, min(index + 7, len(pieces))):
        piece = pieces[stop]
        kind = _noun_kind(pieces, stop)
        if kind and (article or demonym or kind == "consortium") and not _modifies(pieces, stop):
            best = (stop + 1, kind)
        elif piece.kind not in {"word", "name"} or (piece.name and piece.name.kind not in {"demonym", "place"}):
            break
        elif piece.kind == "word" and usual_part(piece.lower) in _ENDS_PHRASE and "-" not in piece.lower and not _joins(pieces, stop):
            break
    return best


_ENDS_PHRASE = frozenset({"ADP", "DET", "PRON", "AUX", "VERB", "CCONJ", "SCONJ", "ADV", "PART"})


def _joins(pieces: Sequence[Piece], index: int) -> bool:
    """'-based' after a place, and 'and' between two nations ('Swiss and Liechtenstein companies')."""
    if pieces[index].lower in {"based", "led", "owned", "backed", "headquartered", "leading", "growing"}:
        return True
    sides = (pieces[index - 1].name, pieces[index + 1].name if index + 1 < len(pieces) else None)
    return pieces[index].lower == "and" and all(n is not None and n.place is not None for n in sides)


def _modifies(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a noun only modifies what follows ('a giant $5 billion plan', 'the company headquarters')."""
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    if following is None:
        return False
    return following.kind == "money" or (following.kind == "word" and usual_part(following.lower) in {"NOUN", "ADJ"})


def _bare(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a phrase without an article may begin here ('big drugmakers')."""
    before = pieces[index - 1] if index else None
    free = before is None or before.kind == "sign" or usual_part(before.lower) in {"VERB", "ADP", "SCONJ", "CCONJ", "AUX", None}
    return free and pieces[index].kind == "word" and usual_part(pieces[index].lower) in {"ADJ", "NOUN", None} and pieces[index].lower not in {"'s", "’s"}


def _noun_kind(pieces: Sequence[Piece], index: int) -> str | None:
    lower = pieces[index].lower
    for kind, nouns in words("descriptions").items():
        if lower in nouns or ("-" in lower and lower.rsplit("-", 1)[-1] in {"maker", "giant"} and kind == "company"):
            return kind
    return None
