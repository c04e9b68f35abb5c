"""A person's verdict is told from a machine's."""

import pytest
from pydantic import ValidationError

from makegood.model.judgement import Judgement


@pytest.mark.parametrize(("by", "person"), [("Dana Whitlock", True), ("machine:rules-3", False)])
def test_who_judged(by: str, person: bool) -> None:
    judgement = Judgement(verdict="unsure", subject="pl:1", by=by, at="2026-01-05T10:00:00Z", reason="two plants")
    assert judgement.by_person is person


def test_a_judgement_gives_its_reason() -> None:
    with pytest.raises(ValidationError):
        Judgement(verdict="reject", subject="st:1", by="Dana Whitlock", at="2026-01-05T10:00:00Z", reason="")
