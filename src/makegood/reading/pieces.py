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
from makegood.reading.name_kinds import Name
from makegood.reading.tokens import tokens, usual_part
from makegood.reference.places import Place

PieceKind = Literal["word", "sign", "money", "count", "percent", "date", "duration", "period", "name", "description"]

_KINDS: tuple[tuple[type[Mention], PieceKind], ...] = (
    (MoneyMention, "money"),
    (CountMention, "count"),
    (PercentMention, "percent"),
    (PeriodMention, "period"),
    (DurationMention, "duration"),
    (DateMention, "date"),
)
"""Kinds of mentions; where two overlap the earlier kind wins."""


_MARKS = frozenset({"'s", "’s"})


@dataclass(slots=True)
class Piece:
    """Code points [start, end) of the text; `lower` is the lower-case surface, or `<kind>` for a mention.

    `part` is the usual part of speech of a word, None for a rare form and for a mention. Nothing changes a piece; it is
    not frozen, because that takes six times as long to make, and a document has thousands.
    """

    kind: PieceKind
    start: int
    end: int
    text: str
    lower: str
    mention: Mention | None = None
    name: Name | None = None
    part: str | None = None

    @property
    def is_actor(self) -> bool:
        """Whether this piece may name somebody."""
        return self.kind == "description" or (self.name is not None and self.name.kind != "demonym")

    @property
    def is_demonym(self) -> bool:
        """Whether this piece is the adjective of a country ('Danish')."""
        return self.name is not None and self.name.kind == "demonym"

    @property
    def place(self) -> Place | None:
        """The place that this piece names."""
        return self.name.place if self.name else None

    @property
    def country(self) -> str | None:
        """The country (ISO alpha-2) that this piece's name tells."""
        return self.name.country if self.name else None


def plain(text: str, start: int, end: int) -> list[Piece]:
    """The tokens between two code points, each a piece of its own."""
    row: list[Piece] = []
    for first, stop in tokens(text, start, end):
        form = text[first:stop]
        lower = form.lower()
        kind: PieceKind = "word" if form[0].isalnum() or lower in _MARKS else "sign"
        row.append(Piece(kind, first, stop, form, lower, None, None, usual_part(lower)))
    return row


def assemble(text: str, row: Sequence[Piece], mentions: Sequence[Mention], names: Sequence[Name]) -> list[Piece]:
    """The plain pieces of a sentence with every mention and name folded into one; mentions win over names."""
    if not mentions and not names:
        return list(row)
    covers = iter(_covers(text, mentions, names))
    pieces: list[Piece] = []
    cover = next(covers, None)
    for piece in row:
        while cover and piece.start >= cover.end:
            cover = next(covers, None)
        if cover and piece.end > cover.start:
            if not pieces or pieces[-1] is not cover:
                pieces.append(cover)
        else:
            pieces.append(piece)
    return pieces


def _covers(text: str, mentions: Sequence[Mention], names: Sequence[Name]) -> list[Piece]:
    """A piece for every mention and name, in order; of two that overlap the one of the earlier kind stays."""
    ranked: list[Piece] = []
    for piece in (*_mentioned(text, mentions), *_named(names)):
        if not any(piece.start < p.end and p.start < piece.end for p in ranked):
            ranked.append(piece)
    return sorted(ranked, key=lambda p: p.start)


def _mentioned(text: str, mentions: Sequence[Mention]) -> Iterator[Piece]:
    for type_, kind in _KINDS:
        for m in mentions:
            if type(m) is type_:
                yield Piece(kind, m.start, m.end, text[m.start : m.end], f"<{kind}>", mention=m)


def _named(names: Sequence[Name]) -> Iterator[Piece]:
    return (Piece("name", name.start, name.end, name.text, "<name>", name=name) for name in names)
