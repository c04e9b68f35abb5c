"""What is made of the figures: tables, the diagram, and that the stored ones are what the pages show."""

from xml.etree import ElementTree as ET

from evals.calibration import reliability
from evals.diagram import diagram
from evals.figures import KindFigures, SetFigures
from evals.floors import Floors
from evals.measured import Measured, stored
from evals.peers.figures import peers
from evals.readme import table
from evals.shares import Share
from evals.tables import calibration_lines, lines, reliabilities
from tests.style.tree import ROOT

PLEDGES = KindFigures(
    right=9, false=1, missed=11, fields={"amount": Share(right=8, asked=9)}, reliability=reliability([(0.7, True)] * 10)
)
KINDS = {"pledge": PLEDGES, "progress": KindFigures(), "meeting": KindFigures(), "measure": KindFigures()}
PAGES = SetFigures.model_validate(
    {"digest": "sha256:1", "documents": 30, "empty": 4, "spans": {"right": 5, "asked": 5}, "kinds": KINDS}
)
MEASURED = Measured(reader="rules 1", sets={"pages": PAGES}, exams={})


def test_the_table_shows_figures_beside_their_floors() -> None:
    printed = "\n".join(lines(MEASURED, Floors({"pages": "sha256:1"}, {"pages": {"pledge.f1": 0.5}})))
    assert "pages: 30 documents, 4 of them empty; 5 of 5 spans exact\n" in printed
    assert "pledge    0.900         0.450  0.600 [0.500]" in printed
    assert "amount 0.889 8/9" in printed


def test_the_table_says_when_floors_are_of_other_texts() -> None:
    printed = "\n".join(lines(MEASURED, Floors({"pages": "sha256:2"}, {"pages": {"pledge.f1": 0.5}})))
    assert "other texts or labels than its floors" in printed
    assert "[" not in printed.split("\n", 1)[1]


def test_confidence_is_shown_by_kind_and_bin() -> None:
    printed = "\n".join(calibration_lines(MEASURED))
    assert "pledge 0.300 (10)" in printed
    assert "0.70 → 1.00 (10)" in printed


def test_the_readme_says_where_there_is_too_little_to_say() -> None:
    shown = table(MEASURED, ())
    assert "| pledges | F1 .60, precision .90 |" in shown
    assert "| progress | too few (0) |" in shown
    assert "| false pledges where there are none | 0 on 4 documents |" in shown
    assert "| –, 8/9" not in shown
    assert "| of the pledges found: amount, currency, bound | 8/9, –, – |" in shown


def test_a_figure_of_one_is_shown_whole() -> None:
    sure = PLEDGES.model_copy(update={"false": 0})
    shown = table(
        MEASURED.model_copy(update={"sets": {"pages": PAGES.model_copy(update={"kinds": KINDS | {"pledge": sure}})}}),
        (),
    )
    assert "precision 1.00" in shown


def test_the_diagram_is_well_formed_and_marks_each_bin() -> None:
    drawn = diagram({"pledge": PLEDGES.reliability, "meeting": KindFigures().reliability})
    picture = ET.fromstring(drawn)
    discs = picture.findall("{http://www.w3.org/2000/svg}circle")
    assert len(discs) == 1
    assert "said 0.70, right 10 of 10" in drawn
    assert "meeting" not in drawn


def test_measuring_some_sets_keeps_the_others() -> None:
    other = MEASURED.model_copy(update={"sets": {"own": PAGES}, "reader": "rules 2"})
    assert sorted(other.over(MEASURED).sets) == ["own", "pages"]


def test_the_diagram_of_the_method_is_of_the_stored_figures() -> None:
    drawn = (ROOT / "docs" / "method" / "calibration.svg").read_text(encoding="utf-8")
    assert drawn == diagram(reliabilities(stored())), "run: python -m evals --keep"


def test_the_readme_has_the_stored_figures() -> None:
    assert table(stored(), peers()) in (ROOT / "README.md").read_text(encoding="utf-8"), "run: python -m evals --keep"
