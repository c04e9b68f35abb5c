"""Tariffs: rates and duties that a story tells, one telling for each rate or each tariff without one."""

from collections.abc import Iterator, Sequence

from makegood.model.mention import PercentMention
from makegood.model.statement import MeasureStatus
from makegood.model.values import Rate
from makegood.reading.cast import Cast, Referent
from makegood.reading.lexicon import words
from makegood.reading.measure_sides import imposer_of, object_start, owner_of, phrase_stop, products_in, subject_of, targets_in
from makegood.reading.measure_tellings import Telling, certainty_of, clause, status_of
from makegood.reading.pieces import Piece
from makegood.reading.phrases import find_phrase, phrase_at, phrases_in, surfaces
from makegood.reading.powers import Power, powers
from makegood.reading.story import Passage, Story
from makegood.reading.terms import Found, number
from makegood.reading.tokens import usual_part

_AFTER = 6
_BEFORE = 16
_CONTEXT = 3
_LIST_CONTEXT = 6
_ENTRY = 8
_REACH_OF_VERB = 7


def find_tariffs(story: Story, cast: Cast) -> list[Telling]:
    """The tariffs of a story in the order of its text."""
    found: list[Telling] = []
    spoken = -9
    for passage in story.passages:
        heads = tariff_words(passage)
        in_run = bool(heads) or passage.number - spoken <= (_CONTEXT if passage.sentence.shape == "prose" else _LIST_CONTEXT)
        told = list(_in_passage(story, passage, heads, in_run, cast))
        if heads or told:
            spoken = passage.number
        found += told
    return found


def tariff_words(passage: Passage) -> list[int]:
    """The pieces that are a word for a tariff."""
    lowers = surfaces(passage)
    known = words("measures")["tariff"]
    found = [i for i in range(len(lowers)) if phrase_at(lowers, i, known) or _named(passage, i)]
    return [i for i in found if not _other_sense(passage, i)]


def _named(passage: Passage, index: int) -> bool:
    """Whether a capitalised run is only a tariff in title case ('the Reciprocal Tariff')."""
    piece = passage.pieces[index]
    return piece.kind == "name" and piece.name is not None and piece.name.kind is None and piece.text.split()[-1].lower() in words("measures")["tariff"]


def _other_sense(passage: Passage, index: int) -> bool:
    """'levy' and 'levies' as verbs, 'duty' as a task, non-tariff barriers, revenue from tariffs."""
    before, after = passage.lowers(index - 2, index), passage.lowers(index + 1, index + 3)
    if after in (["and", "non-tariff"], ["rate", "quota"], ["rate", "quotas"]) or (after[:1] and after[0] in words("measures")["tariff_matters"]):
        return True
    lower = passage.pieces[index].lower
    if lower == "levy" and before[-1:] in (["to"], ["will"], ["would"], ["could"], ["may"]):
        return True
    return lower == "duty" and before[-1:] in (["on"], ["of"], ["active"], ["heavy"])


def _in_passage(story: Story, passage: Passage, heads: list[int], in_run: bool, cast: Cast) -> Iterator[Telling]:
    rated: set[int] = set()
    last: tuple[int, int] | None = None
    for index, piece in enumerate(passage.pieces):
        if not isinstance(piece.mention, PercentMention) or piece.mention.points or _superseded(passage, index):
            continue
        if in_run and _entry(passage, index):
            yield _listed(passage, index, cast)
            continue
        head = _head(passage, index, heads, in_run)
        if head is None and last is not None and _elliptic(passage, last[0], index):
            head = last[1]
        if head is None or "average" in passage.lowers(head - 4, head):
            continue
        last = index, head
        rated.update(h for h in heads if abs(h - index) <= _BEFORE)
        telling = _telling(story, passage, head, index, cast)
        if telling.imposer or not _by_many(passage, head):
            yield telling
    for head in heads:
        if head not in rated:
            yield from _unrated(story, passage, head, cast)


