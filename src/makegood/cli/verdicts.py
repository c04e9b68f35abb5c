"""From what a person types to a judgement: whole ids, and corrected fields as the ledger takes them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from makegood.errors import ConfigError, UnknownIdError
from makegood.ledger.holdings import HeldStatement
from makegood.ledger.views import LedgerView
from makegood.model.judgement import Judgement
from makegood.model.judgement import Verdict as Kind
from makegood.model.statement import Statement
from makegood.model.values import Amount, plain
from makegood.reading.money import find_money


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is judged of which whole ids, before it is known by whom and why."""

    kind: Kind
    subject: str
    other: str | None = None
    fields: dict[str, object] = field(default_factory=dict)

    def judgement(self, reason: str, by: str, at: str) -> Judgement:
        """The judgement.

        Raises:
            ConfigError: no reason is given.
        """
        if not reason.strip():
            raise ConfigError('a verdict needs a reason: --reason "…"')
        given = {"verdict": self.kind, "subject": self.subject, "other": self.other, "fields": self.fields}
        return Judgement.model_validate({**given, "by": by, "at": at, "reason": reason.strip()})

    def words(self) -> str:
        """'override st:81c2…'."""
        return " ".join(part for part in (self.kind, self.subject, self.other) if part)


def between(kind: Kind, view: LedgerView, identity: str, other: str) -> Verdict:
    """A verdict on two pledges or statements.

    Raises:
        ConfigError: both are the same.
        UnknownIdError: no one pledge or statement has an id.
    """
    one, two = subject_of(view, identity), subject_of(view, other)
    if one == two:
        raise ConfigError(f"{identity} and {other} are the same: name two")
    return Verdict(kind, one, two)


def statement_of(view: LedgerView, identity: str) -> HeldStatement:
    """The statement with this id, or the only one of the pledge with it.

    Raises:
        ConfigError: a pledge that rests on several statements.
        UnknownIdError: no one statement or pledge has the id.
    """
    subject = subject_of(view, identity)
    if not subject.startswith("pl:"):
        return view.statement(subject)
    pledge = view.pledge(subject)
    if len(pledge.statements) > 1:
        raise ConfigError(f"{identity} rests on {len(pledge.statements)} statements: name one; `show` lists them")
    return view.statement(pledge.statements[0])


def subject_of(view: LedgerView, identity: str) -> str:
    """The whole id of a pledge or statement.

    Raises:
        UnknownIdError: no one pledge or statement has it.
    """
    if identity.startswith("st:"):
        return view.statement(identity).statement.id
    try:
        return view.pledge(identity).id
    except UnknownIdError:
        if identity.startswith("pl:"):
            raise
        return view.statement(identity).statement.id


def corrections(statement: Statement, fields: Sequence[str]) -> dict[str, object]:
    """Whole new values of the fields that `name=value` and `name.part=value` change; None clears one.

    Raises:
        ConfigError: something else than that.
    """
    body = statement.model_dump(mode="json", by_alias=True, exclude_none=True)
    changed: dict[str, object] = {}
    for correction in fields:
        path, given, text = correction.partition("=")
        name, _, part = path.partition(".")
        if not given or not name:
            raise ConfigError(f"{correction!r} is no correction: write it as amount.high=5000000000 or stage=cancelled")
        if part:
            changed[name] = _with(changed.get(name, body.get(name)), part, _value(text), correction)
        else:
            changed[name] = _amount(text) if name == "amount" and text else _value(text)
    return changed


def _with(held: object, part: str, value: object, correction: str) -> dict[str, object]:
    """A field's parts with one of them set, or taken out if there is no value."""
    if held is not None and not isinstance(held, dict):
        raise ConfigError(f"{correction!r}: the field has no parts, it is {held!r}")
    parts = {**(held or {}), part: value}
    return {name: one for name, one in parts.items() if one is not None}


def _amount(text: str) -> object:
    """An amount as people write it ('up to $5 billion a year'), or as JSON."""
    found = find_money(text)
    if len(found) != 1:
        return _value(text)
    (money,) = found
    low, high = (None if end is None else plain(end) for end in (money.low, money.high))
    return Amount(low=low, high=high, bound=money.bound, currency=money.currency, per=money.per).model_dump(
        mode="json", exclude_none=True
    )


def _value(text: str) -> object:
    try:
        return json.loads(text) if text else None
    except json.JSONDecodeError:
        return text
