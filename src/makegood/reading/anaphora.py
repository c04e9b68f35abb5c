"""Anaphora: whom a description ('the company') or a pronoun ('it', 'we') means."""

from makegood.reading.grammar import closed
from makegood.reading.lexicon import words
from makegood.reading.name_kinds import Name
from makegood.reading.pieces import Piece
from makegood.reading.referents import Referent
from makegood.reading.seating import Seating
from makegood.reading.story import Passage

_TRANSCRIPT = 40
_LABEL = 8
_COMPANIES = frozenset({"company", "fund", "organization", None})


def described(seating: Seating, passage: Passage, index: int, name: Name) -> Referent:
    """Whom the description at a piece means: the name it is set beside, somebody told before, else somebody new."""
    piece = passage.pieces[index]
    return (
        _apposed(seating, passage, index)
        or _fitting(seating, passage.number, index, piece)
        or _introduced(seating, piece, name)
    )


def _apposed(seating: Seating, passage: Passage, index: int) -> Referent | None:
    """'NVIDIA, a global chipmaking giant, …': the description is the name before its comma."""
    if index < 2 or passage.pieces[index - 1].text not in {",", "—", "–"}:
        return None
    head = seating.at.get((passage.number, index - 2))
    fits = (passage.lower(index + 1) or ".") in closed("after_apposition")
    return head if head is not None and not head.is_place and fits else None


def _fitting(seating: Seating, number: int, index: int, piece: Piece) -> Referent | None:
    """The nearest earlier referent that a description fits; None when it introduces somebody."""
    if piece.name is None or piece.name.kind == "consortium":
        return None
    if piece.name.kind == "government" and piece.country:
        return seating.government(piece.country)
    if piece.text.split()[0].lower() not in {"the", "this"}:
        return None
    return next((r for r in seating.recent(number, index) if _fits(r, piece.name)), None)


def _fits(referent: Referent, name: Name) -> bool:
    if referent.described or referent.is_place:
        return False
    kinds = _COMPANIES if name.kind == "company" else {name.kind}
    foreign = name.country is not None and referent.nation != name.country
    unknown = referent.nation is None and name.kind != "person"
    return referent.kind in kinds and (not foreign or unknown)


def _introduced(seating: Seating, piece: Piece, name: Name) -> Referent:
    """Somebody the story only describes ('big drugmakers', 'a Chinese carmaker')."""
    found = next((r for r in seating.referents if r.name == piece.text), None)
    if found is None:
        found = seating.add(Referent(piece.text, name.kind, name.country, piece.start, piece.end, described=True))
        ruler = piece.text.split()[-1].lower() in words("roles")["head_of_state"]
        if name.kind == "person" and name.country and ruler:
            found.leads = seating.government(name.country)
    return found


def pronoun(seating: Seating, passage: Passage, index: int) -> Referent | None:
    """Whom a pronoun means; None for any other word."""
    lower = passage.pieces[index].lower
    if lower in closed("human"):
        return _last_person(seating, passage, index)
    if lower in closed("thing") or lower in closed("several"):
        things = [r for r in seating.subjects(passage, index) if r.body]
        return things[-1] if things else next((r for r in seating.recent(passage.number, index) if r.body), None)
    return _we(seating, passage, index) if lower in closed("speaker") else None


def _last_person(seating: Seating, passage: Passage, index: int) -> Referent | None:
    return next((r for r in seating.recent(passage.number, index) if r.kind == "person"), None)


def _we(seating: Seating, passage: Passage, index: int) -> Referent | None:
    """For whom a speaker says 'we': what he or she leads, else what the story is about."""
    if label := _label(seating, passage):
        return label.leads or (label if label.institution else seating.topic())
    speaker = _last_person(seating, passage, index)
    return speaker.leads if speaker and speaker.leads else seating.topic()


def _label(seating: Seating, passage: Passage) -> Referent | None:
    """Who speaks in a transcript: the name before the colon that opens this paragraph or an earlier one."""
    passages = seating.story.passages
    for number in range(passage.number, max(passage.number - _TRANSCRIPT, 0), -1):
        colon = next((i for i, p in enumerate(passages[number].pieces[:_LABEL]) if p.text == ":"), 0)
        found = next((seating.at[number, i] for i in seating.seated(number) if i < colon), None)
        if found and passages[number - 1].sentence.block != passages[number].sentence.block:
            return found
    return None
