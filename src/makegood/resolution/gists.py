"""What of a pledge statement a pledge is made of: its fields without their evidence.

Slotted and unvalidated, with equal values shared: hundreds of thousands are held at once, and none leaves this room.
"""

from dataclasses import dataclass

from makegood.model.actor import ActorName
from makegood.model.statement import Missing, Money, PledgeStatement, Recipient, Stage
from makegood.model.values import Amount, Horizon, Jobs, PartialDate
from makegood.resolution.told import Told
from makegood.resolution.values import Values


@dataclass(frozen=True, slots=True)
class Gist:
    """The fields of a pledge statement, with its document and day of publication; `role` is its speaker's."""

    id: str
    document: str
    published: PartialDate | None
    promisor: ActorName
    announced_by: ActorName | None
    counterparty: ActorName | None
    recipient: Recipient | None
    amount: Amount | None
    money: Money | None
    horizon: Horizon | None
    jobs: Jobs | None
    purpose: str | None
    sectors: tuple[str, ...]
    stage: Stage
    condition: str | None
    announced: PartialDate | None
    not_stated: tuple[Missing, ...]
    role: str

    @property
    def order(self) -> tuple[str, str]:
        """By publication, undated last, then by id: the one order that all of resolution uses."""
        return (self.published.date if self.published else "9999", self.id)


def gist_of(told: Told[PledgeStatement], values: Values) -> Gist:
    """The gist of a pledge statement."""
    statement, one = told.statement, values.one
    return Gist(
        statement.id,
        one(told.document_id),
        one(told.published),
        one(statement.promisor),
        one(statement.announced_by),
        one(statement.counterparty),
        one(statement.recipient),
        one(statement.amount),
        statement.money,
        one(statement.horizon),
        one(statement.jobs),
        one(statement.purpose),
        one(statement.sectors),
        statement.stage,
        one(statement.condition),
        one(statement.announced),
        one(statement.not_stated),
        statement.speaker.role,
    )
