"""What the encoder says of an anchor (a sum, a count of jobs, a verb) and of the words around it."""

from typing import get_args

from makegood.model.statement import Certainty, Stage, What

ROLES = (
    "none", "promisor", "announcer", "recipient", "amount", "jobs", "horizon", "place", "purpose", "condition",
    "speaker", "counterpart", "act", "date", "participant", "imposer", "target", "rate", "products", "subject",
)  # fmt: skip
"""What a word may be to the statement that its anchor belongs to."""

KINDS = ("none", "pledge", "progress", "meeting", "measure", "figure", "total", "outlook")
"""What an anchor's statement is; `none` where it belongs to no statement."""

SPEAKERS = ("author", "promisor", "counterpart", "third_party", "unnamed")
"""Whose words these are."""

AGES = ("new", "background")

OUTLETS: dict[str, tuple[str, ...]] = {
    "kind": KINDS,
    "stage": get_args(Stage),
    "what": get_args(What),
    "certainty": get_args(Certainty),
    "speaker": SPEAKERS,
    "age": AGES,
}
"""Questions that the encoder answers about an anchor, in the order of its output columns."""

RANK = 32
"""Numbers per role in which an anchor and a word are compared."""
