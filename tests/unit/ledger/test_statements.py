"""Corrections of statements: they stand on the sentence, or are refused."""

import pytest
from pydantic import ValidationError

from makegood.errors import ConfigError
from makegood.ledger.entry import Body
from makegood.ledger.statements import check_override, corrected, statement_model
from tests.arrivals import document, statement

MACHINE: Body = statement(document(1), "Ferrolux", 40_000_000).model_dump(mode="json", by_alias=True, exclude_none=True)


def test_a_corrected_field_replaces_the_machine_s_as_a_whole() -> None:
    body = corrected(MACHINE, {"amount": {"high": 5, "bound": "up_to"}})
    assert statement_model(body).amount.model_dump(exclude_none=True) == {"high": 5, "bound": "up_to", "per": "total"}


def test_a_correction_keeps_the_id_and_the_evidence() -> None:
    body = corrected(MACHINE, {"purpose": "tin"})
    assert body["id"] == MACHINE["id"]
    assert [dict(span) for span in body["evidence"]["purpose"]] == MACHINE["evidence"]["_"]
    assert "purpose" not in MACHINE["evidence"], "the machine's own words are not touched"


def test_what_no_statement_can_take_is_refused() -> None:
    with pytest.raises(ValidationError):
        corrected(MACHINE, {"stage": "dreamt"})
    with pytest.raises(ConfigError, match=r"stage.*Input should be"):
        check_override(MACHINE, {"stage": "dreamt"})


@pytest.mark.parametrize("name", ["id", "kind", "evidence"])
def test_what_follows_from_the_text_is_fixed(name: str) -> None:
    with pytest.raises(ConfigError, match="follows from the text"):
        check_override(MACHINE, {name: "pledge"})
