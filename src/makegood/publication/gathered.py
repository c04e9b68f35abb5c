"""From what a ledger holds to what is published of it: the dossier of one pledge, or a publication of many."""

from collections.abc import Sequence
from datetime import date

from makegood.assessment.dossier import Dossier, gather
from makegood.assessment.sourced import Sourced
from makegood.ledger.views import LedgerView
from makegood.model.pledge import Pledge
from makegood.publication.exporter import Publication


def sourced(view: LedgerView) -> list[Sourced]:
    """All statements that stand, with their documents' facts; rejected ones are left out."""
    facts = {document.id: document for document in view.documents()}
    return [Sourced(facts[held.document], held.statement) for held in view.statements() if not held.rejected]


def dossier_of(view: LedgerView, identity: str, as_of: date | None = None) -> Dossier:
    """The dossier of the pledge with this id, or with the one id that starts like this; silence as on `as_of` (R17).

    Raises:
        UnknownIdError: there is none, or more than one.
    """
    return gather(view.pledge(identity), view.pledges(), view.actors(), sourced(view), view.judgements(), as_of)


def publication_of(
    view: LedgerView, generated: str, pledges: Sequence[Pledge] = (), statements: Sequence[Sourced] = ()
) -> Publication:
    """A publication of these pledges and statements; `generated` is the day as ISO date."""
    return Publication(pledges, statements, view.actors(), generated, view.head().hash)
