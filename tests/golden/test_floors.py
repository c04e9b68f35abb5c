"""The ratchet: the shipped reader against the floors of evals/floors.toml, and the figures that the README shows.

Pages and our own text are in the repository; the other sets are judged where their texts lie beside it.
"""

import pytest

from evals import exams, floors
from evals.figures import SetFigures
from evals.measured import Measured, figures_of, stored
from evals.sets import SETS, labelled_set
from tests.golden.conftest import Reads

RAISE = "python -m evals --raise"
KEEP = "python -m evals --keep"
GROWS = "own"
"""Lines are added to our own text all the time; its floors wait until somebody sets them anew."""


@pytest.fixture(params=SETS)
def measured(request: pytest.FixtureRequest, reading: Reads) -> tuple[str, SetFigures]:
    """A set and its figures now."""
    name: str = request.param
    readings = reading(name)
    return name, figures_of(labelled_set(name), readings)


def test_every_text_is_read_and_every_quote_stands_in_it(measured: tuple[str, SetFigures]) -> None:
    _, figures = measured
    assert figures.crashed == ()
    assert figures.exact


def test_no_figure_is_below_its_floor(measured: tuple[str, SetFigures]) -> None:
    name, figures = measured
    now = Measured(reader="now", sets={name: figures}, exams={})
    least = floors.load()
    if name == GROWS and floors.changed(now, least):
        pytest.skip(f"our own text has changed since its floors were set; {RAISE} sets them anew")
    assert floors.changed(now, least) == [], f"labels or texts have changed: {RAISE}"
    assert floors.fallen(now, least) == []


def test_the_stored_figures_are_those_of_the_shipped_reader(measured: tuple[str, SetFigures]) -> None:
    name, figures = measured
    kept = stored().sets[name]
    if name == GROWS and kept.digest != figures.digest:
        pytest.skip(f"our own text has changed since it was measured; {KEEP} measures it again")
    assert kept == figures, f"the README shows other figures than the reader has: {KEEP}"


@pytest.mark.parametrize("exam", exams.EXAMS)
def test_exams(exam: str) -> None:
    if why := exams.missing():
        pytest.skip(why)
    now = Measured(reader="now", sets={}, exams={exam: exams.take(exam)})
    least = floors.load()
    assert floors.changed(now, least) == []
    assert floors.fallen(now, least) == []
    assert stored().exams[exam] == now.exams[exam], f"the README shows other figures: {KEEP}"


def test_everything_has_floors() -> None:
    assert set(floors.load().digests) == {*SETS, *exams.EXAMS}
