"""Figure statements: numbers about an actor or a relation that are no promise: funds, debts, deficits, workforces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from makegood.model.mention import CountMention, DateMention, MoneyMention, NumberMention
from makegood.model.statement import FigureStatement
from makegood.model.values import Figure, PartialDate
from makegood.reading.cast import Cast
from makegood.reading.evidence import Proof
from makegood.reading.lexicon import words
from makegood.reading.story import Passage, Story
from makegood.reading.terms import number

_FOLLOWING = 2
_INVESTED = re.compile(r"\binvested in\s*$")
_EMPLOYS = re.compile(r"\b(?:employs|has a workforce of)\s*$")

Interval = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Found:
    """`subject` and `metric` with the code points that prove them; one of `value` and `assessment` at least."""

    passage: Passage
    subject: tuple[str, Interval]
    metric: tuple[str, Interval]
    value: NumberMention | None = None
    assessment: Interval | None = None
    as_of: DateMention | None = None


def read_figures(story: Story, cast: Cast) -> list[FigureStatement]:
    """The figures of a story in the order of its text."""
    found = [
        f
        for passage in story.passages
        for f in (*_funds(story, passage), *_staff(story, passage, cast), *_weighed(story, passage, cast))
    ]
    return [_statement(story, figure) for figure in found]


def _statement(story: Story, found: _Found) -> FigureStatement:
    proof = Proof(story.document)
    proof.add("_", [(found.passage.start, found.passage.end)])
    proof.add("subject", [found.subject[1]])
    proof.add("metric", [found.metric[1]])
    fields: dict[str, object] = {"subject": found.subject[0], "metric": found.metric[0]}
    if found.value is not None:
        fields["value"] = _value(found.value)
        proof.add("value", [(found.value.start, found.value.end)])
    if found.assessment is not None:
        fields["assessment"] = story.text[slice(*found.assessment)]
        proof.add("assessment", [found.assessment])
    if found.as_of is not None:
        fields["as_of"] = PartialDate(date=found.as_of.date, precision=found.as_of.precision, basis=found.as_of.basis)
        proof.add("as_of", [(found.as_of.start, found.as_of.end)])
    return FigureStatement.of(story.document.id, proof.evidence(), **fields)


def _value(mention: NumberMention) -> Figure:
    unit = (
        mention.currency
        if isinstance(mention, MoneyMention)
        else mention.of
        if isinstance(mention, CountMention)
        else None
    )
    return Figure(low=number(mention.low), high=number(mention.high), bound=mention.bound, unit=unit)


def _funds(story: Story, passage: Passage) -> Iterator[_Found]:
    """'a $100 billion Growth Fund, which was created in 2017': its size, its companies, how it fared."""
    for index, piece in enumerate(passage.pieces[:-1]):
        if not isinstance(piece.mention, MoneyMention):
            continue
        at = index + 1
        fund = passage.pieces[at]
        if fund.kind != "name" or "Fund" not in fund.text.split():
            continue
        created = next(
            (p.mention for p in passage.pieces[at:] if isinstance(p.mention, DateMention) and not p.mention.by), None
        )
        subject = (fund.text, (fund.start, fund.end))
        yield _Found(
            passage, subject, ("fund size", (fund.start, fund.end)), piece.mention, _fared(story, passage), created
        )
        yield from _companies(story, passage, subject)


def _fared(story: Story, passage: Passage) -> Interval | None:
    """The clause of this sentence or the next that tells how the investments fared."""
    for other in story.passages[passage.number : passage.number + 1 + _FOLLOWING]:
        if other.sentence.block != passage.sentence.block:
            break
        match = _verdict().search(story.text, other.start, other.end)
        if match:
            return match.span("said")
    return None


@cache
def _verdict() -> re.Pattern[str]:
    verbs = "|".join(sorted(words("holdings")["verdicts"]))
    return re.compile(rf"(?P<said>(?:have|has|had|did)(?:\s+not|n[’']t|\s+never)?\s+(?:{verbs})\b[^.,;]{{0,40}})")


def _companies(story: Story, passage: Passage, subject: tuple[str, Interval]) -> Iterator[_Found]:
    for other in story.passages[passage.number : passage.number + 1 + _FOLLOWING]:
        for piece in other.pieces:
            counted = isinstance(piece.mention, CountMention) and piece.mention.of == "companies"
            verb = _INVESTED.search(story.text, other.start, piece.start)
            if counted and verb and isinstance(piece.mention, CountMention):
                yield _Found(other, subject, ("companies invested in", (verb.start(), verb.end())), piece.mention)


def _staff(story: Story, passage: Passage, cast: Cast) -> Iterator[_Found]:
    """'Acme, which employs 13,000 people'."""
    for index, piece in enumerate(passage.pieces):
        mention = piece.mention
        if not isinstance(mention, CountMention) or mention.of not in {"people", "workers", "employees"}:
            continue
        verb = _EMPLOYS.search(story.text, passage.start, piece.start)
        employer = next(
            (
                r
                for i in range(index - 1, -1, -1)
                if (r := cast.at.get((passage.number, i))) and r.institution and not r.is_place and not r.described
            ),
            None,
        )
        if verb and employer:
            yield _Found(passage, (employer.name, (employer.start, employer.end)), ("workforce", verb.span()), mention)


def _weighed(story: Story, passage: Passage, cast: Cast) -> Iterator[_Found]:
    """'Son's resulting sizable personal debt', 'the persistent U.S. trade deficit toward Japan': weighed, no number."""
    for match in _metric().finditer(story.text, passage.start, passage.end):
        owner = _owner(passage, match.start(), match.start("metric"), cast)
        if owner:
            yield _Found(passage, owner, (match["metric"], match.span("metric")), assessment=match.span("weight"))


@cache
def _metric() -> re.Pattern[str]:
    lists = words("holdings")
    metrics = "|".join(sorted(lists["metrics"], key=lambda m: (-len(m), m)))
    return re.compile(
        rf"\b(?P<weight>{'|'.join(sorted(lists['weighing']))})\s+(?:[\w.’'-]+\s+)??(?P<metric>{metrics})\b(?:\s+(?:toward|with)\s+[A-Z]\w+)?"
    )


def _owner(passage: Passage, start: int, stop: int, cast: Cast) -> tuple[str, Interval] | None:
    """Whose it is: a name between adjective and metric, else the possessor before the adjective."""
    for index, piece in enumerate(passage.pieces):
        seated = cast.at.get((passage.number, index))
        if seated and start < piece.start < stop:
            return seated.name, (piece.start, piece.end)
    for index in range(len(passage.pieces) - 1, 0, -1):
        piece = passage.pieces[index]
        if piece.start < start and piece.lower in {"'s", "’s"} and start - piece.end < 20:
            seated = cast.at.get((passage.number, index - 1))
            return (seated.name, (passage.pieces[index - 1].start, passage.pieces[index - 1].end)) if seated else None
    return None
