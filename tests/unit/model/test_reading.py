"""The door through which every reading goes."""

import pytest
from pydantic import ValidationError

from makegood.errors import AnchorError
from makegood.model.actor import ActorName
from makegood.model.document import Document
from makegood.model.reading import Reading
from makegood.model.span import Span
from makegood.model.statement import PledgeStatement

DOCUMENT = Document(ref="story.txt", text="Orrin will build a depot.")


def _statement(document: Document, name: Span) -> PledgeStatement:
    whole = (document.span(0, len(document.text)),)
    evidence = {"_": whole, "promisor": (name,), "stage": whole}
    return PledgeStatement.of(document.id, evidence, promisor=ActorName(name="Orrin"))


def _reading(*statements: PledgeStatement) -> Reading:
    return Reading(document_id=DOCUMENT.id, reader="test", version="1", statements=statements)


def test_quotes_that_are_the_text_pass() -> None:
    reading = _reading(_statement(DOCUMENT, DOCUMENT.span(0, 5)))
    assert reading.checked(DOCUMENT) is reading


def test_a_quote_that_is_not_the_text_is_refused() -> None:
    reading = _reading(_statement(DOCUMENT, Span(start=0, end=5, quote="Orrim")))
    with pytest.raises(AnchorError, match=r"pledge\.promisor: 'Orrim' is not the text at 0:5"):
        reading.checked(DOCUMENT)


def test_a_reading_of_another_document_is_refused() -> None:
    with pytest.raises(AnchorError, match="offered for"):
        _reading().checked(Document(ref="other.txt", text="Another text."))


def test_two_statements_on_the_same_spans_are_refused() -> None:
    one = _statement(DOCUMENT, DOCUMENT.span(0, 5))
    with pytest.raises(ValidationError, match="rest on the same spans"):
        _reading(one, one.model_copy(update={"confidence": 0.5}))


def test_an_id_that_does_not_follow_from_the_spans_is_refused() -> None:
    forged = _statement(DOCUMENT, DOCUMENT.span(0, 5)).model_copy(update={"id": "st:" + "0" * 32})
    with pytest.raises(ValidationError, match="does not follow from its spans"):
        _reading(forged)


def test_it_comes_back_whole_from_json() -> None:
    reading = _reading(_statement(DOCUMENT, DOCUMENT.span(0, 5)))
    assert Reading.model_validate_json(reading.model_dump_json(by_alias=True)) == reading
