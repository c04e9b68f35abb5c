"""Figure statements: numbers about an actor or a relation that are no promise: funds, debts, deficits, workforces.

Metrics are those of lexicon/holdings.toml, and 'fund size', 'companies invested in', 'workforce',
'valuation', 'past investment' and 'stake'.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from makegood.model.mention import CountMention, DateMention, MoneyMention, NumberMention, PercentMention
from makegood.model.statement import FigureStatement, PledgeStatement
from makegood.model.values import Figure, PartialDate
from makegood.reading.cast import Cast
from makegood.reading.evidence import Draft, Interval
from makegood.reading.gate import Gate, gate
from makegood.reading.grammar import closed
from makegood.reading.lexicon import words
from makegood.reading.reckonings import Reckoning, reckonings
from makegood.reading.speakers import speaker
from makegood.reading.story import Passage, Story
from makegood.reading.terms import number

_FOLLOWING = 2
_NEAR = 12
_INVESTED = re.compile(r"\binvested in\s*$")


@dataclass(frozen=True, slots=True)
class _Verdict:
    """The words that tell how an undertaking fared, and their sentence."""

    passage: Passage
    at: Interval


def read_figures(story: Story, cast: Cast, pledges: Sequence[PledgeStatement]) -> list[FigureStatement]:
    """The figures of a story in the order of its text; a sum that is pledged is none, nor one told twice."""
    pledged = {(span.start, span.end) for p in pledges for span in p.evidence.get("amount", ())}
    promisors = {p.promisor.name for p in pledges}
    figures: dict[tuple[str, str, object], FigureStatement] = {}
    for passage in story.passages:
        if passage.sentence.shape == "heading" or passage.lower(len(passage.pieces) - 1) == "?":
            continue
        funds = _funds(story, passage, cast) if "money" in passage.kinds else ()
        counted = reckonings(passage, cast) if passage.opens(triggers()) else ()
        for found in (*funds, *counted):
            value = found.value
            if value is not None and any(s < value.end and value.start < e for s, e in pledged):
                continue
            if found.metric in words("holdings")["trading"] and found.subject not in promisors:
                continue
            key = (found.subject, found.metric, (value.low, value.high) if value is not None else None)
            figures.setdefault(key, _statement(story, found, cast))
    return list(figures.values())


@cache
def triggers() -> Gate:
    """The words without one of which a sentence reckons nothing."""
    lists = words("holdings")
    told_by = ("metrics", "trading", "after_in", "weighable", "stakes", "employing", "valuing", "spending")
    return gate(frozenset().union(*(lists[name] for name in told_by)))


def _statement(story: Story, found: Reckoning, cast: Cast) -> FigureStatement:
    verdict = _fared(story, found)
    passages = [found.passage, *([verdict.passage] if verdict else [])]
    draft = Draft(story.document, [(p.start, p.end) for p in passages])
    draft.put("subject", found.subject, found.subject_at)
    draft.put("metric", found.metric, [found.metric_at])
    if found.value is not None:
        draft.put("value", _value(found.value), [(found.value.start, found.value.end)])
    weighed = found.weight or (verdict.at if verdict else None)
    if weighed is not None:
        draft.put("assessment", story.text[slice(*weighed)], [weighed])
    if found.as_of is not None:
        date = PartialDate(date=found.as_of.date, precision=found.as_of.precision, basis=found.as_of.basis)
        draft.put("as_of", date, [(found.as_of.start, found.as_of.end)])
    if found.toward is not None:
        draft.put("toward", found.toward[0], [found.toward[1]])
    said = speaker(found.passage, [found.subject], cast)
    if said:
        draft.put("speaker", said[0], [said[1]])
    return FigureStatement.of(story.document.id, draft.evidence(), **draft.fields)


def _value(mention: NumberMention) -> Figure:
    match mention:
        case MoneyMention(currency=currency):
            unit = currency
        case CountMention(of=counted):
            unit = counted
        case PercentMention():
            unit = "percent"
        case _:
            unit = None
    return Figure(low=number(mention.low), high=number(mention.high), bound=mention.bound, unit=unit)


def _funds(story: Story, passage: Passage, cast: Cast) -> Iterator[Reckoning]:
    """'Its $100 billion Growth Fund, which was created in 2017 …': its size, and how many companies it bought into."""
    for index, piece in enumerate(passage.pieces[:-1]):
        fund = cast.at.get((passage.number, index + 1))
        name = passage.pieces[index + 1]
        if not isinstance(piece.mention, MoneyMention) or fund is None or fund.kind != "fund" or name.kind != "name":
            continue
        if passage.lower(index - 1) in closed("possessive_marks") | closed("owning") | {"the"}:
            at = (name.start, name.end)
            whose = (fund.name, (at, fund.interval))
            yield Reckoning(passage, *whose, "fund size", at, piece.mention, as_of=_created(passage, index))
            yield from _companies(story, passage, cast, index + 1)


def _created(passage: Passage, index: int) -> DateMention | None:
    """The date of a fund's making, told beside its size."""
    for at in range(index + 2, min(index + 2 + _NEAR, len(passage.pieces))):
        mention = passage.pieces[at].mention
        if isinstance(mention, DateMention) and not mention.by:
            return mention
    return None


def _companies(story: Story, passage: Passage, cast: Cast, index: int) -> Iterator[Reckoning]:
    fund = cast.at[passage.number, index]
    for other in story.passages[passage.number : passage.number + 1 + _FOLLOWING]:
        for at, piece in enumerate(other.pieces):
            verb = _INVESTED.search(story.text, other.start, piece.start)
            if not isinstance(piece.mention, CountMention) or piece.mention.of != "companies" or verb is None:
                continue
            seat = next((i for i in range(at) if cast.who(other, i) is fund), None)
            if seat is not None:
                whose = (other.interval(seat, seat), fund.interval)
                yield Reckoning(other, fund.name, whose, "companies invested in", verb.span(), piece.mention)


def _fared(story: Story, found: Reckoning) -> _Verdict | None:
    """The clause of this sentence or the next two that tells how a fund's investments fared."""
    if found.metric not in {"fund size", "companies invested in"}:
        return None
    for other in story.passages[found.passage.number : found.passage.number + 1 + _FOLLOWING]:
        if other.sentence.block != found.passage.sentence.block:
            return None
        match = _verdicts().search(story.text, other.start, other.end)
        if match:
            return _Verdict(other, match.span("said"))
    return None


@cache
def _verdicts() -> re.Pattern[str]:
    verbs = "|".join(sorted(words("holdings")["verdicts"]))
    return re.compile(rf"(?P<said>(?:have|has|had|did)(?:\s+not|n[’']t|\s+never)?\s+(?:{verbs})\b[^.,;]{{0,40}})")
