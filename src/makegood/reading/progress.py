"""Progress statements: what happened, or was put off, to a promise; one per turn (R4)."""

from collections.abc import Sequence

from makegood.model.mention import DateMention, MoneyMention
from makegood.model.statement import PledgeStatement, ProgressStatement
from makegood.model.values import PartialDate
from makegood.reading import terms
from makegood.reading.evidence import Proof
from makegood.reading.naming import actor_name
from makegood.reading.story import Story
from makegood.reading.turns import Turn


def read_progress(story: Story, turns: Sequence[Turn], pledges: Sequence[PledgeStatement]) -> list[ProgressStatement]:
    """One statement for each turn and promisor; a turn told twice is one statement with both sentences."""
    told: dict[tuple[str, str], list[Turn]] = {}
    for turn in turns:
        for referent in turn.doers:
            told.setdefault((turn.what, referent.name), []).append(turn)
    return [_statement(story, name, found, pledges) for (_, name), found in told.items()]


def _statement(story: Story, name: str, found: Sequence[Turn], pledges: Sequence[PledgeStatement]) -> ProgressStatement:
    turn, proof = found[0], Proof(story.document)
    referent = next(r for r in turn.doers if r.name == name)
    fields: dict[str, object] = {"promisor": actor_name(referent), "what": turn.what}
    proof.add("_", [(t.passage.start, t.passage.end) for t in found])
    proof.add("promisor", [(referent.start, referent.end)])
    proof.add("what", [t.words for t in found])
    date = next((p for p in turn.passage.pieces if isinstance(p.mention, DateMention) and not p.mention.by), None)
    if date is not None and isinstance(date.mention, DateMention):
        fields["date"] = PartialDate(date=date.mention.date, precision=date.mention.precision, basis=date.mention.basis)
        proof.add("date", [(date.start, date.end)])
    money = next((p for p in turn.passage.pieces if isinstance(p.mention, MoneyMention)), None)
    if turn.what == "scale_back" and money is not None and turn.act and abs(turn.passage.pieces.index(money) - turn.act.last) < 10:
        value = terms.amount(money)
        fields["amount"] = value.value
        proof.add("amount", value.at)
    pledge = next((p for p in pledges if p.promisor.name == name), None)
    if pledge:
        fields["pledge"] = pledge.id
        proof.add("pledge", [t.words for t in found])
    return ProgressStatement.of(story.document.id, proof.evidence(), **fields)
