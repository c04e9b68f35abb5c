"""Measure statements: one per type, imposer, target, rate and products that a story tells (R21)."""

from collections import Counter
from collections.abc import Sequence

from makegood.model.statement import MeasureStatement
from makegood.reading.accords import find_accords
from makegood.reading.cast import Cast
from makegood.reading.curbs import find_curbs
from makegood.reading.evidence import Proof
from makegood.reading.measure_partners import under_accords, with_targets
from makegood.reading.measure_tellings import Telling
from makegood.reading.measure_terms import condition, effective
from makegood.reading.speakers import speaker
from makegood.reading.story import Story
from makegood.reading.subsidies import find_subsidies
from makegood.reading.tariffs import find_tariffs
from makegood.reading.terms import Found
from makegood.reference.places import country_name, country_of

_TRADE = frozenset({"tariff", "trade_deal"})


def read_measures(story: Story, cast: Cast) -> list[MeasureStatement]:
    """The measures of a story in the order of their first telling."""
    tellings = _with_imposers(sorted(_tellings(story, cast), key=lambda t: (t.passage.number, t.head)), cast)
    tellings = under_accords(
        [t for t in with_targets(tellings, cast) if (t.target or t.products) and (t.imposer or t.rate)]
    )
    groups: list[list[Telling]] = []
    for telling in tellings:
        known = next((g for g in groups if _same(g[0], telling)), None)
        if known is None:
            groups.append([telling])
        else:
            known.append(telling)
    made = {s.id: s for s in (_statement(story, group, cast) for group in groups)}
    return list(made.values())


def _tellings(story: Story, cast: Cast) -> list[Telling]:
    found = [
        *find_tariffs(story, cast),
        *find_curbs(story, cast),
        *find_accords(story, cast),
        *find_subsidies(story, cast),
    ]
    return [t for t in found if t.passage.pieces[-1].text != "?"]


def _with_imposers(tellings: Sequence[Telling], cast: Cast) -> list[Telling]:
    """A measure told without who imposes it is one of whoever imposed the last before it, else of whoever imposes most
    in the story, else of the country that the story names most besides the one it hits.
    """
    filled: list[Telling] = []
    for number, telling in enumerate(tellings):
        if telling.imposer is None:
            hit = telling.target.value if telling.target else ()
            filled.append(
                telling.by(
                    _imposer_before(tellings[:number], telling, hit)
                    or _usual_imposer(tellings, hit)
                    or _most_named(hit, cast)
                )
            )
        else:
            filled.append(telling)
    return filled


def _imposer_before(before: Sequence[Telling], telling: Telling, hit: Sequence[str]) -> Found[str] | None:
    return next(
        (t.imposer for t in reversed(before) if t.type == telling.type and t.imposer and _mark(t.imposer) not in hit),
        None,
    )


def _usual_imposer(tellings: Sequence[Telling], hit: Sequence[str]) -> Found[str] | None:
    known = [t.imposer for t in tellings if t.type in _TRADE and t.imposer and _mark(t.imposer) not in hit]
    counted = Counter(found.value for found in known)
    return max(known, key=lambda found: counted[found.value], default=None)


def _most_named(hit: Sequence[str], cast: Cast) -> Found[str] | None:
    if not hit or "all" in hit:
        return None
    others = [
        r for r in cast.referents if r.kind == "government" and r.country and r.country not in hit and not r.is_place
    ]
    most = max(others, key=lambda r: (len(r.seats), -r.start), default=None)
    name = country_name(most.country) if most and most.country else None
    return Found(name, ((most.start, most.end),)) if most and name else None


def _mark(imposer: Found[str]) -> str:
    return country_of(imposer.value) or imposer.value


def _same(one: Telling, other: Telling) -> bool:
    if one.type == other.type == "trade_deal":
        return _sides(one) == _sides(other)
    if one.type != other.type or _value(one.imposer) != _value(other.imposer):
        return False
    for name in ("rate", "amount", "target"):
        mine, theirs = getattr(one, name), getattr(other, name)
        if mine and theirs and mine.value != theirs.value:
            return False
    if not _one_state(one, other) and (one.passage is not other.passage or (one.rate is None) == (other.rate is None)):
        return False
    return _alike(one.products, other.products)


def _sides(telling: Telling) -> set[str]:
    """Both sides of a trade deal; who stands first does not matter."""
    return {_mark(telling.imposer) if telling.imposer else "", *(telling.target.value if telling.target else ())}


def _one_state(one: Telling, other: Telling) -> bool:
    """Whether status, rate and products are told alike enough to be one measure told twice."""
    if one.status.value == other.status.value:
        return (one.rate is None) == (other.rate is None) or (one.products is None) == (other.products is None)
    if (one.rate is None) != (other.rate is None):
        return False
    return (one.products is None) == (other.products is None) or "in_force" not in {
        one.status.value,
        other.status.value,
    }


def _value(found: Found[str] | None) -> str | None:
    return found.value if found else None


def _alike(one: Found[str] | None, other: Found[str] | None) -> bool:
    if one is None or other is None:
        return True
    mine, theirs = (set(f.value.lower().replace(",", " ").split()) for f in (one, other))
    return bool({w for w in mine & theirs if len(w) > 3})


def _statement(story: Story, group: Sequence[Telling], cast: Cast) -> MeasureStatement:
    lead, proof = group[0], Proof(story.document)
    proof.add("_", [(t.passage.start, t.passage.end) for t in group])
    proof.add("type", [t.head for t in group])
    proof.add("status", lead.status.at)
    fields: dict[str, object] = {"type": lead.type, "status": lead.status.value, "certainty": lead.certainty}
    for name in ("imposer", "target", "rate", "products", "amount"):
        tellings = group if name != "products" or lead.rate else group[:1]
        found = next((f for t in tellings if (f := getattr(t, name)) is not None), None)
        if found is not None:
            fields[name] = found.value
            proof.add(name, found.at)
    if "target" not in fields and "products" in fields:
        fields["target"] = ("all",)
        proof.add("target", next(t.products.at for t in group if t.products))
    for name, found in (("condition", condition(story, group)), ("effective", effective(lead.passage))):
        if found is not None:
            fields[name] = found.value
            proof.add(name, found.at)
    said = speaker(lead.passage, [_value(lead.imposer)], cast)
    if said:
        fields["speaker"] = said[0]
        proof.add("speaker", [said[1]])
    return MeasureStatement.of(story.document.id, proof.evidence(), **fields)
