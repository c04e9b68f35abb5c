"""The terms of a pledge as a page lists them: each value with its proof, each silence marked as one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from makegood.assessment.dossier import Dossier
from makegood.assessment.gaps import Gap
from makegood.assessment.sourced import Sourced
from makegood.assessment.stages import RUNGS
from makegood.model.pledge import Pledge
from makegood.model.statement import Missing, Money, PledgeStatement, Recipient
from makegood.publication import wording
from makegood.publication.countries import country
from makegood.publication.proof import Proof, proof

MONEY: dict[Money, str] = {
    "capex": "new plant and equipment", "r_and_d": "research and development", "operating": "operating costs, payroll",
    "equity": "shares or a takeover", "loan": "a loan", "guarantee": "a guarantee", "grant": "a grant or aid",
    "purchase": "purchases: not an investment (R8)", "trade_target": "a trade target: not an investment (R8)",
    "buyback": "a share buyback", "public_money": "public money", "mixed": "several kinds, or not told apart",
}  # fmt: skip
GAPS: dict[Missing, tuple[str, str]] = {
    "amount": ("Amount", "No sum is given."),
    "horizon": ("Over what time", "No term is given, so the sum is spread over no years (R7)."),
    "jobs": ("Jobs", "No number of jobs is given."),
    "place": ("Where", "No country, state or town is named."),
    "project": ("Projects", "No site, plant or project is named."),
    "financing": ("Financing", "Nothing says who puts up the money, and whether as cash, shares or loans."),
    "schedule": ("Schedule", "No milestones: nothing says how much is due when."),
}


@dataclass(frozen=True, slots=True)
class Term:
    """One row. `words` is None where the row is a silence; `alike` counts further documents that say the same."""

    field: str
    label: str
    words: str | None
    note: str = ""
    proofs: tuple[Proof, ...] = ()
    alike: int = 0


@dataclass(frozen=True, slots=True)
class Version:
    """One of several values of a term; `used` marks the one that the ledger counts with (R13)."""

    words: str
    used: bool
    proofs: tuple[Proof, ...]


def _where(codes: Sequence[str], place: str | None) -> str | None:
    return ", ".join(part for part in (place, wording.listed([country(code) for code in codes])) if part) or None


def _where_said(recipient: Recipient) -> str | None:
    where = _where(recipient.countries, recipient.place)
    return f"{where} (inferred)" if where and recipient.basis == "inferred" else where


def _said(worded: Callable[[PledgeStatement], str | None], sourced: Sourced) -> str | None:
    return worded(sourced.statement) if isinstance(sourced.statement, PledgeStatement) else None


TERMS: tuple[tuple[str, str, Callable[[PledgeStatement], str | None]], ...] = (
    ("promisor", "Who promised", lambda s: s.promisor.name),
    ("announced_by", "Announced by", lambda s: s.announced_by.name if s.announced_by else None),
    ("counterparty", "Promised to", lambda s: s.counterparty.name if s.counterparty else None),
    ("announced", "When", lambda s: wording.date(s.announced) if s.announced else None),
    ("amount", "Amount", lambda s: wording.money(s.amount) if s.amount else None),
    ("jobs", "Jobs", lambda s: wording.jobs(s.jobs) if s.jobs else None),
    ("horizon", "Over what time", lambda s: wording.horizon(s.horizon) if s.horizon else None),
    ("recipient", "Where", lambda s: _where_said(s.recipient) if s.recipient else None),
    ("purpose", "For what", lambda s: s.purpose),
    ("sectors", "Sectors", lambda s: ", ".join(s.sectors) or None),
    ("money", "Kind of money", lambda s: MONEY[s.money] if s.money else None),
    ("condition", "On condition", lambda s: s.condition),
    ("stage", "Stage", lambda s: RUNGS[s.stage].words),
)
"""Field, label and how a statement words it, in the order of the page."""

OF_PLEDGE: dict[str, Callable[[Pledge], str | None]] = {
    "announced": lambda p: wording.date(p.announced) if p.announced else None,
    "amount": lambda p: wording.money(p.amount) if p.amount else None,
    "jobs": lambda p: wording.jobs(p.jobs) if p.jobs else None,
    "horizon": lambda p: wording.horizon(p.horizon) if p.horizon else None,
    "recipient": lambda p: _where(p.countries, p.place),
    "purpose": lambda p: p.purpose,
    "sectors": lambda p: ", ".join(p.sectors) or None,
    "money": lambda p: MONEY[p.money] if p.money else None,
    "condition": lambda p: p.condition,
    "stage": lambda p: RUNGS[p.stage].words,
}
"""How the pledge words the fields that it holds itself; the others are worded by their statements."""


def leading(dossier: Dossier, field: str) -> Sourced | None:
    """The statement that a field's value is from (a stage's may be a report), else the first that has evidence."""
    leads = dossier.pledge.leads
    wanted = {leads.get(name) for name in ((field, "countries", "place") if field == "recipient" else (field,))}
    with_field = [s for s in dossier.statements if s.statement.evidence.get(field)]
    leading_there = (s for s in (*with_field, *dossier.progress) if s.id in wanted)
    return next(leading_there, with_field[0] if with_field else None)


def promisors(dossier: Dossier) -> list[str]:
    """Names of those who promise: resolved actors, else as the first statement names them."""
    if dossier.promisors:
        return [actor.name for actor in dossier.promisors]
    told = [s.statement.promisor.name for s in dossier.statements if isinstance(s.statement, PledgeStatement)]
    return told[:1] or [dossier.pledge.name]


def terms(dossier: Dossier) -> list[Term]:
    """What is stated, a row each, in the order of TERMS."""
    rows = (_term(dossier, field, label, worded) for field, label, worded in TERMS)
    return [row for row in rows if row is not None]


def silences(dossier: Dossier) -> list[Term]:
    """What is not stated, a row each; one sentence that admits several is quoted at the last of them."""
    rows = [_silence(gap) for gap in dossier.gaps]
    return [
        replace(row, proofs=()) if row.proofs and row.proofs in [r.proofs for r in rows[n:]] else row
        for n, row in enumerate(rows, start=1)
    ]


def _term(dossier: Dossier, field: str, label: str, worded: Callable[[PledgeStatement], str | None]) -> Term | None:
    lead = leading(dossier, field)
    if field == "promisor":
        words: str | None = wording.listed(promisors(dossier))
    elif field in OF_PLEDGE:
        words = OF_PLEDGE[field](dossier.pledge)
    else:
        words = dossier.counterparty.name if field == "counterparty" and dossier.counterparty else None
        words = words or (_said(worded, lead) if lead is not None else None)
    if words is None:
        return None
    alike = {s.document.id for s in dossier.statements if lead and _said(worded, s) == _said(worded, lead)}
    proofs = (proof(lead, field, "what"),) if lead is not None else ()
    return Term(field, label, words, _note(dossier, field), proofs, max(0, len(alike) - 1))


def _note(dossier: Dossier, field: str) -> str:
    pledge = dossier.pledge
    if field == "announced" and pledge.announced is not None:
        return wording.date_basis(pledge.announced)
    if field == "stage":
        column = RUNGS[pledge.stage].column
        return {"committed": "binding: counts in the headline total (R3)", "pledged": "not binding (R3)"}.get(
            column or "", RUNGS[pledge.stage].why_not
        )
    return (
        "supported is not created (R15)" if field == "jobs" and pledge.jobs and pledge.jobs.kind == "supported" else ""
    )


def _silence(gap: Gap) -> Term:
    label, explanation = GAPS[gap.field]
    return Term(gap.field, label, None, explanation, tuple(proof(s, "not_stated") for s in gap.said_by[:1]))


def versions(dossier: Dossier) -> list[tuple[str, list[Version]]]:
    """Fields on which the statements disagree, each with its values side by side (R13)."""
    by_id = {s.id: s for s in dossier.statements}
    worded = {field: (label, word) for field, label, word in TERMS}
    found: dict[str, list[Version]] = {}
    for version in dossier.pledge.versions:
        label, word = worded.get(version.field, (version.field.replace("_", " ").capitalize(), lambda _: None))
        told = [by_id[i] for i in version.statements if i in by_id]
        words = next((text for s in told if (text := _said(word, s))), version.value)
        used = dossier.pledge.leads.get(version.field) in version.statements
        found.setdefault(label, []).append(Version(words, used, tuple(proof(s, version.field) for s in told)))
    return list(found.items())
