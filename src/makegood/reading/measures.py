"""Measure statements: one per type, imposer, target, rate and products that a story tells (R21)."""

from collections.abc import Sequence

from makegood.model.mention import DateMention
from makegood.model.statement import MeasureStatement
from makegood.model.values import PartialDate
from makegood.reading import terms
from makegood.reading.accords import find_accords
from makegood.reading.cast import Cast
from makegood.reading.curbs import find_curbs
from makegood.reading.evidence import Proof
from makegood.reading.measure_tellings import Telling
from makegood.reading.story import Passage, Story
from makegood.reading.subsidies import find_subsidies
from makegood.reading.tariffs import find_tariffs
from makegood.reading.terms import Found


def read_measures(story: Story, cast: Cast) -> list[MeasureStatement]:
    """The measures of a story in the order of their first telling."""
    tellings = _with_imposers(sorted(_tellings(story, cast), key=lambda t: (t.passage.number, t.head)))
    groups: list[list[Telling]] = []
    for telling in tellings:
        known = next((g for g in groups if _same(g[0], telling)), None)
        if known is None:
            groups.append([telling])
        else:
            known.append(telling)
    made = {s.id: s for s in (_statement(story, group) for group in groups)}
    return list(made.values())


def _tellings(story: Story, cast: Cast) -> list[Telling]:
    return [*find_tariffs(story, cast), *find_curbs(story, cast), *find_accords(story, cast), *find_subsidies(story, cast)]


def _with_imposers(tellings: Sequence[Telling]) -> list[Telling]:
    """A tariff told without who imposes it is taken for one of whoever imposed the last, else the next."""
    known = [t.imposer for t in tellings if t.imposer]
    filled: list[Telling] = []
    last: Found[str] | None = known[0] if known else None
    for telling in tellings:
        last = telling.imposer or last
        filled.append(telling if telling.imposer else telling.by(last))
    return filled


def _same(one: Telling, other: Telling) -> bool:
    if one.type != other.type or _value(one.imposer) != _value(other.imposer):
        return False
    if one.rate and other.rate and one.rate.value != other.rate.value:
        return False
    if (one.rate is None) != (other.rate is None) and (one.status.value != other.status.value or (one.products is None) != (other.products is None)):
        return False
    if one.target and other.target and set(one.target.value) != set(other.target.value):
        return False
    if one.amount and other.amount and one.amount.value != other.amount.value:
        return False
    return _alike(one.products, other.products)


def _value(found: Found[str] | None) -> str | None:
    return found.value if found else None


def _alike(one: Found[str] | None, other: Found[str] | None) -> bool:
    if one is None or other is None:
        return True
    mine, theirs = (set(f.value.lower().replace(",", " ").split()) for f in (one, other))
    return bool({w for w in mine & theirs if len(w) > 3})


def _statement(story: Story, group: Sequence[Telling]) -> MeasureStatement:
    lead, proof = group[0], Proof(story.document)
    proof.add("_", [(t.passage.start, t.passage.end) for t in group])
    proof.add("type", [t.head for t in group])
    proof.add("status", lead.status.at)
    fields: dict[str, object] = {"type": lead.type, "status": lead.status.value, "certainty": lead.certainty}
    for name in ("imposer", "target", "rate", "products", "amount"):
        found = next((f for t in group if (f := getattr(t, name)) is not None), None)
        if found is not None:
            fields[name] = found.value
            proof.add(name, found.at)
    for name, found in (("condition", _condition(story, group)), ("effective", _effective(lead.passage))):
        if found is not None:
            fields[name] = found.value
            proof.add(name, found.at)
    return MeasureStatement.of(story.document.id, proof.evidence(), **fields)


def _condition(story: Story, group: Sequence[Telling]) -> Found[str] | None:
    return next((f for t in group if (f := terms.condition(story.text, t.passage))), None)


def _effective(passage: Passage) -> Found[PartialDate] | None:
    """The date from which it applies: 'from', 'on', 'starting' a day."""
    for index, piece in enumerate(passage.pieces):
        if isinstance(piece.mention, DateMention) and {"from", "on", "starting", "effective", "beginning", "since", "start"} & set(passage.lowers(index - 2, index)):
            value = PartialDate(date=piece.mention.date, precision=piece.mention.precision, basis=piece.mention.basis)
            return Found(value, ((piece.start, piece.end),))
    return None
