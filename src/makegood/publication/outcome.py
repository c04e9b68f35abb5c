"""What came of pledges, in words: stages with what silence suggests, what each report moved, shares of a promise."""

from collections.abc import Sequence

from makegood.assessment.base_rates import JUDGED_BEFORE, Fate, Share, rates
from makegood.assessment.delivery import Delivery
from makegood.assessment.dossier import OtherPledge
from makegood.assessment.stages import RUNGS
from makegood.assessment.staleness import Inferred, Silence
from makegood.assessment.standing import Assessment, Step
from makegood.model.actor import ActorKind
from makegood.publication import wording
from makegood.reference.pledges import BIAS, shipped

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


FATES: dict[Fate, str] = {
    "delivered": "delivered", "partly_delivered": "partly delivered", "late_or_cut": "late or cut",
    "stalled": "stalled", "cancelled": "cancelled", "going_on": "still going on",
}  # fmt: skip


def usual(kind: ActorKind | None) -> str:
    """What usually came of pledges by promisors of this kind, with the bias; '' where too few are known."""
    group = next((one for one in rates(shipped(), "kind") if one.name == kind), None)
    if group is None:
        return ""
    told = [share(fate, found) for fate, found in group.fates.items()]
    return (
        f"Of {group.size} pledges by {_KINDS[group.name]} in Makegood’s reference ledger, announced before"
        f" {JUDGED_BEFORE}: {', '.join(told)}; 95% intervals. {BIAS}"
    )


def share(fate: Fate, found: Share) -> str:
    """'32% delivered (22–43)'."""
    return f"{found.value:.0%} {FATES[fate]} ({found.low * 100:.0f}–{found.high * 100:.0f})"


_KINDS = {
    "company": "companies", "government": "governments", "consortium": "consortia", "fund": "funds",
    "organization": "organizations", "person": "persons",
}  # fmt: skip


def became(other: OtherPledge) -> str:
    """Stage and shares of another pledge in one line."""
    return " · ".join(part for part in (standing(other.assessment), shares(other.delivery)) if part)
