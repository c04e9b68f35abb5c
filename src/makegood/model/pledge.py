"""A pledge: statements judged to speak of one undertaking."""

from typing import Literal

from pydantic import Field

from makegood.model.frozen import Frozen
from makegood.model.statement import Missing, Money, Stage
from makegood.model.values import Amount, Horizon, Jobs, Number, PartialDate

Relation = Literal["first", "repeat", "raise", "cut", "extends", "part_of", "reframed", "distinct"]
"""What a telling did (R10). `first`: nothing like it was told before. `distinct`: something like it was, of another
pledge. `part_of`: the first telling of a part of a larger pledge (R9)."""


class Version(Frozen):
    """One of several values that the statements give for a field; kept side by side (R13)."""

    field: str
    value: str
    statements: tuple[str, ...]


class Telling(Frozen):
    """What one statement did to its pledge (R5, R9, R10).

    `against` is the earlier statement that it was held against, `old` the amount that stood before it, `amount` the
    one it tells. `new_low` to `new_high` is the money that it added, negative where it took some away, in the currency
    of its amount; `new_high` is None where the text sets no ceiling. Both are None where nothing can be reckoned.
    """

    statement: str
    relation: Relation
    against: str | None = None
    amount: Amount | None = None
    old: Amount | None = None
    new_low: Number | None = None
    new_high: Number | None = None


class Flag(Frozen):
    """A sanity flag, never a verdict (R24)."""

    code: str
    message: str


class Pledge(Frozen):
    """The ledger's view of one undertaking; every field's value comes from a statement listed here.

    `promisors` are actor ids (R14: a joint pledge is one pledge with several). `statements` are
    ordered by publication, then id. `leads` maps a field to the statement that its value is from.
    `tellings` says of each statement what it did; `amount` is the first figure, `stands` the last that was in force
    (R5: both stay to be seen).
    `stage_told` is the stage by the pledge statements alone, where reports of progress moved it (R4).
    """

    id: str
    name: str
    promisors: tuple[str, ...]
    counterparty: str | None = None
    countries: tuple[str, ...] = ()
    place: str | None = None
    amount: Amount | None = None
    stands: Amount | None = None
    money: Money | None = None
    horizon: Horizon | None = None
    jobs: Jobs | None = None
    purpose: str | None = None
    sectors: tuple[str, ...] = ()
    stage: Stage = "pledged"
    stage_told: Stage | None = None
    condition: str | None = None
    announced: PartialDate | None = None
    part_of: str | None = None
    not_stated: tuple[Missing, ...] = ()
    statements: tuple[str, ...]
    progress: tuple[str, ...] = ()
    leads: dict[str, str] = Field(default_factory=dict)
    versions: tuple[Version, ...] = ()
    tellings: tuple[Telling, ...] = ()
    flags: tuple[Flag, ...] = ()
