"""A pledge: statements judged to speak of one undertaking."""

from pydantic import Field

from makegood.model.frozen import Frozen
from makegood.model.statement import Missing, Money, Stage
from makegood.model.values import Amount, Horizon, Jobs, PartialDate


class Version(Frozen):
    """One of several values that the statements give for a field; kept side by side (R13)."""

    field: str
    value: str
    statements: tuple[str, ...]


class Flag(Frozen):
    """A sanity flag, never a verdict (R24)."""

    code: str
    message: str


class Pledge(Frozen):
    """The ledger's view of one undertaking; every field's value comes from a statement listed here.

    `promisors` are actor ids (R14: a joint pledge is one pledge with several). `statements` are
    ordered by publication, then id. `leads` maps a field to the statement that its value is from.
    """

    id: str
    name: str
    promisors: tuple[str, ...]
    counterparty: str | None = None
    countries: tuple[str, ...] = ()
    place: str | None = None
    amount: Amount | None = None
    money: Money | None = None
    horizon: Horizon | None = None
    jobs: Jobs | None = None
    purpose: str | None = None
    sectors: tuple[str, ...] = ()
    stage: Stage = "pledged"
    condition: str | None = None
    announced: PartialDate | None = None
    part_of: str | None = None
    not_stated: tuple[Missing, ...] = ()
    statements: tuple[str, ...]
    progress: tuple[str, ...] = ()
    leads: dict[str, str] = Field(default_factory=dict)
    versions: tuple[Version, ...] = ()
    flags: tuple[Flag, ...] = ()
