"""How fast and how large identity is: invented statements, ten a pledge, put together in batches of documents.

    python -m bench.identity                 # 20,000 statements of 2,000 pledges
    python -m bench.identity 20000 200000    # statements; the last line is the exponent by which time grows

Times are of resolution alone, on one core, without making the statements; memory is the process's largest.
"""

import math
import resource
import sys
import time
from collections.abc import Iterator
from itertools import islice, pairwise

from bench.tellings import PER_PLEDGE, documents
from makegood.model.statement import Statement
from makegood.resolution.identity import Identity
from makegood.resolution.told import Told

BATCH = 2_000
MORE = 25
"""So many documents are added one by one at the end."""

Batch = tuple[dict[str, list[Told[Statement]]], dict[str, int]]


def main(arguments: list[str]) -> None:
    """Measure each size and print."""
    sizes = [int(one) for one in arguments] or [20_000]
    took = [_measure(size) for size in sizes]
    for (few, short), (many, long) in pairwise(zip(sizes, took, strict=True)):
        _say(f"from {few:,} to {many:,}: time grows with exponent {math.log(long / short) / math.log(many / few):.2f}")


def _measure(size: int) -> float:
    identity, truth, spent = Identity(), dict[str, int](), 0.0
    for told, numbers in _batches(size // PER_PLEDGE):
        truth |= numbers
        began = time.process_time()
        identity.follow((), told)
        spent += time.process_time() - began
    began = time.process_time()
    found = {statement: pledge.id for pledge in identity.pledges() for statement in pledge.statements}
    spent += time.process_time() - began
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    _say(f"{len(truth):,} statements of {size // PER_PLEDGE:,} pledges: {spent:.1f} s, {largest:.0f} MiB at most")
    _say(f"  B-cubed of what was put together: {_b_cubed(found, truth)}")
    slowest = max(_one_more(identity, size))
    _say(f"  one more document, with the pledges it changes: {slowest * 1000:.0f} ms at most of {MORE}")
    return spent


def _one_more(identity: Identity, size: int) -> Iterator[float]:
    """Seconds for each of a few documents on pledges that are known."""
    for document, told, _ in islice(documents(size // PER_PLEDGE), MORE):
        identity.follow([document], {})
        began = time.process_time()
        changes = identity.follow((), {document: told})
        for pledge in changes.pledges:
            identity.pledge(pledge)
        yield time.process_time() - began


def _batches(pledges: int) -> Iterator[Batch]:
    coming = documents(pledges)
    while batch := list(islice(coming, BATCH)):
        told = {document: list(statements) for document, statements, _ in batch}
        yield told, {one.id: n for _, statements, numbers in batch for one, n in zip(statements, numbers, strict=True)}


def _b_cubed(found: dict[str, str], truth: dict[str, int]) -> str:
    """Precision, recall and F1 over statements."""
    both: dict[tuple[str, int], int] = {}
    ours: dict[str, int] = {}
    theirs: dict[int, int] = {}
    for statement, number in truth.items():
        pledge = found[statement]
        both[pledge, number] = both.get((pledge, number), 0) + 1
        ours[pledge] = ours.get(pledge, 0) + 1
        theirs[number] = theirs.get(number, 0) + 1
    precision = sum(n * n / ours[pledge] for (pledge, _), n in both.items()) / len(truth)
    recall = sum(n * n / theirs[number] for (_, number), n in both.items()) / len(truth)
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {2 * precision * recall / (precision + recall):.3f}"


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
