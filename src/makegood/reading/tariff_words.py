"""Words that speak of tariffs, and what makes a percentage a tariff rate."""

from collections.abc import Sequence

from makegood.reading.lexicon import words
from makegood.reading.phrases import phrase_at
from makegood.reading.story import Passage
from makegood.reading.tokens import usual_part

ON_GOODS = frozenset({"imports", "goods", "imported", "products"})
"""A rate 'on' these speaks of a tariff by itself."""
_AFTER = 6
_BEFORE = 16


def tariff_words(passage: Passage) -> list[int]:
    """The pieces that are a word for a tariff."""
    lowers = passage.surfaces
    known = words("measures")["tariff"]
    found = [i for i in range(len(lowers)) if phrase_at(lowers, i, known) or _named(passage, i)]
    return [i for i in found if not _other_sense(passage, i)]


def _named(passage: Passage, index: int) -> bool:
    """Whether a capitalised run is only a tariff in title case ('the Reciprocal Tariff')."""
    piece = passage.pieces[index]
    return (
        piece.kind == "name"
        and piece.name is not None
        and piece.name.kind is None
        and piece.text.split()[-1].lower() in words("measures")["tariff"]
    )


def _other_sense(passage: Passage, index: int) -> bool:
    """'levy' and 'levies' as verbs, 'duty' as a task, non-tariff barriers, revenue from tariffs."""
    before, after = passage.lowers(index - 2, index), passage.lowers(index + 1, index + 3)
    if after in (["and", "non-tariff"], ["rate", "quota"], ["rate", "quotas"]) or (
        after[:1] and after[0] in words("measures")["tariff_matters"]
    ):
        return True
    lower = passage.pieces[index].lower
    if lower == "levy" and before[-1:] in (["to"], ["will"], ["would"], ["could"], ["may"]):
        return True
    return lower == "duty" and before[-1:] in (["on"], ["of"], ["active"], ["heavy"])


def rate_head(passage: Passage, index: int, heads: list[int], in_run: bool) -> int | None:
    """The piece that makes a percentage a tariff rate: its noun, else the verb of paying or imposing."""
    lowers = passage.surfaces
    if passage.lowers(index + 1, index + 2) == ["of"] and passage.lowers(index + 2, index + 3) not in (
        ["tariff"],
        ["tariffs"],
    ):
        return None
    for at in range(index + 1, min(index + 1 + _AFTER, len(lowers))):
        if at in heads:
            return at
        if not _premodifies(passage, at):
            break
    for head in reversed([h for h in heads if index - _BEFORE <= h < index]):
        if _changes(passage, head + 1, index):
            return head
    if not in_run and not _on_goods(lowers, index):
        return None
    return _verb_head(passage, index)


def _on_goods(lowers: Sequence[str], index: int) -> bool:
    """'25 percent on all imports': a rate on goods speaks of tariffs by itself."""
    return lowers[index + 1 : index + 2] == ["on"] and bool(ON_GOODS & set(lowers[index + 2 : index + 7]))


def _premodifies(passage: Passage, at: int) -> bool:
    piece = passage.pieces[at]
    if piece.kind in {"name", "description"} or piece.text in {"-", "'", "’", '"', "“", "/"}:
        return True
    return piece.kind == "word" and (
        usual_part(piece.lower) in {"ADJ", "NOUN", None, "NUM", "PROPN"}
        or piece.lower in {"the", "its", "or", "and", "higher", "ad", "additional", "'s", "’s"}
    )


def _changes(passage: Passage, first: int, stop: int) -> bool:
    """Whether the words between a tariff and a number lead from one to the other."""
    between = passage.pieces[first:stop]
    lowers = [p.lower for p in between]
    if not lowers or "exceed" in passage.pieces[stop].text:
        return not {"who", "while", "but"} & set(lowers)
    if lowers[-1] not in words("measures")["changes"] | {"<percent>"} or lowers[-1] == "by":
        return False
    if any(p.text in {";", "—", "–"} for p in between) or {
        "who",
        "while",
        "but",
        "shares",
        "prices",
        "stock",
        "growth",
        "inflation",
    } & set(lowers):
        return False
    return lowers[-1] in {"of", "at", "to", "from", "than", "exceed", "be", "as"} or all(
        w in words("measures")["changes"] for w in lowers
    )


def _verb_head(passage: Passage, index: int) -> int | None:
    """'China pays at least 30%', 'levy 25 percent on all imports': the verb, when it rules the number."""
    lowers = passage.surfaces
    lists = words("measures")
    for at in range(index - 1, max(index - 7, -1), -1):
        if phrase_at(lowers, at, lists["charge"]):
            return at
        if phrase_at(lowers, at, lists["pay"]) and not {"tax", "wages", "workers"} & set(lowers[index : index + 3]):
            return at
        if lowers[at] in {",", "of", "and", ";"} and at < index - 2:
            break
    after = passage.lowers(index + 1, index + 5)
    return index if "levied" in after else None


def superseded(passage: Passage, index: int) -> bool:
    """'from 25%' before 'to 50%': the old rate."""
    after = passage.lowers(index + 1, index + 4)
    return passage.lowers(index - 1, index) == ["from"] and "<percent>" in after and "to" in after


def elliptic(passage: Passage, before: int, index: int) -> bool:
    """'Acme has to pay 10%, and Basco another 12%': the verb is left out the second time."""
    between = passage.pieces[before + 1 : index]
    named = any(p.kind == "name" for p in between)
    return named and not any(p.kind == "word" and usual_part(p.lower) in {"VERB", "AUX", "SCONJ"} for p in between)
