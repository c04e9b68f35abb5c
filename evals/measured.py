"""Everything measured in one run, and as it was measured last: measured.json, from which the README's table is made."""

from collections.abc import Sequence
from pathlib import Path

from evals import exams
from evals.exams import ExamFigures
from evals.figures import SetFigures, figures
from evals.readings import DEFAULT_READER, crashed, judge_set, read_set
from evals.sets import LabelledSet, MissingTextError, labelled_set
from makegood import plugins
from makegood.model.frozen import Frozen
from makegood.workflow import Read

FILE = Path(__file__).with_name("measured.json")


class Measured(Frozen):
    """Figures by set and by exam; `reader` is the name and version of who read."""

    reader: str
    sets: dict[str, SetFigures]
    exams: dict[str, ExamFigures]

    def over(self, earlier: "Measured") -> "Measured":
        """These figures, and the earlier ones of sets and exams that were not measured now."""
        return Measured(
            reader=self.reader, sets=earlier.sets | self.sets, exams=earlier.exams | self.exams
        )  # fmt: skip


def measure(names: Sequence[str], reader: str = DEFAULT_READER) -> tuple[Measured, list[str]]:
    """Read and judge the named sets, and `exams` if named; and why some could not be."""
    sets, missing = {}, []
    for name in names:
        try:
            if name != "exams":
                texts = labelled_set(name)
                sets[name] = figures_of(texts, read_set(texts, reader))
        except MissingTextError as error:
            missing.append(str(error))
    taken = {}
    if "exams" in names:
        if why := exams.missing():
            missing.append(why)
        else:
            taken = {exam: exams.take(exam) for exam in exams.EXAMS}
    version = plugins.reader(reader).version
    return Measured(reader=f"{reader} {version}", sets=sets, exams=taken), missing


def figures_of(texts: LabelledSet, readings: dict[str, Read]) -> SetFigures:
    """The figures of a set, given its readings."""
    return figures(texts.digest, judge_set(texts, readings), crashed(readings))


def stored() -> Measured:
    """The figures as they were kept last; none before the first time."""
    return Measured.model_validate_json(FILE.read_bytes()) if FILE.exists() else Measured(reader="", sets={}, exams={})


def keep(measured: Measured) -> None:
    """Store figures, with a line for each so that a change shows in a diff."""
    FILE.write_text(measured.model_dump_json(indent=1) + "\n", encoding="utf-8")