def _elliptic(passage: Passage, before: int, index: int) -> bool:
    """'Acme has to pay 10%, and Basco another 12%': the verb is left out the second time."""
    between = passage.pieces[before + 1 : index]
    named = any(p.kind == "name" for p in between)
    return named and not any(p.kind == "word" and usual_part(p.lower) in {"VERB", "AUX", "SCONJ"} for p in between)


def _entry(passage: Passage, index: int) -> bool:
    """Whether the line is one of a list of countries with their rates: 'Peru (10%)', 'Peru: 10%'."""
    return passage.sentence.shape != "prose" and 2 <= index <= _ENTRY and passage.pieces[index - 1].text in {"(", ":", "-", "–", "—"}


def _listed(passage: Passage, index: int, cast: Cast) -> Telling:
    found = list(powers(passage, 0, index, cast))
    target = Found(tuple(p.mark for p in found), tuple(p.at for p in found)) if found else None
    at = (passage.pieces[index].start, passage.pieces[index].end)
    return Telling(passage, "tariff", at, Found("announced", (at,)), target=target, rate=_rate(passage, index))


def _rate(passage: Passage, index: int) -> Found[Rate]:
    mention = passage.pieces[index].mention
    assert isinstance(mention, PercentMention)
    low, high = number(mention.low), number(mention.high)
    rate = Rate(low=low if low is not None else high, high=high if high is not None else low)  # type: ignore[arg-type]
    return Found(rate, ((mention.start, mention.end),))


def _zero(passage: Passage, head: int) -> Found[Rate] | None:
    """'zero duties', 'eliminate all tariffs': a rate of nought, unless they are only eliminated or reduced."""
    lists = words("measures")
    if lists["lessening"] & set(passage.lowers(head - _REACH_OF_VERB, head)):
        return None
    found = find_phrase(passage, head - 2, head, lists["nought"]) or find_phrase(passage, head - _REACH_OF_VERB, head, lists["eliminating"])
    return Found(Rate(low=0, high=0), (found,)) if found else None


def _superseded(passage: Passage, index: int) -> bool:
    """'from 25%' before 'to 50%': the old rate."""
    after = passage.lowers(index + 1, index + 4)
    return passage.lowers(index - 1, index) == ["from"] and "<percent>" in after and "to" in after


def _head(passage: Passage, index: int, heads: list[int], in_run: bool) -> int | None:
    """The piece that makes a percentage a tariff rate: its noun, else the verb of paying or imposing."""
    lowers = surfaces(passage)
    if passage.lowers(index + 1, index + 2) == ["of"] and passage.lowers(index + 2, index + 3) not in (["tariff"], ["tariffs"]):
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
    return lowers[index + 1 : index + 2] == ["on"] and bool({"imports", "goods", "imported", "products"} & set(lowers[index + 2 : index + 7]))


def _premodifies(passage: Passage, at: int) -> bool:
    piece = passage.pieces[at]
    if piece.kind in {"name", "description"} or piece.text in {"-", "'", "’", '"', "“", "/"}:
        return True
    return piece.kind == "word" and (usual_part(piece.lower) in {"ADJ", "NOUN", None, "NUM", "PROPN"} or piece.lower in {"the", "its", "or", "and", "higher", "ad", "additional", "'s", "’s"})


def _changes(passage: Passage, first: int, stop: int) -> bool:
    """Whether the words between a tariff and a number lead from one to the other."""
    between = [p for p in passage.pieces[first:stop]]
    lowers = [p.lower for p in between]
    if not lowers or "exceed" in passage.pieces[stop].text:
        return not {"who", "while", "but"} & set(lowers)
    if lowers[-1] not in words("measures")["changes"] | {"<percent>"} or lowers[-1] == "by":
        return False
    if any(p.text in {";", "—", "–"} for p in between) or {"who", "while", "but", "shares", "prices", "stock", "growth", "inflation"} & set(lowers):
        return False
    return lowers[-1] in {"of", "at", "to", "from", "than", "exceed", "be", "as"} or all(w in words("measures")["changes"] for w in lowers)


