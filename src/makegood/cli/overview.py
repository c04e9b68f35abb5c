"""Tables over a whole ledger: pledges with their totals, documents, issues, actors."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from rich.console import RenderableType
from rich.text import Text

from makegood.assessment.stages import RUNGS
from makegood.assessment.totals import RULES, Sum, Totals, totals
from makegood.cli import ids
from makegood.cli.selection import Reported
from makegood.cli.tables import Column, elided, table
from makegood.cli.tally import counted
from makegood.ledger.holdings import HeldDocument, HeldIssue
from makegood.model.actor import Actor
from makegood.model.pledge import Pledge
from makegood.model.values import Amount, plain
from makegood.publication import wording

_PLEDGES = (
    Column("id", 9, style="cyan"),
    Column("who"),
    Column("to", 5),
    Column("what", 26),
    Column("stage", 11),
    Column("when", 11),
)
_TOTALS = (Column("currency", 8), Column("committed", 34), Column("pledged"))
_DOCUMENTS = (
    Column("id", 8, style="cyan"),
    Column("when", 10),
    Column("from", 22),
    Column("title"),
    Column("said", 4, "right"),
)
_ISSUES = (Column("issue", 14, style="yellow"), Column("what"))
_ACTORS = (Column("id", 18, style="cyan"), Column("name"), Column("kind", 12), Column("in", 4))


def promisors(pledge: Pledge, actors: Mapping[str, Actor]) -> list[str]:
    """Names of those who promise, resolved where they are."""
    return [actors[one].name if one in actors else one for one in pledge.promisors]


def pledges(found: Sequence[Pledge], actors: Mapping[str, Actor], reported: Reported) -> list[RenderableType]:
    """One line a pledge."""
    short = ids.short(pledge.id for pledge in found)
    rows = [(short[pledge.id], *_pledge(pledge, actors), _when(pledge, reported)) for pledge in found]
    return [table(_PLEDGES, rows)] if rows else [Text("no pledges")]


def sums(found: Sequence[Pledge], limit: int | None) -> list[RenderableType]:
    """How many pledges are not shown, and the totals of all, shown or not."""
    left = len(found[limit:]) if limit else 0
    more = [elided(f"and {counted(left, 'pledge')} more")] if left else []
    return [*more, Text(""), *_totals(totals(found))] if found else []


def _pledge(pledge: Pledge, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    what = wording.money(pledge.amount) if pledge.amount else wording.jobs(pledge.jobs) if pledge.jobs else "not stated"
    to = " ".join(pledge.countries) or pledge.place or ""
    return wording.listed(promisors(pledge, actors)), to, what, RUNGS[pledge.stage].words


def _when(pledge: Pledge, reported: Reported) -> str:
    """The date of the announcement; else that of the first report of it, behind ≤."""
    if pledge.announced is not None:
        return pledge.announced.date
    return f"≤{reported[pledge.id].date}" if pledge.id in reported else ""


def _totals(found: Totals) -> list[RenderableType]:
    """Committed beside pledged, a line a currency; then what is in no total, with the reasons."""
    currencies = sorted({one.currency or "" for one in found.sums}, key=lambda code: (code == "", code))
    sums = {(one.currency or "", one.column): one for one in found.sums}
    rows = [
        (code or "not stated", _range(sums.get((code, "committed"))), _range(sums.get((code, "pledged"))))
        for code in currencies
    ]
    reasons = Counter(one.reason for one in found.excluded)
    notes = [Text(f"{counted(number, 'pledge')} in no total: {why}") for why, number in reasons.most_common()]
    rules = f"Totals by {', '.join(RULES)}: low to high, per currency, nothing converted"
    return [elided(rules, "dim"), table(_TOTALS, rows), *notes] if rows else list(notes)


def _range(total: Sum | None) -> str:
    """'$3 billion to $5 billion (4)': from so many lines; 'or more' where one of them has no ceiling."""
    if total is None:
        return "–"
    low, high = _coin(total.low, total.currency), _coin(total.high, total.currency)
    ends = f"{low} or more" if total.open_lines else low if low == high else f"{low} to {high}"
    return f"{ends} ({total.lines})"


def _coin(value: Decimal, currency: str | None) -> str:
    number = plain(value)
    words = wording.money(Amount(low=number, high=number, currency=currency))
    return words if currency else words.partition(" (")[0]


def documents(found: Sequence[HeldDocument], said: Mapping[str, int]) -> list[RenderableType]:
    """One line a document, with the number of its statements."""
    short = ids.short(document.id for document in found)
    rows = [
        (
            short[document.id].removeprefix("sha256:"),
            document.published.date if document.published else "",
            document.publisher or "",
            document.title or document.ref,
            str(said.get(document.id, 0)),
        )
        for document in found
    ]
    return [table(_DOCUMENTS, rows)] if rows else [Text("no documents")]


def issues(found: Sequence[HeldIssue]) -> list[RenderableType]:
    """One line an issue."""
    return [table(_ISSUES, [(one.issue.code, one.issue.message) for one in found])] if found else [Text("no issues")]


def actors(found: Sequence[Actor]) -> list[RenderableType]:
    """One line an actor."""
    rows = [(actor.id, actor.name, actor.kind or "", actor.country or "") for actor in found]
    return [table(_ACTORS, rows)] if rows else [Text("no actors")]
