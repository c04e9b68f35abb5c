"""Law 4: no anchor, no value. And identity is what was said."""

import pytest

from makegood.errors import AnchorError
from makegood.model.actor import ActorName, Speaker
from makegood.model.document import Document
from makegood.model.span import Span
from makegood.model.statement import Evidence, OutlookStatement, PledgeStatement, TotalStatement, statement_id
from makegood.model.values import Amount

TEXT = "Orrin will spend $5 million on a depot in Marlow."
DOCUMENT = Document(ref="story.txt", text=TEXT)


def _spans(*quotes: str) -> tuple[Span, ...]:
    return tuple(DOCUMENT.span(TEXT.index(quote), TEXT.index(quote) + len(quote)) for quote in quotes)


def _evidence(**more: tuple[Span, ...]) -> Evidence:
    return {"_": _spans(TEXT), "promisor": _spans("Orrin"), "stage": _spans("will spend"), **more}


def _pledge(evidence: Evidence, **fields: object) -> PledgeStatement:
    return PledgeStatement.of(DOCUMENT.id, evidence, promisor=ActorName(name="Orrin"), **fields)


AMOUNT = Amount(low=5_000_000, high=5_000_000, currency="USD")


def test_a_value_with_its_span_is_kept() -> None:
    pledge = _pledge(_evidence(amount=_spans("$5 million")), amount=AMOUNT)
    assert pledge.amount == AMOUNT
    assert pledge.evidence["amount"][0].quote == "$5 million"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("amount", AMOUNT),
        ("announced_by", ActorName(name="Nadia Brandt")),
        ("purpose", "a depot"),
        ("sectors", ("logistics",)),
        ("condition", "unless it rains"),
        ("speaker", Speaker(name="Nadia Brandt", role="promisor")),
    ],
)
def test_a_value_without_a_span_is_refused(field: str, value: object) -> None:
    with pytest.raises(AnchorError, match=f"'{field}' has a value and no evidence"):
        _pledge(_evidence(), **{field: value})
    with pytest.raises(AnchorError):
        _pledge(_evidence(**{field: ()}), **{field: value})


def test_a_statement_without_its_sentence_is_refused() -> None:
    with pytest.raises(AnchorError, match="without its sentence"):
        _pledge({"promisor": _spans("Orrin"), "stage": _spans("will spend")})


def test_even_the_stage_is_anchored() -> None:
    with pytest.raises(AnchorError, match="'stage' has a value and no evidence"):
        _pledge({"_": _spans(TEXT), "promisor": _spans("Orrin")})


def test_what_is_not_stated_needs_no_span() -> None:
    assert _pledge(_evidence(), not_stated=("amount", "horizon")).not_stated == ("amount", "horizon")


def test_the_field_if_is_anchored_by_its_json_name() -> None:
    with pytest.raises(AnchorError, match="'if' has a value"):
        OutlookStatement.of(DOCUMENT.id, {"_": _spans(TEXT), "then": _spans("depot")}, **{
            "if": "it rains", "then": "no depot", "direction": "worse",
        })  # fmt: skip


def test_the_id_follows_from_what_was_said_and_where() -> None:
    evidence = _evidence(amount=_spans("$5 million"))
    one = _pledge(evidence, amount=AMOUNT)
    assert _pledge(evidence, amount=Amount(low=5, high=5), confidence=0.4, certainty="possible").id == one.id
    assert _pledge(_evidence(amount=_spans("$5")), amount=AMOUNT).id != one.id
    assert PledgeStatement.of("sha256:other", evidence, promisor=ActorName(name="Orrin"), amount=AMOUNT).id != one.id
    assert statement_id(DOCUMENT.id, TotalStatement.model_fields["kind"].default, evidence) != one.id
    assert statement_id(DOCUMENT.id, "pledge", dict(reversed(evidence.items()))) == one.id
