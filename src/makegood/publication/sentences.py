"""Statements and pledges as sentences of our own, made from their values; of a source only names and short phrases."""

from collections.abc import Sequence

from makegood.assessment.stages import RUNGS
from makegood.model.pledge import Pledge
from makegood.model.statement import (
    FigureStatement,
    MeasureStatement,
    MeasureStatus,
    MeasureType,
    MeetingStatement,
    OutlookStatement,
    PledgeStatement,
    ProgressStatement,
    Statement,
    TieStatement,
    TotalStatement,
    What,
)
from makegood.model.values import PartialDate
from makegood.publication import wording
from makegood.publication.countries import in_sentence

PROGRESS: dict[What, str] = {
    "opened": "opening", "groundbreaking": "ground broken", "construction": "under construction",
    "contract": "contract signed", "spent": "money spent", "hired": "people hired", "site": "site named",
    "permit": "permit", "delay": "delay", "scale_back": "scaled back", "cancel": "called off",
    "complete": "completed", "audit": "audited",
}  # fmt: skip
TONES: dict[What, str] = {"delay": "worse", "scale_back": "worse", "cancel": "worse"}
MEASURES: dict[MeasureType, tuple[str, str]] = {
    "tariff": ("tariff", "on"), "export_control": ("export controls", "on"), "sanction": ("sanctions", "on"),
    "subsidy": ("subsidy", "for"), "quota": ("quota", "on"), "trade_deal": ("trade deal", "with"),
}  # fmt: skip
STATUS: dict[MeasureStatus, str] = {
    "threatened": "threatened", "proposed": "proposed", "announced": "announced", "agreed": "agreed",
    "in_force": "put in force", "paused": "paused", "removed": "removed",
}  # fmt: skip
RELATIONS = {
    "leads": "leads", "owns": "owns", "invested_in": "has invested in", "founded": "founded",
    "married_to": "is married to", "subsidiary_of": "is a subsidiary of",
}  # fmt: skip
VERBS = {"floated": "floated", "denied": "was said to have promised"}


def headline(names: Sequence[str], pledge: Pledge) -> str:
    """'SoftBank promised $100 billion and about 100,000 jobs to the United States'."""
    return f"{_names(names)} {VERBS.get(pledge.stage, 'promised')} {promised(pledge)}"


def promised(pledge: Pledge) -> str:
    """'$100 billion and about 100,000 jobs to the United States'."""
    sums = wording.money(pledge.amount) if pledge.amount is not None else None
    if sums and pledge.money == "purchase":
        sums = f"purchases of {sums}"
    what = [part for part in (sums, wording.jobs(pledge.jobs) if pledge.jobs is not None else None) if part]
    return f"{wording.listed(what) or 'an investment of unstated size'}{_to(pledge)}"


def _names(names: Sequence[str]) -> str:
    return wording.listed(names if len(names) <= 4 else [*names[:3], f"{len(names) - 3} others"])


def _to(pledge: Pledge) -> str:
    if pledge.countries:
        return f" to {countries(pledge.countries)}"
    return f" to {pledge.place}" if pledge.place else ""


def countries(codes: Sequence[str]) -> str:
    """Countries as a sentence lists them; more than four are counted."""
    return wording.listed([in_sentence(code) for code in codes]) if len(codes) <= 4 else f"{len(codes)} countries"


def line(statement: Statement) -> str:
    """One line that says what the statement tells."""
    match statement:
        case MeetingStatement():
            return meeting(statement)
        case MeasureStatement():
            return measure(statement)
        case ProgressStatement():
            return progress(statement)
        case FigureStatement():
            return figure(statement)
        case TieStatement():
            return tie(statement)
        case OutlookStatement():
            return outlook(statement)
        case PledgeStatement():
            return f"{statement.promisor.name} promised {_sums(statement) or 'an investment of unstated size'}"
        case TotalStatement():
            return f"Total of the document: {wording.money(statement.amount)}"


def _sums(statement: PledgeStatement | ProgressStatement) -> str:
    parts = [wording.money(statement.amount)] if statement.amount is not None else []
    return wording.listed(parts + ([wording.jobs(statement.jobs)] if statement.jobs is not None else []))


