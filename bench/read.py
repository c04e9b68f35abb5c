"""How fast documents are read, beside the time it takes merely to get the main text out of the same pages.

    python -m bench.read FOLDER [--documents 300] [--most 10000] [--reader NAME] [--write]

FOLDER holds documents of your own; the pages are made of their texts (bench/pages.py). `--write` puts the tables into
docs/performance.md. Times of one run are compared with one another, never with another run's; those of one process are
processor time, those of two the clock's.
"""

import argparse
import os
import re
import resource
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from trafilatura import bare_extraction

from bench import pages
from makegood import workflow
from makegood.config import Config
from makegood.model.document import Document
from makegood.reading import rules, story
from makegood.sources import locate

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
BLOCK = re.compile(r"(<!-- table of: python -m bench\.read -->\n).*?(<!-- end of the table -->)", re.DOTALL)
WARM = 10
SHORT = 4000
"""Characters of the longest story that the growth is measured with, so that ten thousand take minutes."""
_MEGA = 1024


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds for all documents and, where each was timed, milliseconds of the median one; peak memory in MB."""

    documents: int
    seconds: float
    middle: float = 0.0
    with_pledges: float = 0.0
    memory: float = 0.0

    @property
    def pace(self) -> float:
        """Documents a second."""
        return self.documents / self.seconds


def main() -> None:
    """Measure, print the table, and write it where asked."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder")
    arguments.add_argument("--documents", type=int, default=300)
    arguments.add_argument("--most", type=int, default=10_000)
    arguments.add_argument("--reader", default=Config().reader)
    arguments.add_argument("--write", action="store_true")
    given = arguments.parse_args()
    shown = table(pages.texts(given.folder, given.documents), given.most, given.reader)
    sys.stdout.write(shown)
    if given.write:
        PAGE.write_text(BLOCK.sub(lambda found: found[1] + shown + found[2], PAGE.read_text(encoding="utf-8")), "utf-8")


def table(stories: Sequence[str], most: int, reader: str) -> str:
    """All measurements as Markdown tables."""
    busy = f"Programs that wanted one of its {os.cpu_count()} processors when it began: {os.getloadavg()[0]:.1f}."
    with tempfile.TemporaryDirectory(prefix="makegood-bench-") as scratch:
        marked = pages.written(Path(scratch, "pages"), stories, ".html")
        plain = pages.written(Path(scratch, "texts"), stories, ".txt")
        idle = pages.written(Path(scratch, "idle"), pages.idle(len(stories)), ".txt")
        short = [s for s in stories if len(s) <= SHORT]
        sizes = [size for size in (100, 1_000, 10_000) if size <= most]
        grown = pages.written(Path(scratch, "many"), (short * (sizes[-1] // len(short) + 1))[: sizes[-1]], ".txt")
        tables = (_paces(marked, plain, reader), _single(plain, idle, reader), _growth(grown, sizes, reader))
        return "\n".join((f"Reader: {reader}. {busy}\n", *tables))


def _paces(marked: Sequence[str], plain: Sequence[str], reader: str) -> str:
    floor = _apart(bare, marked)
    rows = [("bare main-text extraction, one core", floor)]
    for what, refs in (("HTML pages", marked), ("plain text", plain)):
        rows += [
            (f"{what}: loaded, not read", _apart(loaded, refs)),
            (f"{what}: read, one core", _apart(read, refs, reader)),
            (f"{what}: read, one core, gates off", _apart(read_ungated, refs, reader)),
            (f"{what}: read, two cores", _apart(read_by_two, refs, reader)),
        ]
    lines = [f"| {what} | {took.pace:.0f} | {floor.seconds / took.seconds:.2f} |" for what, took in rows]
    head = f"| {floor.documents} documents | documents a second | speed, extraction = 1 |\n|---|---|---|\n"
    return head + "\n".join(lines) + "\n"


def _single(plain: Sequence[str], idle: Sequence[str], reader: str) -> str:
    """What one document takes at the median, beyond loading it."""
    busy, free, ungated = (_apart(read, plain, reader), _apart(read, idle, reader), _apart(read_ungated, idle, reader))
    rows = [
        ("with pledges", busy.with_pledges),
        ("any of the folder", busy.middle),
        ("3,000 characters without a trigger", free.middle),
        ("the same, gates off", ungated.middle),
    ]
    lines = [f"| {what} | {middle:.2f} | {middle / busy.middle:.3f} |" for what, middle in rows]
    head = "| one text, beyond loading it, at the median | ms | of any |\n|---|---|---|\n"
    return head + "\n".join(lines) + "\n"


def _growth(refs: Sequence[str], sizes: Sequence[int], reader: str) -> str:
    took = [_apart(read, refs[:size], reader) for size in sizes]
    first = took[0]
    lines = [
        f"| {t.documents:,} | {t.seconds / t.documents / (first.seconds / first.documents):.2f} | {t.memory:.0f} MB |"
        for t in took
    ]
    head = "| texts in one run | cost of each, beside the run of 100 | peak memory |\n|---|---|---|\n"
    return head + "\n".join(lines) + "\n"


def _apart(measure: Callable[..., Took], *arguments: object) -> Took:
    """The measurement in a process of its own, so that neither memory nor what is loaded is another's."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(measure, *arguments).result()


def bare(refs: Sequence[str]) -> Took:
    """Trafilatura alone, with the settings of makegood.sources.html."""
    markups = [Path(ref).read_text(encoding="utf-8") for ref in refs]

    def extract(markup: str) -> None:
        bare_extraction(markup, favor_precision=True, include_comments=False, include_tables=True)

    for markup in markups[:WARM]:
        extract(markup)
    began = process_time()
    for markup in markups:
        extract(markup)
    return Took(len(refs), process_time() - began)


def loaded(refs: Sequence[str]) -> Took:
    """From files to documents."""
    _documents(refs[:WARM])
    began = process_time()
    return Took(len(_documents(refs)), process_time() - began)


def read(refs: Sequence[str], reader: str) -> Took:
    """From files to readings, one after the other, each reading timed."""
    for document in _documents(refs[:WARM]):
        workflow.read_document(reader, document)
    middle, with_pledges = [], []
    began = process_time()
    for located in locate(refs):
        for one in workflow.documents([located]):
            if isinstance(one, Document):
                started = process_time()
                step = workflow.read_document(reader, one)
                middle.append((process_time() - started) * 1000)
                pledged = isinstance(step, workflow.Read) and any(s.kind == "pledge" for s in step.reading.statements)
                with_pledges += middle[-1:] if pledged else []
    seconds = process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGA
    return Took(len(middle), seconds, median(middle), median(with_pledges or [0.0]), memory)


def read_ungated(refs: Sequence[str], reader: str) -> Took:
    """As `read`, with every gate open."""
    vars(story).update(opens=lambda *_: True)
    vars(rules).update(worth_reading=lambda _: True)
    return read(refs, reader)


def read_by_two(refs: Sequence[str], reader: str) -> Took:
    """By two processes, as `makegood read --jobs 2` does it, once both are under way."""
    steps = workflow.read(locate([*refs, *refs]), reader, jobs=2)
    for _ in refs:
        next(steps)
    began = perf_counter()
    return Took(len(list(steps)), perf_counter() - began)


def _documents(refs: Sequence[str]) -> list[Document]:
    return [d for located in locate(refs) for d in workflow.documents([located]) if isinstance(d, Document)]


if __name__ == "__main__":
    main()
