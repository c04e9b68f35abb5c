"""Whom a measure hits where its sentence leaves that to the context: the other side of the deal, or of the sentence."""

from collections.abc import Sequence
from dataclasses import replace

from makegood.reading.cast import Cast
from makegood.reading.measure_tellings import Telling
from makegood.reading.powers import powers
from makegood.reading.terms import Found
from makegood.reference.places import country_of

_NEAR = 25
_CLOSE = 3
_BETWEEN_TWO = frozenset({"agreed", "removed", "paused", "proposed"})


def with_targets(tellings: Sequence[Telling], cast: Cast) -> list[Telling]:
    """The tellings, each without a target given the one that its context settles, if any."""
    accords = [t for t in tellings if t.type == "trade_deal"]
    settled: list[Telling] = []
    for telling in tellings:
        before = settled[-1] if settled else None
        if telling.target is None and before is not None and _likewise(telling, before):
            settled.append(replace(telling, target=before.target))
        else:
            found = _settled(telling, accords, cast) if telling.target is None else telling
            settled.append(_as_before(found, settled) if found.target is None else found)
    return settled


def _as_before(telling: Telling, before: Sequence[Telling]) -> Telling:
    """A bare rate after measures on one country alone is a rate on that country."""
    alike = [
        t
        for t in before
        if t.type == telling.type and t.imposer and telling.imposer and t.imposer.value == telling.imposer.value
    ]
    targets = {t.target.value: t.target for t in alike if t.target}
    if telling.rate is None or telling.products is not None or len(targets) != 1 or not _recent(telling, alike):
        return telling
    return replace(telling, target=next(iter(targets.values())))


def _recent(telling: Telling, alike: Sequence[Telling]) -> bool:
    return telling.passage.number - alike[-1].passage.number <= _CLOSE


def _likewise(telling: Telling, before: Telling) -> bool:
    """'…, and Peru is thinking of tariffs too': on the same goods as the measure just told."""
    return (
        telling.type == before.type
        and telling.passage is before.passage
        and bool({"too", "also", "likewise", "similar"} & {p.lower for p in telling.passage.pieces})
    )


def _settled(telling: Telling, accords: Sequence[Telling], cast: Cast) -> Telling:
    if telling.imposer is None:
        return telling
    bilateral = telling.type != "export_control" or telling.products is None
    found = (
        _partner(telling.imposer, [a for a in accords if abs(a.passage.number - telling.passage.number) <= _NEAR])
        if bilateral and (telling.rate or telling.status.value in _BETWEEN_TWO)
        else None
    )
    if found is None and telling.products is None and telling.status.value in _BETWEEN_TWO:
        found = _other_side(telling, telling.imposer, cast)
    return replace(telling, target=found) if found else telling


def _partner(imposer: Found[str], accords: Sequence[Telling]) -> Found[tuple[str, ...]] | None:
    """The one country that the imposer has made a deal with in this story."""
    mark = country_of(imposer.value)
    found: dict[tuple[str, ...], Found[tuple[str, ...]]] = {}
    for accord in accords:
        if accord.imposer is None or accord.target is None or mark is None:
            continue
        if accord.imposer.value == imposer.value:
            found[accord.target.value] = accord.target
        elif mark in accord.target.value and (code := country_of(accord.imposer.value)):
            found[(code,)] = Found((code,), accord.imposer.at)
    return next(iter(found.values())) if len(found) == 1 else None


def _other_side(telling: Telling, imposer: Found[str], cast: Cast) -> Found[tuple[str, ...]] | None:
    """The only other power that the sentence names."""
    passage = telling.passage
    others = [p for p in powers(passage, 0, len(passage.pieces), cast) if p.name != imposer.value]
    return Found((others[0].mark,), (others[0].at,)) if len(others) == 1 else None


def under_accords(tellings: Sequence[Telling]) -> list[Telling]:
    """What two sides of a deal will do to each other's goods is agreed, not only announced."""
    pairs = [_pair(t) for t in tellings if t.type == "trade_deal" and t.status.value == "agreed"]
    return [replace(t, status=Found("agreed", t.status.at)) if _promised(t, pairs) else t for t in tellings]


def _promised(telling: Telling, pairs: Sequence[frozenset[str]]) -> bool:
    if telling.type not in {"tariff", "quota", "export_control"} or not any(_pair(telling) <= pair for pair in pairs):
        return False
    if telling.status.value == "announced":
        return True
    coming = {"will", "would", "intends", "intend", "committed", "commits"} & {p.lower for p in telling.passage.pieces}
    return telling.status.value == "removed" and bool(coming)


def _pair(telling: Telling) -> frozenset[str]:
    imposer = country_of(telling.imposer.value) if telling.imposer else None
    return frozenset({imposer or "?", *(telling.target.value if telling.target else ("?",))})