def _verb_head(passage: Passage, index: int) -> int | None:
    """'China pays at least 30%', 'levy 25 percent on all imports': the verb, when it rules the number."""
    lowers = surfaces(passage)
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


def _unrated(story: Story, passage: Passage, head: int, cast: Cast) -> Iterator[Telling]:
    """A tariff without a number counts when the sentence says what becomes of it and whom or what it hits."""
    if passage.sentence.shape == "heading" or _supposed(passage, head) or not acted_on(passage, head):
        return
    telling = _telling(story, passage, head, None, cast)
    if telling.imposer or not _by_many(passage, head):
        yield telling


def _by_many(passage: Passage, head: int) -> bool:
    """'Many countries impose higher tariffs on': nobody in particular."""
    return bool({"countries", "nations", "governments", "others", "partners"} & set(passage.lowers(head - _REACH_OF_VERB, head))) and not find_phrase(passage, 0, head, words("measures")["pay"])


def _supposed(passage: Passage, head: int) -> bool:
    """'If tariffs are imposed …': only thought of."""
    return bool({"if", "whether"} & set(passage.lowers(head - 4, head)))


def acted_on(passage: Passage, head: int) -> bool:
    """Whether something is done to the measure: a verb right before it, or an auxiliary and what becomes of it after."""
    first, stop = clause(passage, head)
    for status in ("paused", "removed", "threatened", "in_force", "proposed", "agreed", "announced"):
        for index, after in phrases_in(passage, max(first, head - _REACH_OF_VERB), min(stop, head + 2 * _REACH_OF_VERB), words("measures")[status]):
            if after <= head and not any(p.text in {",", ";"} for p in passage.pieces[after:head]):
                return True
            if index > head and (_verbal(passage, index) or _auxiliary(passage, head, index)):
                return True
    return False


def _verbal(passage: Passage, index: int) -> bool:
    """Whether the measure itself does what the word at `index` says: 'remain', 'stayed', 'apply'."""
    lower = passage.pieces[index].lower
    return lower in words("measures")["in_force"] and usual_part(lower) == "VERB"


def _auxiliary(passage: Passage, first: int, stop: int) -> bool:
    return any(p.kind == "word" and usual_part(p.lower) == "AUX" for p in passage.pieces[first:stop])


def _telling(story: Story, passage: Passage, head: int, index: int | None, cast: Cast) -> Telling:
    first, stop = clause(passage, head if index is None else index)
    first, stop = min(first, head), max(stop, head + 1)
    start = _objects(passage, head, index, stop)
    end = phrase_stop(passage, start, stop) if start is not None else None
    target = targets_in(passage, start, end, cast) if start is not None and end is not None else None
    products = products_in(passage, start, end, story.text) if start is not None and end is not None else None
    owner = owner_of(passage, min(head, index) if index is not None else head, cast) or owner_of(passage, head, cast)
    payer = _payer(story, passage, (head, index), first, cast) if target is None else None
    if payer is not None:
        target = payer[0]
        products = products or payer[1]
    target = target or _charged(passage, first, head, cast)
    if target is None and owner is not None and (other := _lessener(passage, head, owner, first, cast)):
        target, owner = Found((owner.mark,), (owner.at,)), other
    imposer = imposer_of(passage, head, (first, stop), owner, target, cast)
    status = status_of(passage, first, stop, head if index is None else index) or Found("announced", ((passage.pieces[head].start, passage.pieces[head].end),))
    certainty = certainty_of(passage, first, stop, status.value)
    at = (passage.pieces[head].start, passage.pieces[head].end)
    return Telling(passage, "tariff", at, status, certainty, imposer, target, _zero(passage, head) if index is None else _rate(passage, index), products)  # type: ignore[arg-type]


