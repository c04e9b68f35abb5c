"""What came of pledges, in words: stages with what silence suggests, what each report moved, shares of a promise."""

from collections.abc import Sequence

from makegood.assessment.delivery import Delivery
from makegood.assessment.dossier import OtherPledge
from makegood.assessment.stages import RUNGS
from makegood.assessment.staleness import Inferred, Silence
from makegood.assessment.standing import Assessment, Step
from makegood.publication import wording

INFERRED: dict[Inferred, str] = {"stalled": "stalled", "presumed_cancelled": "presumed cancelled"}


def silent(silence: Silence | None) -> str:
    """'presumed cancelled, inferred: nothing was heard of it for 48 months (last 1 June 2019)'; '' for none."""
    if silence is None:
        return ""
    last = wording.iso_date(silence.since.isoformat())
    return f"{INFERRED[silence.finds]}, inferred: {silence.why} (last {last})"


def standing(assessment: Assessment) -> str:
    """The stage by evidence; what is only inferred stands behind it, marked as such (R17)."""
    words = RUNGS[assessment.stage].words
    return f"{words}; {INFERRED[assessment.silence.finds]} (inferred)" if assessment.silence else words


def step(taken: Step) -> str:
    """What a report did to the stage, and why (R4)."""
    if taken.moved:
        return f"moved the stage to “{RUNGS[taken.stage].words}”: {taken.why}"
    return f"moved no stage: {taken.why}"


def shares(delivery: Sequence[Delivery]) -> str:
    """'47% of the money, 81% of the jobs', as counted; '' where nothing can be divided."""
    nouns = {"amount": "money", "jobs": "jobs"}
    return ", ".join(f"{row.share * 100:.0f}% of the {nouns[row.field]}" for row in delivery if row.share is not None)


def became(other: OtherPledge) -> str:
    """Stage and shares of another pledge in one line."""
    return " · ".join(part for part in (standing(other.assessment), shares(other.delivery)) if part)
