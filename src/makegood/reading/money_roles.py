"""What a sum of money is in its sentence: promised, a subsidy, a purchase, or none of a promise (R1, R8).

The verdict is a sum of signs (head noun, governing verb, goal) with the weights of
lexicon/money_roles.toml, so that it can be audited without reading control flow.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from makegood.model.mention import MoneyMention
from makegood.reading.governing import chained, governing_act
from makegood.reading.head_nouns import head_noun, noun_class
from makegood.reading.lexicon import threshold, weights, words
from makegood.reading.pieces import Piece
from makegood.reading.story import Passage
from makegood.reading.verbs import Act

_FISCAL = re.compile(r"fy\d\d")
_VERBS = ("put", "promise", "flow", "build", "announce", "agree", "plan", "consider", "buy")
"""Classes of verbs that are signs; of a verb in several the first counts."""
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "NUM", "PRON", None})
_GOAL = 3
_PROJECT = 8
_PURCHASE = 8
_NOTHING = Decimal(100_000)
_NO_SUM = -9.0
_SMALL = Decimal(200_000)
_LARGE = Decimal(100_000_000)


@dataclass(frozen=True, slots=True)
class Role:
    """`head` is the class of the noun the sum belongs to, `noun` its piece, `verb` the governing act.

    `at` is the piece of the sum, `signs` what the score is the weight of.
    """

    score: float
    head: str | None
    noun: int | None
    verb: Act | None
    signs: tuple[str, ...]
    at: int

    @property
    def promised(self) -> bool:
        """Whether the signs are enough to take the sum for promised."""
        return self.score >= threshold("money_roles")

    @property
    def announces(self) -> bool:
        """Whether the head noun by itself tells of something promised: a pledge, a plant, a loan, a deal."""
        return self.head in {"promise", "project", "aid", "deal"}


def money_role(passage: Passage, index: int) -> Role:
    """Weigh the signs around the money piece at `index`."""
    head = head_noun(passage.pieces, index)
    kind, noun = (head.kind, head.at) if head else (None, None)
    verb = governing_act(passage, index, noun)
    signs = [f"head_{kind}"] if kind else []
    signs += _verb_signs(chained(passage, verb) if verb else frozenset())
    signs += _surrounding_signs(passage, index, kind, noun)
    size, total = _size(passage.pieces[index])
    signs += ["small"] * (size < _SMALL or not total) + ["large"] * (size >= _LARGE)
    table = weights("money_roles")
    score = sum(table[sign] for sign in signs) if size >= _NOTHING else _NO_SUM
    return Role(score, kind, noun, verb, tuple(signs), index)


def _size(piece: Piece) -> tuple[Decimal, bool]:
    """How much, and whether in all or a year (no price by the hour or the unit)."""
    mention = piece.mention
    if not isinstance(mention, MoneyMention):
        raise TypeError(f"{piece.text!r} is no sum of money")
    return mention.high or mention.low or Decimal(0), mention.per in {"total", "year"}


def _verb_signs(told: frozenset[str]) -> Iterator[str]:
    first = next((name for name in _VERBS if name in told), None)
    if first:
        yield f"verb_{first}"
    if "earn" in told and not told & {"put", "announce", "promise"}:
        yield "verb_earn"
    if "refer" in told:
        yield "verb_refer"
    if "arrive" in told and not told & {"promise", "plan"}:
        yield "verb_arrive"


def _surrounding_signs(passage: Passage, index: int, kind: str | None, noun: int | None) -> Iterator[str]:
    """The signs in the words around the sum; `kind` and `noun` are of its head noun."""
    pieces = passage.pieces
    if _leads_on(pieces, index):
        yield "goal_after"
    if kind != "project" and _for_project(passage, index):
        yield "for_project"
    if noun is not None and _from_actor(pieces, max(noun, index)):
        yield "from_actor"
    if kind != "project" and _bought(passage, index):
        yield "bought"
    if any(p.lower in words("nouns")["budget"] or _FISCAL.match(p.lower) for p in pieces):
        yield "budget"


def _leads_on(pieces: Sequence[Piece], index: int) -> bool:
    return any(p.lower in words("nouns")["goal"] for p in pieces[index + 1 : index + 1 + _GOAL])


def _for_project(passage: Passage, index: int) -> bool:
    """'$5.8 billion for a new steel plant', '$1.2 billion to build its third plant'."""
    pieces, lists = passage.pieces, words("governing")
    at = index + 1 + (passage.lower(index + 1) in lists["copulas"])
    if at + 1 >= len(pieces) or pieces[at].lower not in lists["goals"]:
        return False
    if pieces[at].lower == "to":
        return any(a.first == at + 1 and "build" in a.classes for a in passage.acts)
    for goal in range(at + 1, min(at + 1 + _PROJECT, len(pieces))):
        if pieces[goal].kind == "count" and words("nouns")["project"] & set(pieces[goal].text.lower().split()):
            return True
        if pieces[goal].part not in _PHRASE or pieces[goal].kind == "sign":
            return False
        if noun_class(pieces, goal) == "project":
            return True
    return False


def _from_actor(pieces: Sequence[Piece], noun: int) -> bool:
    """'a $550 million loan from Japan'."""
    after = pieces[noun + 1 : noun + 4]
    return bool(after) and after[0].lower in {"from", "by"} and any(p.is_actor for p in after[1:])


def _bought(passage: Passage, index: int) -> bool:
    """Whether the sum goes on a purchase: a buying verb or noun in the words after it."""
    buying = {a.first for a in passage.acts if "buy" in a.classes}
    for at in range(index + 1, min(index + 1 + _PURCHASE, len(passage.pieces))):
        if passage.pieces[at].text in {".", ";"}:
            return False
        if passage.pieces[at].lower in words("nouns")["purchase"] or at in buying:
            return True
    return False
