"""What a sum of money is in its sentence: promised, a subsidy, a purchase, or none of a promise (R1, R8).

The verdict is a sum of signs (head noun, governing verb, goal) with the weights of
lexicon/money_roles.toml, so that it can be audited without reading control flow.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from makegood.model.mention import MoneyMention
from makegood.reading.lexicon import table, words
from makegood.reading.pieces import Piece
from makegood.reading.story import Passage
from makegood.reading.tokens import usual_part
from makegood.reading.verbs import Act
from makegood.reading.voice import voice

_STOPS = {"ADP", "DET", "PRON", "AUX", "CCONJ", "SCONJ", "PART"}
_ADJECTIVAL = frozenset({"based", "led", "owned", "backed", "planned", "proposed", "stalled", "integrated", "advanced", "proposed"})
_FISCAL = re.compile(r"fy\d\d")
_REACH = 9
_LINKS = 6
_PHRASE = 4
_SUBJECT_LENGTH = 11
_SUBJECT_REACH = 16
_DONE_TO_MONEY = frozenset({"put", "promise", "agree", "announce", "cancel", "delay", "consider", "plan"})
_HEADS = ("subsidy", "noise", "purchase", "aid", "promise", "deal", "project")
_NOTHING = Decimal(100_000)
_SMALL = Decimal(200_000)
_LARGE = Decimal(100_000_000)


@dataclass(frozen=True, slots=True)
class Role:
    """`head` is the class of the noun the sum belongs to, `noun` its piece, `verb` the governing act."""

    score: float
    head: str | None
    noun: int | None
    verb: Act | None
    signs: tuple[str, ...]
    at: int


def money_role(passage: Passage, index: int) -> Role:
    """Weigh the signs around the money piece at `index`."""
    right = _head_right(passage.pieces, index)
    left = _head_left(passage.pieces, index)
    head, noun = right if right[0] else left
    verb = subject_of(passage, index, noun) or governing(passage, index)
    signs = [f"head_{head}"] if head else []
    told = _chained(passage, verb) if verb else frozenset()
    if verb:
        signs += [f"verb_{c}" for c in ("put", "promise", "flow", "build", "announce", "agree", "plan", "consider", "buy") if c in told][:1]
        signs += ["verb_earn"] * ("earn" in told and not told & {"put", "announce", "promise"})
        signs += ["verb_refer"] * ("refer" in told) + ["verb_arrive"] * ("arrive" in told and not told & {"promise", "plan"})
    signs += ["goal_after"] * _goal(passage.pieces, index) + ["for_project"] * (head != "project" and _for_project(passage, index))
    signs += ["from_actor"] * (noun is not None and _from_actor(passage.pieces, max(noun, index)))
    signs += ["bought"] * (head != "project" and _bought(passage, index)) + ["budget"] * any(p.lower in words("nouns")["budget"] or _FISCAL.match(p.lower) for p in passage.pieces)
    mention = passage.pieces[index].mention
    assert isinstance(mention, MoneyMention)
    size = mention.high or mention.low or Decimal(0)
    signs += ["small"] * (size < _SMALL or mention.per not in {"total", "year"}) + ["large"] * (size >= _LARGE)
    weights = table("money_roles")["weights"]
    score = sum(weights[s] for s in signs) if size >= _NOTHING else -1.0  # type: ignore[index]
    return Role(score, head, noun, verb, tuple(signs), index)


def _chained(passage: Passage, verb: Act) -> frozenset[str]:
    """The classes of a verb and of the one it hangs on: 'committed to generating', 'plans to raise'."""
    for act in passage.acts:
        between = passage.lowers(act.last + 1, verb.first)
        if act.first < verb.first and len(between) <= 3 and set(between) <= {"to", "on", "that", "it", "will", "itself"} and between and verbal(passage, act):
            return verb.classes | act.classes
    return verb.classes


def _for_project(passage: Passage, index: int) -> bool:
    """'$5.8 billion for a new steel plant', '$1.2 billion to build its third plant'."""
    pieces = passage.pieces
    if index + 2 < len(pieces) and pieces[index + 1].lower in {"is", "was", "goes", "going", "are"}:
        index += 1
    if index + 2 >= len(pieces) or pieces[index + 1].lower not in {"for", "to", "on", "into", "in"}:
        return False
    if pieces[index + 1].lower == "to":
        return any(a.first == index + 2 and "build" in a.classes for a in passage.acts)
    at = index + 2
    while at < len(pieces) and at < index + 10 and usual_part(pieces[at].lower) in {"DET", "ADJ", "NOUN", "NUM", "PRON", None} and pieces[at].kind != "sign":
        if _classed(pieces, at) == "project":
            return True
        at += 1
    return False


def _from_actor(pieces: Sequence[Piece], noun: int) -> bool:
    """'a $550 million loan from Japan'."""
    after = pieces[noun + 1 : noun + 4]
    return bool(after) and after[0].lower in {"from", "by"} and any(p.is_actor for p in after[1:])


def _bought(passage: Passage, index: int) -> bool:
    """Whether the sum goes on a purchase: a buying verb or noun in the words after it."""
    nouns = words("nouns")["purchase"]
    for at in range(index + 1, min(index + 9, len(passage.pieces))):
        if passage.pieces[at].text in {".", ";"}:
            return False
        if passage.pieces[at].lower in nouns or any(a.first == at and "buy" in a.classes for a in passage.acts):
            return True
    return False


def subject_of(passage: Passage, index: int, noun: int | None) -> Act | None:
    """The verb that the sum, or its head noun, is the subject of: '$10 billion would be poured in'.

    Only a passive of putting, promising, agreeing, planning or ending counts: an active verb to the right
    ('a $5 billion plant will create jobs') says nothing of who pays.
    """
    start = max(index, noun or index) + 1
    for act in passage.acts:
        if act.first < start:
            continue
        between = passage.pieces[start : act.first]
        if len(between) > _SUBJECT_REACH or _new_clause(between) or any(p.text in {";", ":", "”"} or p.lower in {"which", "who", "while", "but"} for p in between):
            return None
        told = voice(passage, act)
        moves = act.classes & {"flow", "arrive"} and not act.inflections & {"ing"}
        if (told.passive and act.classes & _DONE_TO_MONEY) or moves:
            return act
        if verbal(passage, act) and not told.passive and act.inflections & {"base", "third", "past"} and "be" not in between:
            return None
    return None


def _new_clause(pieces: Sequence[Piece]) -> bool:
    """Whether 'and' or a comma brings in another subject before the verb."""
    for before, piece in zip(pieces, pieces[1:], strict=False):
        if before.lower in {"and", ","} and (piece.kind == "count" or piece.lower in {"and", "it", "they", "he", "she", "we"}):
            return True
    return False


def governing(passage: Passage, index: int) -> Act | None:
    """The nearest verb to the left of a piece within its clause that can take it as its object."""
    best = None
    for act in passage.acts:
        if act.first >= index:
            break
        if not verbal(passage, act):
            continue
        between = passage.pieces[act.first + 1 : index]
        if any(p.text in {";", ":", "—", "–"} for p in between):
            best = None
            continue
        if index - act.first <= 2 * _REACH:
            best = act
    return best


def verbal(passage: Passage, act: Act) -> bool:
    """Whether a form that may also be a noun ('plan', 'project', 'supply') is a verb here."""
    if not act.inflections & {"base", "third"} or act.last > act.first:
        return True
    at = act.first - 1
    while at > 0 and (usual_part(passage.pieces[at].lower) == "ADV" or passage.pieces[at].lower.endswith("ly")):
        at -= 1
    before = passage.pieces[at] if act.first else None
    if before is None:
        return False
    if before.lower in {"to", "will", "would", "may", "might", "could", "can", "should", "must", "shall", "not", "n't", "'ll", "they", "we", "i", "you", "it", "he", "she", "who", "which", "that", "also", "and"}:
        after = passage.pieces[act.first + 1] if act.first + 1 < len(passage.pieces) else None
        return not (before.lower in {"and", "that"} and after is not None and after.lower in {"of", "for", ",", "."})
    if before.lower in {"'s", "’s", "'", "’"}:
        return False
    if before.kind == "sign":
        return False
    part = usual_part(before.lower)
    if part in {"DET", "ADJ", "ADP", "NUM", "VERB"} or before.lower in {"its", "their", "his", "our", "my", "her", "your"}:
        return False
    if before.kind in {"money", "count", "duration", "date"}:
        return False
    if "third" in act.inflections:
        return before.is_actor or part in {"NOUN", "PRON", "ADV"} or before.kind == "name"
    return part == "ADV" or (part == "NOUN" and before.lower.endswith("s"))


def _head_right(pieces: Sequence[Piece], index: int) -> tuple[str | None, int | None]:
    """The head of 'a $5 billion battery plant' or of '$5 billion of / in / worth of investment'."""
    at = index + 1
    if at < len(pieces) and pieces[at].text in {"-", "‑"}:
        at += 1
    if at < len(pieces) and pieces[at].lower == "worth":
        at += 1
    if at < len(pieces) and pieces[at].lower in {"of", "in", "as", "by"}:
        prep = pieces[at].lower
        head = _noun_phrase(pieces, at + 1)
        if prep == "in" and head[0] == "noise" and head[1] is not None and pieces[head[1]].lower in {"market", "industry", "economy"}:
            return None, None
        if prep in {"as", "by"} and head[0] not in {"aid", "promise", "subsidy"}:
            return None, None
        return head
    return _noun_phrase(pieces, at)


def _noun_phrase(pieces: Sequence[Piece], start: int) -> tuple[str | None, int | None]:
    """The class and place of the last classed noun before the phrase ends."""
    found: tuple[str | None, int | None] = (None, None)
    for at in range(start, min(start + _REACH, len(pieces))):
        piece = pieces[at]
        part = usual_part(piece.lower)
        if piece.kind == "sign" and piece.text not in {"-", "‑", "’", "'", "“", '"', "&"}:
            break
        if piece.kind in {"money", "date", "duration"}:
            break
        if piece.kind == "word" and piece.lower not in {"and", "&"} and (part == "ADP" or (part in _STOPS and at > start)):
            break
        if piece.lower == "and" and found[0]:
            break
        kind = _classed(pieces, at)
        if kind and not (piece.kind == "word" and part == "VERB" and kind not in {"promise", "project", "aid"}):
            found = (kind, at)
        elif piece.kind == "word" and part == "VERB" and not piece.lower.endswith("ing") and piece.lower not in _ADJECTIVAL and at > start:
            break
    return found


def _classed(pieces: Sequence[Piece], at: int) -> str | None:
    lists = words("nouns")
    lower = pieces[at].lower
    pair = f"{pieces[at - 1].lower} {lower}" if at else lower
    return next((kind for kind in _HEADS if pair in lists[kind] or lower in lists[kind]), None)


def _head_left(pieces: Sequence[Piece], index: int) -> tuple[str | None, int | None]:
    """The head of 'an investment of $5 billion', 'a plant worth $5 billion', 'investments will come to $5 billion'."""
    links = words("links")
    at = index - 1
    worth = "worth" in pieces[index].text.split()
    steps = int(worth)
    while at >= 0 and pieces[at].lower in links["between"] and steps < _LINKS:
        at -= 1
        steps += 1
    if steps == 0 or at < 0:
        return None, None
    amounts = worth or any(p.lower in links["amounting"] for p in pieces[at + 1 : index])
    while at > 0 and (_in_place(pieces, at) or (amounts and pieces[at].lower in {"with", "for", "between", "and", "to"})):
        at -= 1 + (pieces[at - 1].text == ",")
    for back in range(at, max(at - (_SUBJECT_LENGTH if amounts else _PHRASE), -1), -1):
        if back < at and (_in_place(pieces, back) or pieces[back].text == ","):
            continue
        kind = _classed(pieces, back)
        if kind and (kind != "noise" or not amounts or back == at):
            return kind, back
        if pieces[back].kind == "sign" and pieces[back].text not in {",", "-"} or (not amounts and usual_part(pieces[back].lower) in {"VERB", "AUX"}):
            return None, None
    return None, None


def _in_place(pieces: Sequence[Piece], index: int) -> bool:
    name = pieces[index].name
    return pieces[index].lower in {"in", "at", "near"} or (name is not None and name.place is not None)


def _goal(pieces: Sequence[Piece], index: int) -> bool:
    return any(p.lower in words("nouns")["goal"] for p in pieces[index + 1 : index + 4])