def meeting(statement: MeetingStatement) -> str:
    """Who met whom; `outcome` decides the verb (R21)."""
    first, *rest = [p.name for p in statement.participants]
    others = _names(rest)
    match statement.outcome:
        case "held":
            return f"{first} met {others}"
        case "planned":
            return f"{first} was to meet {others}"
        case "sought":
            return f"{first} sought a meeting with {others}"
        case "declined":
            return f"A meeting of {first} with {others} was sought and declined"
        case "cancelled":
            return f"A meeting of {first} with {others} was cancelled"


def measure(statement: MeasureStatement) -> str:
    """'The United States threatened a 25% tariff on all imports from Canada and Mexico'."""
    noun, toward = MEASURES[statement.type]
    who = in_sentence(statement.imposer) if statement.imposer else None
    denied = statement.certainty == "negated"
    verb = STATUS[statement.status]
    thing = f"a {wording.percent(statement.rate)} {noun}" if statement.rate else _a(noun)
    aim = _aim(statement, toward)
    if who is None:
        text = f"{thing}{aim}: {'not ' if denied else ''}{verb}"
    else:
        text = f"{who} {'has not ' if denied else ''}{verb} {thing}{aim}"
    return text[0].upper() + text[1:]


def label(statement: Statement) -> str:
    """The line without its actor where that says enough beside a mark: '25% tariff on Canada and Mexico'."""
    if isinstance(statement, MeasureStatement):
        noun, toward = MEASURES[statement.type]
        rate = f"{wording.percent(statement.rate)} " if statement.rate else ""
        target = f" {toward} {countries(statement.target)}" if statement.target else ""
        text = f"{rate}{noun}{target}, {STATUS[statement.status]}"
        return text[0].upper() + text[1:]
    return line(statement)


def _a(noun: str) -> str:
    return noun if noun.endswith("s") else f"a {noun}"


def _aim(statement: MeasureStatement, toward: str) -> str:
    target = countries(statement.target)
    if statement.products and target:
        return f" {toward} {statement.products} from {target}"
    only = statement.products or target
    return f" {toward} {only}" if only else ""


def progress(statement: ProgressStatement) -> str:
    """'SoftBank: money spent, $5 billion'; where the source says how far it came: 'found stalled'."""
    sums = _sums(statement)
    what = f"found {RUNGS[statement.stage].words}" if statement.stage is not None else PROGRESS[statement.what]
    return f"{statement.promisor.name}: {what}{f', {sums}' if sums else ''}"


def figure(statement: FigureStatement) -> str:
    """'Vision Fund: fund size, $100 billion'; without a number, only what is measured."""
    value = f", {wording.figure(statement.value)}" if statement.value is not None else ", no number given"
    toward = f" toward {in_sentence(statement.toward)}" if statement.toward else ""
    return f"{statement.subject}: {statement.metric.replace('_', ' ')}{toward}{value}"


def tie(statement: TieStatement) -> str:
    """'Masayoshi Son is founder of SoftBank'."""
    relation = RELATIONS.get(statement.relation, f"is {statement.relation.replace('_', ' ')}")
    return f"{statement.subject} {relation} {statement.object}"


def outlook(statement: OutlookStatement) -> str:
    """'If …: …'."""
    return f"If {statement.if_}: {statement.then}" if statement.if_ else statement.then


def details(statement: Statement) -> list[str]:
    """Place, date, condition and the like, as a line under the sentence."""
    match statement:
        case MeetingStatement():
            roles = [f"{p.name}: {p.role}" for p in statement.participants if p.role]
            found = [statement.place, _on("", statement.date), *roles]
        case MeasureStatement():
            amount = wording.money(statement.amount) if statement.amount is not None else None
            found = [statement.condition, amount, _on("effective ", statement.effective)]
        case ProgressStatement():
            found = [statement.place, _on("", statement.date)]
        case FigureStatement():
            found = [_quoted(statement.assessment), _on("as of ", statement.as_of)]
        case TieStatement():
            found = [_on("as of ", statement.as_of)]
        case OutlookStatement():
            found = [f"held by {statement.holder}" if statement.holder else None]
        case _:
            found = []
    return [text for text in found if text]


def _on(before: str, when: PartialDate | None) -> str | None:
    return f"{before}{wording.date(when)}" if when is not None else None


def _quoted(text: str | None) -> str | None:
    return f"“{text}”" if text else None
