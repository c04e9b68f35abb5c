"""Who acts: the referent that does an act, by the words around it."""

from collections.abc import Set
from dataclasses import dataclass

from makegood.reading.cast import Cast, Referent, governed
from makegood.reading.story import Passage
from makegood.reading.tokens import usual_part
from makegood.reading.verbs import Act
from makegood.reading.voice import voice

_PRONOUNS = {"it", "he", "she", "they", "we", "i"}
_ADJECTIVAL = {"based", "led", "owned", "backed", "headquartered"}
_POSSESSIVE = {"'s", "’s", "'", "’"}


@dataclass(frozen=True, slots=True)
class Doer:
    """Who acts, and the piece of the passage that says so (None when it comes from elsewhere)."""

    referents: tuple[Referent, ...]
    piece: int | None
    passage: int


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
    """The possessor of a noun ('Acme's $5 billion plan', 'its pledge') or its of/by/from phrase."""
    for at in range(noun - 1, max(noun - 9, -1), -1):
        piece = passage.pieces[at]
        if piece.lower in _POSSESSIVE and at:
            if passage.lowers(at - 2, at - 1) in (["for"], ["to"], ["in"], ["into"]):
                return None
            found = cast.who(passage, at - 1)
            return Doer((found,), at - 1, passage.number) if found else None
        if piece.lower in {"its", "their", "our", "his", "her"}:
            found = cast.who(passage, at)
            return Doer((found,), at, passage.number) if found else None
        beside = passage.pieces[at + 1].kind == "name" or (at > 0 and passage.pieces[at - 1].kind == "name")
        if piece.kind == "sign" and piece.text not in {"-", "$", '"', "“"} and not (piece.text == "," and beside):
            break
        if piece.kind == "word" and usual_part(piece.lower) in {"AUX", "PRON", "SCONJ"}:
            break
    return agent_after(passage, noun, cast, {"by", "from"})


def agent_after(passage: Passage, start: int, cast: Cast, prepositions: Set[str]) -> Doer | None:
    """'a pledge by Acme', 'a loan from Japan' within a few words."""
    for at in range(start + 1, min(start + 5, len(passage.pieces) - 1)):
        if passage.pieces[at].lower in prepositions:
            return _joint(passage, at + 1, cast)
        if passage.pieces[at].kind == "sign":
            return None
    return None


def _agent(passage: Passage, act: Act, cast: Cast) -> Doer | None:
    for at in range(act.last + 1, min(act.last + 16, len(passage.pieces) - 1)):
        if passage.pieces[at].text in {";", "."}:
            break
        if passage.pieces[at].lower == "by":
            found = _joint(passage, at + 1, cast)
            if found:
                return found
    return None


def _joint(passage: Passage, start: int, cast: Cast) -> Doer | None:
    """The actor right after `start`, with those that 'and' or commas join to it."""
    at = start
    while at < len(passage.pieces) and (passage.pieces[at].lower in {"the", "a", "an"} or usual_part(passage.pieces[at].lower) in {"ADJ", "NOUN"} or (passage.pieces[at].name and passage.pieces[at].name.kind == "demonym")):  # type: ignore[union-attr]
        at += 1
        if at - start > 5:
            return None
    if at + 2 < len(passage.pieces) and passage.pieces[at + 1].lower in _POSSESSIVE and (passage.number, at + 2) in cast.at:
        at += 2
    found = cast.at.get((passage.number, at)) if at < len(passage.pieces) else None
    if not found:
        return None
    members = _members(passage, at, cast) if found.described else None
    if members:
        return members
    return Doer((found, *_more(passage, at, cast)), at, passage.number)


def _more(passage: Passage, at: int, cast: Cast) -> list[Referent]:
    """Referents joined to the one at `at` by commas and a closing 'and'."""
    joined: list[Referent] = []
    pending: list[Referent] = []
    while at + 2 < len(passage.pieces):
        link = passage.pieces[at + 1].lower
        step = 2 if link == "," and passage.pieces[at + 2].lower == "and" else 1
        if at + 1 + step < len(passage.pieces) and passage.pieces[at + 1 + step].lower == "the":
            step += 1
        found = cast.at.get((passage.number, at + 1 + step)) if link in {",", "and", "&"} and at + 1 + step < len(passage.pieces) else None
        if not found or not found.institution:
            break
        pending.append(found)
        at += 1 + step
        if link in {"and", "&"} or passage.pieces[at].lower == "and" or passage.pieces[at - 1].lower == "and":
            joined += pending
            pending = []
    return joined


