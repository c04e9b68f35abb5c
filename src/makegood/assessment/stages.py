"""The ladder of stages and what each rung is called elsewhere (R2). The table is the method.

Other ladders: IATI transaction types and ActivityStatus (code lists of version 2.03), AidData's TUFF
statuses, Kiel's Ukraine Support Tracker, the Clean Investment Monitor, PolitiFact's promise meters.
"""

from typing import Literal, NamedTuple

from makegood.model.statement import Stage

Column = Literal["committed", "pledged"]


class Rung(NamedTuple):
    """One stage. `order` rises with bindingness, None for side states; `column` is where R3 counts it."""

    stage: Stage
    order: int | None
    words: str
    column: Column | None
    why_not: str
    iati_transaction: str | None
    iati_status: str
    aiddata: str
    kiel: str | None
    cim: str | None
    politifact: str


LADDER: tuple[Rung, ...] = (
    Rung("floated", 0, "floated", None, "considered, not promised (R2)",
         None, "1", "Pipeline: Pledge", None, None, "Not yet rated"),
    Rung("pledged", 1, "pledged", "pledged", "",
         "12", "1", "Pipeline: Pledge", "commitment", None, "Not yet rated"),
    Rung("agreed", 2, "agreed", "pledged", "",
         "12", "1", "Pipeline: Pledge", "commitment", "Announced", "Not yet rated"),
    Rung("committed", 3, "committed", "committed", "",
         "2", "1", "Pipeline: Commitment", "commitment", "Announced", "In the Works"),
    Rung("allocated", 4, "allocated", "committed", "",
         "2", "1", "Pipeline: Commitment", "allocation", "Announced", "In the Works"),
    Rung("started", 5, "started", "committed", "",
         "3", "2", "Implementation", "allocation", "Under construction", "In the Works"),
    Rung("part_delivered", 6, "partly delivered", "committed", "",
         "3", "2", "Implementation", "disbursement", "Under construction", "Compromise"),
    Rung("delivered", 7, "delivered", "committed", "",
         "3", "4", "Completion", "disbursement", "Operating", "Promise Kept"),
    Rung("delayed", None, "delayed", "pledged", "",
         "12", "1", "Pipeline: Pledge", "commitment", "Announced", "Stalled"),
    Rung("stalled", None, "stalled", "pledged", "",
         "12", "6", "Pipeline: Pledge", "commitment", "Announced", "Stalled"),
    Rung("reduced", None, "reduced", "pledged", "",
         "12", "1", "Pipeline: Pledge", "commitment", "Announced", "Compromise"),
    Rung("suspended", None, "suspended", None, "suspended: in no total until it is taken up again (R5)",
         None, "6", "Suspended", None, "Canceled", "Stalled"),
    Rung("cancelled", None, "cancelled", None, "cancelled: stays visible, is in no total (R5)",
         None, "5", "Cancelled", None, "Canceled", "Promise Broken"),
    Rung("denied", None, "denied", None, "denied by the promisor (R13)",
         None, "5", "Cancelled", None, None, "Promise Broken"),
    Rung("superseded", None, "superseded", None, "replaced by a later pledge (R5)",
         None, "5", "Cancelled", None, None, "Not yet rated"),
    Rung("unclear", None, "unclear", None, "unclear: what was promised cannot be told (R22)",
         None, "1", "Pipeline: Pledge", None, None, "Not yet rated"),
)  # fmt: skip

RUNGS: dict[Stage, Rung] = {rung.stage: rung for rung in LADDER}


def is_binding(stage: Stage) -> bool:
    """Whether R3 counts this stage in the headline: committed and later."""
    return RUNGS[stage].column == "committed"
