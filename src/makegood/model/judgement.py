"""Judgements: a closed verdict with its algebra. 'unsure' and 'not looked at' are different facts."""

from typing import Literal

from pydantic import Field

from makegood.model.frozen import Frozen

Verdict = Literal["same", "different", "unsure", "override", "reject"]


class Judgement(Frozen):
    """A verdict on one or two subjects, by whom, when and why.

    `same` and `different` take two pledge or statement ids; `reject` one statement; `override` one
    statement and the corrected fields (as `makegood read` prints them). `by` is a person's name or
    `machine:<rule set>`; a person's verdict wins over a machine's, the later over the earlier.
    """

    verdict: Verdict
    subject: str
    other: str | None = None
    fields: dict[str, object] = Field(default_factory=dict)
    by: str
    at: str
    reason: str = Field(min_length=1)

    @property
    def by_person(self) -> bool:
        """Whether a person, not a rule, gave this verdict."""
        return not self.by.startswith("machine:")
