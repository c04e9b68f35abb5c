"""Where a pledge stands on a day: its stage step by step, each step with its evidence, and what silence suggests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from makegood.assessment.calendar import interval, sort_key
from makegood.assessment.evidence import Verdict, moves, verdict, why_not
from makegood.assessment.sourced import Sourced
from makegood.assessment.stages import RUNGS
from makegood.assessment.staleness import Silence, silence
from makegood.assessment.timeline import deadline, stated_date
from makegood.model.judgement import Judgement
from makegood.model.pledge import Pledge
from makegood.model.statement import PledgeStatement, ProgressStatement, Stage
from makegood.model.values import PartialDate


@dataclass(frozen=True, slots=True)
class Step:
    """One report and the stage after it. `moved`: whether that changed; `why`: what it proves, or why nothing."""

    source: Sourced
    when: PartialDate | None
    stage: Stage
    moved: bool
    why: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """A pledge's stage by evidence alone, with the step that it is from, and beside it what silence suggests (R17)."""

    stage: Stage
    steps: tuple[Step, ...]
    silence: Silence | None = None

    @property
    def proof(self) -> Sourced | None:
        """The report that moved the stage last; None where none did."""
        return next((step.source for step in reversed(self.steps) if step.moved), None)


def assess(
    pledge: Pledge,
    own: Sequence[Sourced],
    progress: Sequence[Sourced],
    as_of: date | None = None,
    judgements: Sequence[Judgement] = (),
) -> Assessment:
    """The assessment of a pledge.

    Args:
        own: its pledge statements.
        progress: the reports of progress on it.
        as_of: the day by which clocks run; without one nothing is inferred from silence.
        judgements: a person's correction of a stage counts as news of its day.
    """
    steps = _steps(pledge, own, progress)
    stage = steps[-1].stage if steps else _told(pledge)
    if as_of is None:
        return Assessment(stage, steps)
    due = deadline(pledge, own)
    milestone = interval(due.when.date) if due is not None else None
    heard = [*_days([*own, *progress]), *_looked(pledge, judgements)]
    return Assessment(stage, steps, silence(stage, heard, milestone[1] if milestone else None, as_of))


def dated(source: Sourced) -> PartialDate | None:
    """When it happened, else when it was published."""
    return stated_date(source.statement) or source.document.published


def _told(pledge: Pledge) -> Stage:
    return pledge.stage_told or pledge.stage


def _steps(pledge: Pledge, own: Sequence[Sourced], progress: Sequence[Sourced]) -> tuple[Step, ...]:
    """The reports by their dates. One from before a setback that a later pledge statement tells undoes nothing.

    Of reports of one date the least binding comes last, and stands where each is a finding of its own (R13).
    """
    stage, since = _told(pledge), _set_back_on(pledge, own)
    found_by = {source.id: verdict(source, pledge) for source in progress}
    steps = []
    for source in sorted(progress, key=lambda one: (sort_key(dated(one)), -_order(found_by[one.id]), one.id)):
        found = found_by[source.id]
        when = dated(source)
        before = since is not None and sort_key(when)[1] <= since
        aim = found.stage if found is not None and not before else None
        moved = aim is not None and moves(stage, aim, _is_finding(source))
        why = found.why if found is not None else why_not(source) or "says nothing of how far it has come"
        stage = aim if moved and aim is not None else stage
        steps.append(Step(source, when, stage, moved, why))
    return tuple(steps)


def _order(found: Verdict | None) -> int:
    """How far up the ladder a verdict is; a setback is at its foot."""
    order = RUNGS[found.stage].order if found is not None and found.stage is not None else None
    return order if order is not None else -1


def _is_finding(source: Sourced) -> bool:
    return isinstance(source.statement, ProgressStatement) and source.statement.stage is not None


def _set_back_on(pledge: Pledge, own: Sequence[Sourced]) -> date | None:
    """When a pledge statement told of the setback at which the pledge stood by such statements alone."""
    told = _told(pledge)
    setbacks = [s for s in own if isinstance(s.statement, PledgeStatement) and s.statement.stage == told]
    if told in ("pledged", "floated") or not setbacks or not _is_setback(told):
        return None
    days = [span[0] for s in setbacks if (when := s.document.published) and (span := interval(when.date))]
    return max(days, default=None)


def _is_setback(stage: Stage) -> bool:
    return stage in ("delayed", "stalled", "reduced", "suspended", "cancelled", "denied", "superseded")


def _days(sources: Sequence[Sourced]) -> list[date]:
    """The last day that each source's date may mean, and its day of publication."""
    dates = [when for s in sources for when in (stated_date(s.statement), s.document.published) if when is not None]
    return [span[1] for when in dates if (span := interval(when.date)) is not None]


def _looked(pledge: Pledge, judgements: Sequence[Judgement]) -> list[date]:
    """Days on which a person set the stage of one of the pledge's statements: the clocks start anew."""
    subjects = {*pledge.statements, *pledge.progress}
    days = [j.at[:10] for j in judgements if j.by_person and j.subject in subjects and "stage" in j.fields]
    return [span[1] for day in days if (span := interval(day)) is not None]
