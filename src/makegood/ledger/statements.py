"""Statements between their JSON in the ledger and their model."""

from functools import cache

from pydantic import JsonValue, TypeAdapter, ValidationError

from makegood.errors import ConfigError
from makegood.ledger.entry import Body
from makegood.model.statement import Statement

_FIXED = ("id", "kind", "evidence")


@cache
def _adapter() -> TypeAdapter[Statement]:
    return TypeAdapter(Statement)


def statement_model(body: Body | str) -> Statement:
    """The statement of a JSON body, decoded or as text."""
    return _adapter().validate_json(body) if isinstance(body, str) else _adapter().validate_python(body)


def corrected(machine: Body, fields: dict[str, JsonValue]) -> Body:
    """The statement with a person's fields in place of the machine's; it keeps its id.

    A field that the machine did not fill is anchored in the statement's sentence, which is what the
    person read (R23).

    Raises:
        pydantic.ValidationError: the fields do not make a statement.
    """
    evidence = dict(machine["evidence"])  # type: ignore[arg-type]
    for name, value in fields.items():
        if value is not None:
            evidence.setdefault(name, evidence["_"])
    kept = {name: value for name, value in machine.items() if name not in fields}
    given = {name: value for name, value in fields.items() if value is not None}
    statement = statement_model({**kept, **given, "evidence": evidence})
    body: Body = statement.model_dump(by_alias=True, exclude_none=True)
    return body


def check_override(machine: Body, fields: dict[str, JsonValue]) -> None:
    """Refuse a correction that no statement can take.

    Raises:
        ConfigError: an unknown or fixed field, or a value it cannot hold.
    """
    fixed = [name for name in _FIXED if name in fields]
    if fixed:
        raise ConfigError(f"{fixed[0]} follows from the text and cannot be corrected")
    try:
        corrected(machine, fields)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"][1:])
        raise ConfigError(f"correction of {machine['id']} refused: {where}: {first['msg']}") from error
