"""Labels: what a person says that a document says. Read from the JSON of `evals/gold`.

A field may have alternatives that count as right too (`status` and `status_alt` in the file); here they are one tuple,
the preferred value first. evals/gold/README.md says how the labels were made.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import ConfigDict, Field, TypeAdapter, model_validator

from makegood.model.frozen import Frozen
from makegood.model.values import Number

Kind = Literal["pledge", "progress", "meeting", "measure"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Status = Literal[
    "rumoured", "considered", "announced", "committed", "under_way", "delivered", "scaled_back", "delayed", "cancelled",
]  # fmt: skip
Words = tuple[str, ...]
Numbers = tuple[Number, ...]

_MANY = {
    "promisor", "recipient_country", "recipient_place", "currency", "qualifier", "status", "what", "outcome", "type",
    "imposer", "target", "participants", "jobs", "rate_percent",
}  # fmt: skip
_AMOUNTS = ("amount", "amount_low", "amount_high", "amount_alt", "amount_low_alt", "amount_high_alt")


def _listed(value: object) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else [] if value in (None, "") else [value]


class _Label(Frozen):
    """What all labels share. `optional` marks a borderline case: neither rewarded nor punished."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    quote: str = ""
    optional: bool = False

    @model_validator(mode="before")
    @classmethod
    def _gathered(cls, fields: Mapping[str, Any]) -> dict[str, Any]:
        """The fields with their alternatives, and all amounts that count as right."""
        gathered = {k: v for k, v in fields.items() if k not in _AMOUNTS and not k.endswith("_alt")}
        for name in _MANY & fields.keys():
            gathered[name] = _listed(fields[name]) + _listed(fields.get(f"{name}_alt"))
        gathered["amounts"] = gathered.get("amounts", ()) or sorted(
            {a for k in _AMOUNTS for a in _listed(fields.get(k))}
        )
        return gathered


class PledgeLabel(_Label):
    """A promise. Amounts in base units; `deadline` is an ISO date cut to what is known."""

    kind: Literal["pledge"] = "pledge"
    promisor: Words = ()
    amounts: Numbers = ()
    currency: Words = ()
    qualifier: Words = ()
    jobs: Numbers = ()
    recipient_country: Words = ()
    recipient_place: Words = ()
    horizon_years: Number | None = None
    deadline: str | None = None
    status: tuple[Status, ...] = ()
    condition: str | None = None
    purpose: str | None = None


class ProgressLabel(_Label):
    """Something that happened to a promise."""

    kind: Literal["progress"] = "progress"
    promisor: Words = ()
    what: Words = ()
    amounts: Numbers = ()
    currency: Words = ()
    qualifier: Words = ()
    jobs: Numbers = ()


class MeetingLabel(_Label):
    """A meeting of two or more who are named."""

    kind: Literal["meeting"] = "meeting"
    participants: Words = ()
    outcome: Words = ()
    place: str | None = None


class MeasureLabel(_Label):
    """What a government does to trade or investment; rates in percent."""

    kind: Literal["measure"] = "measure"
    type: Words = ()
    imposer: Words = ()
    target: Words = ()
    rate_percent: Numbers = ()
    status: Words = ()
    condition: str | None = None
    amounts: Numbers = ()
    currency: Words = ()
    qualifier: Words = ()


Label = Annotated[PledgeLabel | ProgressLabel | MeetingLabel | MeasureLabel, Field(discriminator="kind")]
_LABELS: TypeAdapter[Label] = TypeAdapter(Label)


def labels_of(gold: list[dict[str, Any]]) -> tuple[Label, ...]:
    """The labels of the four kinds that are scored, in order; totals are labelled too and left out here.

    Raises:
        pydantic.ValidationError: a label that holds what none may hold.
    """
    return tuple(_LABELS.validate_python(fields) for fields in gold if fields["kind"] in KINDS)
