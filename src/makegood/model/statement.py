"""Statements: what one document says. Every value is anchored, or it does not exist (R23)."""

import hashlib
import json
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from makegood.errors import AnchorError
from makegood.model.actor import ActorName, Participant, Speaker
from makegood.model.frozen import Frozen
from makegood.model.span import Span
from makegood.model.values import Amount, Basis, Figure, Horizon, Jobs, PartialDate, Rate

Evidence = dict[str, tuple[Span, ...]]
"""Field name → spans that prove it; `_` holds the whole sentence or sentences."""

Certainty = Literal["asserted", "planned", "possible", "conditional", "negated", "reported_rumour"]
Stage = Literal[
    "floated", "pledged", "agreed", "committed", "allocated", "started", "part_delivered", "delivered",
    "delayed", "stalled", "reduced", "suspended", "cancelled", "denied", "superseded", "unclear",
]  # fmt: skip
Money = Literal[
    "capex", "r_and_d", "operating", "equity", "loan", "guarantee", "grant",
    "purchase", "trade_target", "buyback", "public_money", "mixed",
]  # fmt: skip
What = Literal[
    "opened", "groundbreaking", "construction", "contract", "spent", "hired", "site",
    "permit", "delay", "scale_back", "cancel", "complete", "audit",
]  # fmt: skip
Outcome = Literal["held", "planned", "sought", "declined", "cancelled"]
MeasureType = Literal["tariff", "export_control", "sanction", "subsidy", "quota", "trade_deal"]
MeasureStatus = Literal["threatened", "proposed", "announced", "agreed", "in_force", "paused", "removed"]
Missing = Literal["amount", "horizon", "jobs", "place", "project", "financing", "schedule"]


def statement_id(document_id: str, kind: str, evidence: Evidence) -> str:
    """Digest of document, kind and role → span: what was said, never when it was read or by whom."""
    roles = {field: [(s.start, s.end) for s in spans] for field, spans in sorted(evidence.items())}
    payload = json.dumps([document_id, kind, roles], separators=(",", ":"))
    return "st:" + hashlib.sha256(payload.encode()).hexdigest()[:32]


class _Statement(Frozen):
    """What all kinds share. Build with `of`; the id follows from document, kind and spans."""

    unanchored: ClassVar[frozenset[str]] = frozenset({"id", "kind", "evidence", "certainty", "confidence"})

    id: str
    evidence: Evidence
    speaker: Speaker = Speaker()
    certainty: Certainty = "asserted"
    confidence: float = Field(default=1.0, ge=0, le=1)

    @model_validator(mode="after")
    def _every_value_is_anchored(self) -> Self:
        if not self.evidence.get("_"):
            raise ValueError("a statement without its sentence")
        for field in self._fields_with_values():
            if not self.evidence.get(field):
                raise ValueError(f"field {field!r} has a value and no evidence")
        return self

    def _fields_with_values(self) -> list[str]:
        """Names as in JSON of the fields that hold a value and so need evidence."""
        filled = [
            info.alias or name
            for name, info in type(self).model_fields.items()
            if name not in self.unanchored and getattr(self, name) not in (None, ())
        ]
        return [name for name in filled if name != "speaker" or self.speaker.name is not None]

    @classmethod
    def of(cls, document_id: str, evidence: Evidence, **fields: object) -> Self:
        """A statement of this kind; `evidence` must hold spans for every field that has a value.

        Raises:
            AnchorError: a value without evidence.
        """
        kind = str(cls.model_fields["kind"].default)
        try:
            return cls.model_validate({"id": statement_id(document_id, kind, evidence), "evidence": evidence, **fields})
        except ValueError as error:
            raise AnchorError(f"{kind} statement refused: {error}") from error


class Recipient(Frozen):
    """Where the promise is to land: ISO 3166-1 alpha-2 codes (EU as `EU`) and the place as named.

    `basis` is `inferred` where no telling says so and the scene of the whole document is taken.
    """

    countries: tuple[str, ...] = ()
    place: str | None = None
    basis: Basis = "stated"


class PledgeStatement(_Statement):
    """Somebody named says that it will put money, a plant, capacity or jobs somewhere (R1)."""

    unanchored: ClassVar[frozenset[str]] = _Statement.unanchored | {"not_stated"}

    kind: Literal["pledge"] = "pledge"
    promisor: ActorName
    announced_by: ActorName | None = None
    counterparty: ActorName | None = None
    recipient: Recipient | None = None
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
    revises: str | None = None
    not_stated: tuple[Missing, ...] = ()


class ProgressStatement(_Statement):
    """Something that happened, or was put off, to a promise; `stage` is what the text itself finds it to be at."""

    kind: Literal["progress"] = "progress"
    promisor: ActorName
    what: What
    stage: Stage | None = None
    amount: Amount | None = None
    jobs: Jobs | None = None
    place: str | None = None
    date: PartialDate | None = None
    pledge: str | None = None


class MeetingStatement(_Statement):
    """Two or more named people, or one and a named body, meet (R21)."""

    kind: Literal["meeting"] = "meeting"
    participants: tuple[Participant, ...] = Field(min_length=2)
    place: str | None = None
    date: PartialDate | None = None
    outcome: Outcome


class MeasureStatement(_Statement):
    """A tariff, export control, sanction, subsidy, quota or trade deal (R21)."""

    kind: Literal["measure"] = "measure"
    type: MeasureType
    imposer: str | None = None
    target: tuple[str, ...] = ()
    rate: Rate | None = None
    products: str | None = None
    status: MeasureStatus
    condition: str | None = None
    effective: PartialDate | None = None
    amount: Amount | None = None


class FigureStatement(_Statement):
    """A number about an actor or a relation that is no promise; `toward` is the other side of a relation."""

    kind: Literal["figure"] = "figure"
    subject: str
    metric: str
    toward: str | None = None
    value: Figure | None = None
    as_of: PartialDate | None = None
    assessment: str | None = None


class TieStatement(_Statement):
    """A standing relation between two actors: founder_of, leads, member_of, adviser_to, owns …"""

    kind: Literal["tie"] = "tie"
    subject: str
    relation: str
    object: str
    as_of: PartialDate | None = None


class OutlookStatement(_Statement):
    """A conditional or hedged forecast: what success or failure was said to mean."""

    kind: Literal["outlook"] = "outlook"
    if_: str | None = Field(default=None, alias="if")
    then: str
    direction: Literal["better", "worse", "open"]
    holder: str | None = None


class TotalStatement(_Statement):
    """A sum that the document itself makes over several promisors."""

    kind: Literal["total"] = "total"
    amount: Amount
    what: str | None = None


Statement = Annotated[
    PledgeStatement | ProgressStatement | MeetingStatement | MeasureStatement
    | FigureStatement | TieStatement | OutlookStatement | TotalStatement,
    Field(discriminator="kind"),
]  # fmt: skip
