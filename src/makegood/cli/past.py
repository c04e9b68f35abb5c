"""The past in the terminal: a promisor's record, base rates, how long pledges stay open."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from makegood.assessment.base_rates import Group
from makegood.assessment.dossier import OtherPledge
from makegood.assessment.names import key
from makegood.assessment.record import Past
from makegood.assessment.sourced import DocumentFacts
from makegood.assessment.stages import RUNGS
from makegood.assessment.survival import Point
from makegood.cli import ids
from makegood.cli.tables import Column, elided, table
from makegood.cli.tally import counted
from makegood.errors import UnknownIdError
from makegood.model.actor import Actor
from makegood.model.pledge import Pledge
from makegood.publication import outcome, sentences, wording
from makegood.publication.inert import shown
from makegood.publication.proof import source
from makegood.reference.pledges import BIAS

YEARS = (1, 2, 3, 5, 7, 10)
_NAMED = 3
_SURVIVAL = (Column("years", 6, "right"), Column("delivered or cancelled", 24), Column("delivered"))


def promisor(name: str, actors: Sequence[Actor], pledges: Sequence[Pledge]) -> Actor:
    """The one promisor with this id or this name, else with it as a part of a name; the one with most pledges first.

    Raises:
        UnknownIdError: nobody who promises has it, or several equally.
    """
    many = Counter(identity for pledge in pledges for identity in pledge.promisors)
    promising = [actor for actor in actors if actor.id in many]
    exact = [a for a in promising if name == a.id or key(name) in map(key, (a.name, *a.aliases))]
    found = exact or [a for a in promising if any(key(name) in key(one) for one in (a.name, *a.aliases))]
    if not found:
        raise UnknownIdError(f"nobody who promises is called {name!r}: `makegood actors list` names everybody")
    found.sort(key=lambda actor: (-many[actor.id], actor.id))
    if len(found) > 1 and not exact:
        names = ", ".join(actor.name for actor in found[:_NAMED])
        raise UnknownIdError(f"{len(found)} promisors are called so: {names}{' …' * (len(found) > _NAMED)}")
    return found[0]


def promised_before(found: Past) -> list[RenderableType]:
    """The promisor, how its pledges stand, and each with what came of it and where that stands."""
    stages = ", ".join(f"{number} {RUNGS[stage].words}" for stage, number in found.stages)
    silent = f"; inferred from silence: {found.silent} stalled or presumed cancelled" if found.silent else ""
    facts = " · ".join(part for part in (found.actor.id, found.actor.kind, found.actor.country) if part)
    short = ids.short(one.pledge.id for one in found.pledges)
    usual = outcome.usual(found.actor.kind)
    return [
        Text(shown(found.actor.name), "bold"),
        Text(facts, "dim"),
        Text(f"{counted(len(found.pledges), 'pledge')}: {stages}{silent}"),
        *(part for one in found.pledges for part in _pledge(one, short[one.pledge.id])),
        *([Text(""), Text(usual, "dim")] if usual else []),
    ]


def _pledge(one: OtherPledge, short: str) -> Iterator[RenderableType]:
    pledge = one.pledge
    when = wording.date(pledge.announced) if pledge.announced is not None else "date not stated"
    yield Text("")
    yield Text.assemble((f"{short}  ", "cyan"), (shown(f"{when}: {sentences.promised(pledge)}"), "bold"))
    if one.lead is not None:
        yield _source(one.lead.document)
    yield _indented(Text(outcome.became(one)))
    if one.assessment.silence is not None:
        yield _indented(Text(outcome.silent(one.assessment.silence), "yellow"))
    for step in one.assessment.steps:
        told = sentences.line(step.source.statement).partition(": ")[2]
        day = wording.date(step.when) if step.when is not None else "undated"
        yield _indented(Text(shown(f"{day}: {told} ({outcome.step(step)})")))
        yield _source(step.source.document)


def _source(document: DocumentFacts) -> RenderableType:
    named = source(document)
    told = ", ".join(part for part in (named.title, named.publisher, named.published) if part)
    return _indented(elided(told, "dim"), 4)


def _indented(text: Text, by: int = 2) -> RenderableType:
    return Padding(text, (0, 0, 0, by))


def rates(groups: Sequence[Group]) -> list[RenderableType]:
    """Each group with its size and the share of each fate; then the bias."""
    lines = [
        Text.assemble(
            (f"{group.name} ({group.size}): ", "bold"),
            ", ".join(map(outcome.share, *zip(*group.fates.items(), strict=True))),
        )
        for group in groups
    ]
    return [*lines, Text(""), Text("Shares with 95% intervals (Wilson). " + BIAS, "dim")]


def survival(settled: Sequence[Point], delivered: Sequence[Point], pledges: int) -> list[RenderableType]:
    """A line a number of years: the share settled and the share delivered by then, with their intervals."""
    rows = [(f"{one.years:g}", _point(one), _point(other)) for one, other in zip(settled, delivered, strict=True)]
    how = (
        f"{pledges} pledges, Kaplan-Meier with 95% log-log intervals: a pledge counts as open up to its last outcome on"
        " file; a cancelled one counts as never delivered. "
    )
    return [table(_SURVIVAL, rows), Text(how + BIAS, "dim")]


def _point(point: Point) -> str:
    within = (
        f" ({point.low * 100:.0f}–{point.high * 100:.0f})" if point.low is not None and point.high is not None else ""
    )
    return f"{point.share:.0%}{within}"
