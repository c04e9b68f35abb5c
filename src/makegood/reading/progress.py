"""Progress statements: what happened, or was put off, to a promise; one per turn (R4)."""

from collections.abc import Sequence

from makegood.model.mention import CountMention, DateMention, MoneyMention
from makegood.model.statement import PledgeStatement, ProgressStatement
from makegood.model.values import Amount, Jobs, PartialDate
from makegood.reading.evidence import Draft
from makegood.reading.naming import actor_name
from makegood.reading.referents import Referent
from makegood.reading.story import Passage, Story
from makegood.reading.terms import Found, number, sum_of
from makegood.reading.turns import Turn

_REACH = 10


def read_progress(story: Story, turns: Sequence[Turn], pledges: Sequence[PledgeStatement]) -> list[ProgressStatement]:
    """One statement for each turn and promisor; a turn told twice is one statement with both sentences."""
    told: dict[tuple[str, Referent], list[Turn]] = {}
    for turn in turns:
        for referent in turn.doers:
            told.setdefault((turn.what, referent), []).append(turn)
    return [_statement(story, referent, found, pledges) for (_, referent), found in told.items()]


def _statement(
    story: Story, referent: Referent, turns: Sequence[Turn], pledges: Sequence[PledgeStatement]
) -> ProgressStatement:
    first = turns[0]
    draft = Draft(story.document, (turn.passage.whole for turn in turns))
    draft.put("promisor", actor_name(referent), [referent.interval])
    draft.put("what", first.what, (turn.words for turn in turns))
    for name, found in (("date", _date(first.passage)), ("amount", _cut_sum(first)), ("jobs", _hired(first))):
        if found:
            draft.put(name, found.value, found.at)
    pledge = next((p for p in pledges if p.promisor.name == referent.name), None)
    if pledge:
        draft.put("pledge", pledge.id, (turn.words for turn in turns))
    return ProgressStatement.of(story.document.id, draft.evidence(), **draft.fields)


def _date(passage: Passage) -> Found[PartialDate] | None:
    """The first date of the sentence that is no deadline."""
    dates = (p.mention for p in passage.pieces if isinstance(p.mention, DateMention) and not p.mention.by)
    date = next(dates, None)
    if date is None:
        return None
    return Found(PartialDate(date=date.date, precision=date.precision, basis=date.basis), ((date.start, date.end),))


def _cut_sum(turn: Turn) -> Found[Amount] | None:
    """The sum of a cut or of what was spent, near its verb."""
    sums = ((at, p.mention) for at, p in enumerate(turn.passage.pieces) if isinstance(p.mention, MoneyMention))
    at, money = next(sums, (0, None))
    if money is None or turn.act is None or turn.what not in {"scale_back", "spent"}:
        return None
    return sum_of(money) if abs(at - turn.act.last) < _REACH else None


def _hired(turn: Turn) -> Found[Jobs] | None:
    """How many were hired."""
    count = turn.passage.pieces[turn.target].mention
    if turn.what != "hired" or not isinstance(count, CountMention):
        return None
    return Found(Jobs(low=number(count.low), high=number(count.high), bound=count.bound), ((count.start, count.end),))
