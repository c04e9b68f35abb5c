"""The record of a promisor: what it promised before, where each pledge stands, and what of it came (R4, R17)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from makegood.assessment.calendar import sort_key
from makegood.assessment.dossier import OtherPledge, other
from makegood.assessment.sourced import Sourced
from makegood.model.actor import Actor
from makegood.model.judgement import Judgement
from makegood.model.pledge import Pledge
from makegood.model.statement import Stage


@dataclass(frozen=True, slots=True)
class Past:
    """A promisor's pledges, the oldest first; parts of one another are all listed, for each was promised."""

    actor: Actor
    pledges: tuple[OtherPledge, ...]

    @property
    def stages(self) -> tuple[tuple[Stage, int], ...]:
        """How many pledges stand at which stage by evidence, the commonest first."""
        return tuple(Counter(one.assessment.stage for one in self.pledges).most_common())

    @property
    def silent(self) -> int:
        """Of how many pledges silence suggests that nothing more will come."""
        return sum(one.assessment.silence is not None for one in self.pledges)


def past(
    actor: Actor,
    pledges: Sequence[Pledge],
    statements: Sequence[Sourced],
    judgements: Sequence[Judgement] = (),
    as_of: date | None = None,
) -> Past:
    """The record of `actor` among these pledges; `statements` hold those of its pledges and of their progress."""
    by_id = {one.id: one for one in statements}
    own = sorted((p for p in pledges if actor.id in p.promisors), key=lambda p: (sort_key(p.announced), p.id))
    return Past(actor, tuple(other(pledge, by_id, judgements, as_of) for pledge in own))
