"""Who acts: the referent that does an act, by the words around it."""

from collections.abc import Set
from dataclasses import dataclass

from makegood.reading.cast import Cast, Referent
from makegood.reading.coordination import chain, chain_start, joint, members_of
from makegood.reading.grammar import closed, owns
from makegood.reading.lexicon import words
from makegood.reading.story import Passage
from makegood.reading.verbs import Act
from makegood.reading.voice import voice

_OWNER = 8
_AGENT = 15
_PHRASE = 4
_OWNED = 5
_INSIDE_PHRASE = frozenset({"-", "$", '"', "“"})


@dataclass(frozen=True, slots=True)
class Doer:
    """Who acts, and the piece of the passage that says so (None when it comes from elsewhere)."""

    referents: tuple[Referent, ...]
    piece: int | None
    passage: int

    @property
    def seat(self) -> tuple[int, int] | None:
        """Passage number and piece, where there is one."""
        return (self.passage, self.piece) if self.piece is not None else None


def doer(passage: Passage, act: Act, cast: Cast) -> Doer | None:
    """The subject of an act: the by-phrase of a passive, else the nearest fitting actor to its left."""
    if voice(passage, act).passive:
        agent = _agent(passage, act, cast)
        if agent:
            return agent
        if act.classes & {"put", "build", "promise", "agree"}:
            return None
    return _left(passage, act.first, cast)


def owner(passage: Passage, noun: int, cast: Cast) -> Doer | None:
    """The possessor of a noun ('Acme's $5 billion plan', 'its pledge') or its by/from phrase."""
    for at in range(noun - 1, max(noun - 1 - _OWNER, -1), -1):
        lower = passage.lower(at)
        if lower in closed("possessive_marks") and at:
            goes_to = passage.lower(at - 2) in {"for", "to", "in", "into"}
            return None if goes_to else _one(cast.who(passage, at - 1), at - 1, passage)
        if lower in closed("owning"):
            return _one(cast.who(passage, at), at, passage)
        if _breaks_phrase(passage, at):
            break
    return agent_after(passage, noun, cast, {"by", "from"})


def _one(referent: Referent | None, at: int, passage: Passage) -> Doer | None:
    return Doer((referent,), at, passage.number) if referent else None


def _breaks_phrase(passage: Passage, at: int) -> bool:
    """Whether what stands at a piece keeps an owner to its left from owning what is to its right."""
    piece = passage.pieces[at]
    if piece.kind == "word":
        return piece.part in {"AUX", "PRON", "SCONJ"}
    if piece.kind != "sign" or piece.text in _INSIDE_PHRASE:
        return False
    beside = (*passage.pieces[max(at - 1, 0) : at], passage.pieces[at + 1])
    return piece.text != "," or not any(p.kind == "name" for p in beside)


def agent_after(passage: Passage, start: int, cast: Cast, prepositions: Set[str]) -> Doer | None:
    """'a pledge by Acme', 'a loan from Japan' within a few words."""
    for at in range(start + 1, min(start + 1 + _PHRASE, len(passage.pieces) - 1)):
        if passage.lower(at) in prepositions:
            return _together(passage, at + 1, cast)
        if passage.pieces[at].kind == "sign":
            return None
    return None


def _agent(passage: Passage, act: Act, cast: Cast) -> Doer | None:
    for at in range(act.last + 1, min(act.last + 1 + _AGENT, len(passage.pieces) - 1)):
        if passage.pieces[at].text in {";", "."}:
            return None
        found = _together(passage, at + 1, cast) if passage.lower(at) == "by" else None
        if found:
            return found
    return None


def _together(passage: Passage, start: int, cast: Cast) -> Doer | None:
    found = joint(passage, start, cast)
    return Doer(*found, passage.number) if found else None


def _left(passage: Passage, verb: int, cast: Cast) -> Doer | None:
    """The nearest actor to the left that may be the verb's subject; one that only might be, when there is no other."""
    fallback: Doer | None = None
    at = _before_parenthesis(passage, verb, cast)
    while at >= 0 and passage.pieces[at].text != ";":
        pronoun = cast.who(passage, at) if passage.lower(at) in closed("subject_pronouns") else None
        if pronoun:
            return _one(pronoun, at, passage)
        found = cast.at.get((passage.number, at))
        if found:
            first = chain_start(passage, at, cast)
            if _is_subject(passage, first, at, verb, cast):
                return _subject(passage, first, at, cast)
            if _might_be(passage, first, at, verb, cast):
                fallback = fallback or _one(found, at, passage)
            at = first
        at -= 1
    return fallback


def _is_subject(passage: Passage, first: int, at: int, verb: int, cast: Cast) -> bool:
    """Whether the actors from the piece `first` to `at` are the subject of the verb at `verb`."""
    if _labels(passage, first, at) or not cast.free(passage, first):
        return False
    if owns(passage.pieces, at):
        return _acts_for_owner(passage, at + 2, verb)
    return not cast.at[passage.number, at].is_place or _right_before_verb(passage, at, verb)


def _might_be(passage: Passage, first: int, at: int, verb: int, cast: Cast) -> bool:
    """Whether they are taken for the subject when nobody else is: governed right before the verb, or owners."""
    if _labels(passage, first, at):
        return False
    if cast.free(passage, first):
        return owns(passage.pieces, at)
    return _right_before_verb(passage, at, verb) and not cast.at[passage.number, at].is_place


def _labels(passage: Passage, first: int, at: int) -> bool:
    """Whether a name only describes ('London-based') or says who speaks ('Roe: …')."""
    after = passage.lower(at + 1)
    return after in closed("adjectival") or (after == ":" and first == 0)


def _subject(passage: Passage, first: int, at: int, cast: Cast) -> Doer:
    """The actors from `first` to `at`: a group's members, the head of an apposition, else all of them."""
    members = members_of(passage, at, cast) if cast.at[passage.number, at].described else None
    if members:
        return Doer(*members, passage.number)
    head = cast.at.get((passage.number, first - 2))
    if head and passage.lower(first - 1) == "," and passage.pieces[first].kind == "description":
        return Doer((head,), first, passage.number)
    return Doer(chain(passage, first, at, cast), at, passage.number)


def _before_parenthesis(passage: Passage, verb: int, cast: Cast) -> int:
    """Where the subject ends: before an apposition closed right at the verb ('Acme, a maker of pumps, said')."""
    at = verb - 1
    while at > 0 and passage.pieces[at].part in {"ADV", "AUX"}:
        at -= 1
    sign = passage.pieces[at].text
    if sign not in {",", "—", "–"}:
        return verb - 1
    for opening in range(1, at - 1):
        seated = passage.pieces[opening].text == sign and (passage.number, opening - 1) in cast.at
        if seated and cast.free(passage, opening - 1):
            return opening - 1
    return verb - 1


def _acts_for_owner(passage: Passage, start: int, verb: int) -> bool:
    """'Acme's plan to invest', 'Acme's board approved': what it owns acts for it."""
    return any(p.lower in words("subjects")["acting"] for p in passage.pieces[start : min(start + _OWNED, verb)])


def _right_before_verb(passage: Passage, at: int, verb: int) -> bool:
    between = passage.pieces[at + 1 : verb]
    return all(p.kind == "word" and p.part in {"AUX", "ADV", "PART", None} for p in between)