def _left(passage: Passage, verb: int, cast: Cast) -> Doer | None:
    fallback: Doer | None = None
    at = _before_parenthesis(passage, verb, cast)
    while at >= 0:
        piece = passage.pieces[at]
        if piece.text == ";":
            break
        if piece.lower in _PRONOUNS:
            found = cast.who(passage, at)
            if found:
                return Doer((found,), at, passage.number)
        found = cast.at.get((passage.number, at))
        if found:
            first = _chain_start(passage, at, cast)
            after = passage.pieces[at + 1].lower if at + 1 < len(passage.pieces) else ""
            if after in _ADJECTIVAL or (after == ":" and first == 0):
                pass
            elif governed(passage.pieces, first):
                if _right_before_verb(passage, at, verb) and not found.is_place:
                    fallback = fallback or Doer((found,), at, passage.number)
            elif at + 1 < len(passage.pieces) and passage.pieces[at + 1].lower in _POSSESSIVE and not _possessed_plan(passage, at + 2, verb):
                fallback = fallback or Doer((found,), at, passage.number)
            elif found.is_place and not _right_before_verb(passage, at, verb):
                pass
            else:
                members = _members(passage, at, cast) if found.described else None
                if members:
                    return members
                head = _apposed(passage, first, cast)
                return Doer(head, first, passage.number) if head else Doer(tuple(_chain(passage, first, at, cast)), at, passage.number)
            at = first
        at -= 1
    return fallback


def _before_parenthesis(passage: Passage, verb: int, cast: Cast) -> int:
    """Where the subject ends: before an apposition that a comma closes right at the verb ('Acme, a maker of …, said')."""
    at = verb - 1
    while at > 0 and usual_part(passage.pieces[at].lower) in {"ADV", "AUX"}:
        at -= 1
    if passage.pieces[at].text not in {",", "—", "–"}:
        return verb - 1
    for opening in range(1, at - 1):
        if passage.pieces[opening].text == passage.pieces[at].text and (passage.number, opening - 1) in cast.at and not governed(passage.pieces, opening - 1):
            return opening - 1
    return verb - 1


def _members(passage: Passage, at: int, cast: Cast) -> Doer | None:
    """Who makes up 'a partnership of Acme and Basco'."""
    following = passage.pieces[at + 1].lower if at + 1 < len(passage.pieces) else ""
    return _joint(passage, at + 2, cast) if following in {"of", "between"} else None


def _chain_start(passage: Passage, at: int, cast: Cast) -> int:
    """The first of actors joined by commas and 'and' that end at `at`."""
    first = at
    while first >= 2:
        described = _describing(passage, first)
        if described < 1:
            break
        link = passage.pieces[described].lower
        before = described - 1
        if link == "and" and passage.pieces[before].text == ",":
            before -= 1
        if link not in {"and", "&", ","} or before < 0 or (passage.number, before) not in cast.at or (link == "," and first == at):
            break
        first = before
    return first


def _describing(passage: Passage, at: int) -> int:
    """The piece before the words that describe a name ('the French miner Eramet')."""
    back = at - 1
    while back > 0 and at - back < 6 and (passage.pieces[back].lower in {"the", "a", "an"} or passage.pieces[back].name is not None and passage.pieces[back].name.kind == "demonym" or usual_part(passage.pieces[back].lower) in {"ADJ", "NOUN"}):  # type: ignore[union-attr]
        back -= 1
    return back


def _chain(passage: Passage, first: int, last: int, cast: Cast) -> list[Referent]:
    found = [cast.at[passage.number, i] for i in range(first, last + 1) if (passage.number, i) in cast.at]
    unique = list(dict.fromkeys(found))
    institutions = [r for r in unique if r.institution and not r.is_place]
    return institutions or unique[-1:]


def _apposed(passage: Passage, at: int, cast: Cast) -> tuple[Referent, ...] | None:
    """In 'Acme, a unit of Basco, will …' and 'Jane Roe, CEO of Acme, said' the head before the comma acts."""
    if at >= 1 and passage.pieces[at - 1].text == "," and at >= 2 and (passage.number, at - 2) in cast.at and passage.pieces[at].kind == "description":
        return (cast.at[passage.number, at - 2],)
    return None


def _possessed_plan(passage: Passage, start: int, verb: int) -> bool:
    """'Acme's plan to invest', 'Acme's board approved': what it owns acts for it."""
    return any(p.lower in {"plan", "plans", "decision", "pledge", "commitment", "board", "move", "proposal", "promise", "cabinet", "government", "intention", "ministry", "unit", "subsidiary", "arm", "division", "parliament", "investment", "chief", "ceo", "group", "announcement", "bid", "goal"} for p in passage.pieces[start : min(start + 5, verb)])


def _right_before_verb(passage: Passage, at: int, verb: int) -> bool:
    return all(usual_part(p.lower) in {"AUX", "ADV", "PART", None} and p.kind == "word" for p in passage.pieces[at + 1 : verb])