def _lessener(passage: Passage, head: int, owner: Power, first: int, cast: Cast) -> Power | None:
    """Who agreed to change what its partner pays: 'Oslo agreed that Peru's tariffs would go to 10%'."""
    if not {"agreed", "agrees", "said", "decided", "promised"} & set(passage.lowers(first, owner.piece)) or not _auxiliary(passage, head, head + 3):
        return None
    found = subject_of(passage, owner.piece, cast, first)
    return found if found is not None and found.mark != owner.mark else None


def _objects(passage: Passage, head: int, index: int | None, stop: int) -> int | None:
    start = object_start(passage, head, stop)
    if start is None and index is not None and index > head:
        start = object_start(passage, index, stop)
    return start


def _pays(passage: Passage, at: int) -> bool:
    """Whether a power left of 'pay' may be the one that does: it, its goods, or goods from it; no place they go to."""
    before = passage.lowers(at - 3, at)
    return not {"into", "to", "in", "at", "with", "for"} & set(before[-2:])


def _charged(passage: Passage, first: int, head: int, cast: Cast) -> Found[tuple[str, ...]] | None:
    """'Peru charges Chilean goods a tariff': whom the verb hits before the noun comes."""
    for index, after in phrases_in(passage, first, head, words("measures")["charge"]):
        found = [p for p in powers(passage, after, head, cast) if not _verb_between(passage, after, p.piece) and index < p.piece]
        if found and passage.lowers(head - 1, head) in (["a"], ["the"], ["of"]):
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


def _payer(story: Story, passage: Passage, heads: tuple[int, int | None], first: int, cast: Cast) -> tuple[Found[tuple[str, ...]], Found[str] | None] | None:
    """Who pays: the powers or goods left of 'face', 'pay', 'be subject to', 'get'."""
    head, index = heads
    lowers = surfaces(passage)
    until = min(head, index) if index is not None and head > first else index if index is not None else head
    for at in range(until, first - 1, -1):
        after = phrase_at(lowers, at, words("measures")["pay"])
        if after is None or _verb_between(passage, after, until):
            continue
        everywhere = find_phrase(passage, first, at, words("measures")["everywhere"])
        found = _last_chain(passage, [p for p in powers(passage, first, at, cast) if _pays(passage, p.piece)])
        if found:
            return Found(tuple(p.mark for p in found), tuple(p.at for p in found)), None
        if everywhere:
            return Found(("all",), (everywhere,)), None
        goods = _goods(story, passage, first, at)
        if goods:
            return Found(("all",), goods.at), goods
        break
    firms = _firms(passage, first, until, cast) if index is not None else []
    return (Found(tuple(r.name for _, r in firms), tuple((p.start, p.end) for p, _ in firms)), None) if firms else None


def _goods(story: Story, passage: Passage, first: int, stop: int) -> Found[str] | None:
    """The goods that pay: 'Copper imports into the country will pay'."""
    last = next((at for at in range(stop - 1, first - 1, -1) if passage.pieces[at].lower in {"imports", "products", "goods"}), None)
    if last is None or last == first:
        return None
    start = last
    while start > first and usual_part(passage.pieces[start - 1].lower) in {"NOUN", "ADJ", "PROPN", None} and passage.pieces[start - 1].kind == "word":
        start -= 1
    return products_in(passage, start, last, story.text)


def _firms(passage: Passage, first: int, stop: int, cast: Cast) -> list[tuple[Piece, Referent]]:
    """The company between the last rate and this one: 'Acme will pay 10%, and Basco another 12%'."""
    start = next((at + 1 for at in range(stop - 1, first - 1, -1) if passage.pieces[at].kind == "percent"), first)
    for at in range(start, stop):
        referent = cast.at.get((passage.number, at))
        if referent and referent.kind == "company" and passage.pieces[at].kind == "name":
            return [(passage.pieces[at], referent)]
    return []
