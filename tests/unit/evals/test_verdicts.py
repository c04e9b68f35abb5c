"""From labels and statements to verdicts, and from verdicts to figures."""

from evals.figures import figures
from evals.verdicts import judge
from tests.unit.evals.said import DOCUMENT, label, said

LABELS = (label("pledge", amount=5), label("pledge", amount=9), label("pledge", amount=11, optional=True))


def test_each_label_and_statement_gets_one_verdict() -> None:
    statements = [said("pledge", amount=5), said("pledge", amount=11), said("pledge", amount=77)]
    verdicts = judge("1", DOCUMENT, LABELS, statements).verdicts
    assert sorted(v.outcome for v in verdicts) == ["false", "missed", "right", "spared"]


def test_an_optional_label_that_nobody_read_is_spared() -> None:
    verdicts = judge("1", DOCUMENT, (label("pledge", optional=True),), []).verdicts
    assert [v.outcome for v in verdicts] == ["spared"]


def test_what_is_denied_and_what_has_no_labels_is_not_scored() -> None:
    denied = said("pledge", amount=5, certainty="negated")
    assert judge("1", DOCUMENT, (), [denied]).verdicts == ()


def test_figures() -> None:
    full = judge("1", DOCUMENT, LABELS, [said("pledge", amount=5, confidence=0.8), said("pledge", amount=77)])
    empty = judge(
        "2", DOCUMENT, (), [said("pledge", amount=5, confidence=0.8), said("meeting", participants=["A", "B"])]
    )
    found = figures("sha256:0", [full, empty])
    pledges = found.kinds["pledge"]
    assert (found.documents, found.empty, found.exact) == (2, 1, True)
    assert (pledges.right, pledges.false, pledges.missed, pledges.on_empty) == (1, 2, 1, 1)
    assert (pledges.precision, pledges.recall) == (1 / 3, 1 / 2)
    assert round(pledges.f1, 6) == 0.4
    assert found.kinds["meeting"].on_empty == 1
    assert pledges.fields["amount"].value == 1.0
    assert [(b.count, b.right) for b in pledges.reliability.bins] == [(2, 1), (1, 0)]


def test_figures_of_nothing_are_noughts() -> None:
    nothing = figures("sha256:0", []).kinds["pledge"]
    assert (nothing.precision, nothing.recall, nothing.f1) == (0.0, 0.0, 0.0)


def test_a_quote_that_is_not_the_text_shows() -> None:
    other = DOCUMENT.model_copy(update={"text": "Something else stands here, and it is as long as that."})
    assert not figures("sha256:0", [judge("1", other, LABELS, [said("pledge", amount=5)])]).exact
