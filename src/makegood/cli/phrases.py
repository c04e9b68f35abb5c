"""A statement in one line, for tables; of pledges, the terms rather than a sentence."""

from makegood.model.statement import PledgeStatement, Statement
from makegood.publication import sentences, wording
from makegood.publication.countries import country


def fact(statement: Statement) -> str:
    """What the statement says, in one line; a negated one begins with NOT."""
    told = pledge(statement) if isinstance(statement, PledgeStatement) else sentences.line(statement)
    return f"NOT: {told}" if statement.certainty == "negated" else told


def pledge(statement: PledgeStatement) -> str:
    """'SoftBank → United States: $100 billion over 4 years, about 100,000 jobs; AI infrastructure'."""
    money = wording.money(statement.amount) if statement.amount else "no amount stated"
    term = f" {wording.horizon(statement.horizon)}" if statement.horizon else ""
    jobs = f", {wording.jobs(statement.jobs)}" if statement.jobs else ""
    stage = f" [{statement.stage.replace('_', ' ')}]" if statement.stage != "pledged" else ""
    purpose = f"; {statement.purpose}" if statement.purpose else ""
    return f"{statement.promisor.name}{_to(statement)}: {money}{term}{jobs}{stage}{purpose}"


def _to(statement: PledgeStatement) -> str:
    if statement.recipient is None:
        return ""
    named = ", ".join(country(code) for code in statement.recipient.countries) or statement.recipient.place
    inferred = " (inferred)" if statement.recipient.basis == "inferred" else ""
    return f" → {named}{inferred}" if named else ""
