"""Pledges with the stage that reports of progress give them (R4): no clock, so the same entries give the same stage."""

from collections.abc import Iterable, Mapping, Sequence

from makegood.assessment.sourced import DocumentFacts, Sourced
from makegood.assessment.standing import assess
from makegood.model.document import Document
from makegood.model.pledge import Pledge
from makegood.model.statement import Statement


def moved(pledges: Iterable[Pledge], statements: Iterable[tuple[Document, Statement]]) -> tuple[Pledge, ...]:
    """The pledges, each at the stage that its own statements and the progress on it are evidence for."""
    held = list(pledges)
    wanted = {identity for pledge in held if pledge.progress for identity in (*pledge.statements, *pledge.progress)}
    told = {s.id: Sourced(DocumentFacts.of(document), s) for document, s in statements if s.id in wanted}
    return tuple(_moved(pledge, told) if pledge.progress else pledge for pledge in held)


def _moved(pledge: Pledge, told: Mapping[str, Sourced]) -> Pledge:
    found = assess(pledge, _known(pledge.statements, told), _known(pledge.progress, told))
    if found.proof is None:
        return pledge
    leads = pledge.leads | {"stage": found.proof.id}
    return pledge.model_copy(update={"stage": found.stage, "stage_told": pledge.stage, "leads": leads})


def _known(ids: Sequence[str], told: Mapping[str, Sourced]) -> list[Sourced]:
    return [told[identity] for identity in ids if identity in told]
