"""What moves the stage of a pledge: a table of evidence and the stage it is enough for (R2, R4).

A stage rises only on evidence of its own kind: a ceremony is not construction, a signature is no money. What is
only planned, told by nobody named, or stands on a page that nobody vouches for, moves nothing (R12, R20).
"""

from collections.abc import Callable
from typing import NamedTuple

from makegood.assessment.sourced import Sourced
from makegood.assessment.stages import RUNGS
from makegood.model.pledge import Pledge
from makegood.model.statement import ProgressStatement, Stage, What
from makegood.model.values import Amount, Quantity

CONFIDENT = 0.5
"""Below this confidence a report is shown and moves nothing (R20)."""


class Evidence(NamedTuple):
    """One row: a report of this kind of which `holds` is true is enough for `stage`, if for any; `why` is published."""

    what: What
    holds: Callable[[ProgressStatement, Pledge], bool]
    stage: Stage | None
    why: str
    rule: str


def _always(_: ProgressStatement, __: Pledge) -> bool:
    return True


def low_end(value: Quantity | None) -> float | None:
    """The least that a quantity is; of 'up to' the top, for more was never promised."""
    return None if value is None else value.low if value.low is not None else value.high


def same_unit(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether two quantities can be held against each other: jobs, or money of one currency and time."""
    if isinstance(one, Amount) and isinstance(other, Amount):
        return (one.currency, one.per) == (other.currency, other.per)
    return one is not None and other is not None and not isinstance(one, Amount) and not isinstance(other, Amount)


def _reaches(reported: Quantity | None, promised: Quantity | None) -> bool | None:
    """Whether the report reaches what was promised; None where they can't be held against each other."""
    least, most = low_end(promised), low_end(reported)
    return most >= least if same_unit(reported, promised) and least is not None and most is not None else None


def _compared(report: ProgressStatement, pledge: Pledge) -> list[bool | None]:
    """The report against the first figure promised and the one that stands: a cut does not make it easier (R5)."""
    amounts = [_reaches(report.amount, promised) for promised in (pledge.amount, pledge.stands)]
    return [*amounts, _reaches(report.jobs, pledge.jobs)]


def _in_full(report: ProgressStatement, pledge: Pledge) -> bool:
    """All quantities that can be compared are reached, and one can."""
    compared = _compared(report, pledge)
    return True in compared and False not in compared


def _short(report: ProgressStatement, pledge: Pledge) -> bool:
    """Something reported falls short of what was promised."""
    return False in _compared(report, pledge)


def _one_thing_and_done(report: ProgressStatement, pledge: Pledge) -> bool:
    """A promise of one named project, of which nothing reported falls short."""
    return not _short(report, pledge) and "project" not in pledge.not_stated


def _counted(report: ProgressStatement, _: Pledge) -> bool:
    return bool(low_end(report.amount) or low_end(report.jobs))


EVIDENCE: tuple[Evidence, ...] = (
    Evidence("audit", _in_full, "delivered", "counted, and as much as was promised", "R4"),
    Evidence("audit", _counted, "part_delivered", "counted, and less than was promised", "R4"),
    Evidence("complete", _in_full, "delivered", "completed, and as much as was promised", "R4"),
    Evidence("complete", _one_thing_and_done, "delivered", "the promised project is complete", "R4"),
    Evidence("complete", _always, "part_delivered", "something is complete; that it is all of it, nobody says", "R4"),
    Evidence("spent", _in_full, "delivered", "as much spent as was promised", "R4"),
    Evidence("spent", _counted, "part_delivered", "money spent", "R4"),
    Evidence("hired", _counted, "part_delivered", "people hired", "R15"),
    Evidence("opened", _always, "part_delivered", "opened: in use, which is not all of it", "R4"),
    Evidence("construction", _always, "started", "construction under way", "R4"),
    Evidence("contract", _short, None, "a contract over a part does not bind the whole", "R9"),
    Evidence("contract", _always, "committed", "a contract binds; no work is proved by it", "R4"),
    Evidence("site", _always, "allocated", "a site has a name", "R2"),
    Evidence("permit", _always, "allocated", "a permit is for a named project", "R2"),
    Evidence("groundbreaking", _always, "allocated", "a ceremony is not construction (GEM)", "R4"),
    Evidence("delay", _always, "delayed", "put off", "R2"),
    Evidence("scale_back", _always, "reduced", "made smaller", "R5"),
    Evidence("cancel", _always, "cancelled", "called off", "R5"),
)  # fmt: skip
"""Asked from the top; the first row that holds counts. What a report finds itself (`stage`) goes before the table."""


class Verdict(NamedTuple):
    """The stage that one report is enough for, if for any, and why."""

    stage: Stage | None
    why: str
    rule: str


def verdict(source: Sourced, pledge: Pledge) -> Verdict | None:
    """What a report proves of a pledge; None where it moves nothing."""
    report = source.statement
    if not isinstance(report, ProgressStatement) or why_not(source) is not None:
        return None
    if report.stage is not None:
        return Verdict(report.stage, "the source itself finds it so", "R4")
    row = next((row for row in EVIDENCE if row.what == report.what and row.holds(report, pledge)), None)
    return Verdict(row.stage, row.why, row.rule) if row is not None else None


def why_not(source: Sourced) -> str | None:
    """Why a report moves no stage whatever it tells; None where it may."""
    statement = source.statement
    if statement.certainty != "asserted":
        return "not told as a fact"
    if statement.speaker.role == "unnamed":
        return "told by nobody who is named (R12)"
    return "stands on a weak page alone (R20)" if statement.confidence < CONFIDENT else None


def moves(now: Stage, to: Stage, found: bool) -> bool:
    """Whether evidence for `to` moves a pledge that stands at `now`.

    A finding (`found`) and a setback count as told. Other evidence only lifts; after a setback it must show
    that the work itself goes on. What was delivered in full is undone by a finding alone.
    """
    if found:
        return now != to
    if now in _CLOSED:
        return False
    rung, aim = RUNGS[now].order, RUNGS[to].order
    if aim is None:
        return now != to
    return aim > rung if rung is not None else aim >= _WORK


_CLOSED: frozenset[Stage] = frozenset({"delivered", "superseded"})
_WORK = 5
"""Order of the rung `started`: from here on evidence is of the work itself."""
