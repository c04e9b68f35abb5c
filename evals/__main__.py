"""Read every labelled set with the shipped reader and print how well: python -m evals

    python -m evals                                        kinds, fields, exams and confidence, beside their floors
    python -m evals --set pages --set own                  some sets alone (pages, wh, own, seed, exams)
    python -m evals --keep                                 also store the figures; README and diagram are made of them
    python -m evals --raise                                also lift floors that are exceeded; never lowers one
    python -m evals errors --kind pledge --set pages       each error: missed, false, wrong field
    python -m evals readme                                 the README's table, from the stored figures

Exit code 1: a figure is below its floor, or the reader failed on a text. docs/method/evaluation.md explains all of it.
"""

import argparse
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from evals import floors
from evals.diagram import diagram
from evals.errors import Wanted, errors
from evals.labels import KINDS
from evals.measured import Measured, keep, measure, stored
from evals.peers.figures import peers
from evals.readings import DEFAULT_READER, judge_set, read_set
from evals.readme import table
from evals.sets import ROOT, SETS, MissingTextError, labelled_set
from evals.tables import calibration_lines, lines, reliabilities
from makegood.errors import MakegoodError
from training.marked import MarkError

DIAGRAM = Path("docs/method/calibration.svg")


def main(arguments: Sequence[str]) -> int:
    """The exit code."""
    given = _given(arguments)
    try:
        match given.what:
            case "readme":
                print(table(stored(), peers()))
            case "errors":
                _list_errors(given)
            case _:
                return _measure(given)
    except (MakegoodError, MarkError, MissingTextError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _given(arguments: Sequence[str]) -> argparse.Namespace:
    reads = argparse.ArgumentParser(prog="python -m evals", description=(__doc__ or "").partition("\n")[0])
    reads.add_argument("what", nargs="?", choices=("figures", "errors", "readme"), default="figures")
    reads.add_argument("--set", action="append", choices=(*SETS, "exams"), help="this set alone; may be repeated")
    reads.add_argument("--reader", default=DEFAULT_READER, help="a reader plug-in (%(default)s)")
    reads.add_argument(
        "--keep", action="store_true", help="store the figures, write the README's table and the diagram"
    )
    reads.add_argument("--raise", dest="lift", action="store_true", help="lift floors to the figures; implies --keep")
    listing = reads.add_argument_group("errors")
    listing.add_argument("--kind", choices=KINDS, default="pledge")
    listing.add_argument("--id", action="append", default=[], help="this document alone; may be repeated")
    listing.add_argument("--only", help="missed, false, fields, or the name of a field")
    return reads.parse_args(arguments)


def _list_errors(given: argparse.Namespace) -> None:
    for name in given.set or SETS:
        texts = labelled_set(name)
        judged = judge_set(texts, read_set(texts, given.reader))
        print("\n".join(errors(texts, judged, Wanted(given.kind, frozenset(given.id), given.only))))


def _measure(given: argparse.Namespace) -> int:
    measured, missing = measure(given.set or (*SETS, "exams"), given.reader)
    least = floors.load()
    print("\n".join([*lines(measured, least), *calibration_lines(measured)]))
    failed = [f"{name}: the reader failed on {ref}" for name, one in measured.sets.items() for ref in one.crashed]
    failed += [f"{name}: a quote is not the text at its place" for name, one in measured.sets.items() if not one.exact]
    failed += floors.fallen(measured, least)
    changed = [f"{name}: its floors are of other texts or labels; --raise sets them anew"
               for name in floors.changed(measured, least)]  # fmt: skip
    for line in (*missing, *changed, *failed):
        print(line, file=sys.stderr)
    if given.lift:
        floors.save(floors.raised(measured, least))
    if given.keep or given.lift:
        _keep(measured.over(stored()))
    return 1 if failed else 0


def _keep(measured: Measured) -> None:
    """Store the figures and write what is made of them."""
    keep(measured)
    (ROOT / DIAGRAM).write_text(diagram(reliabilities(measured)), encoding="utf-8")
    subprocess.run([sys.executable, str(ROOT / "docs" / "write_readme.py")], check=True)


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `| head` ends a listing quietly
    sys.exit(main(sys.argv[1:]))
