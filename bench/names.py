"""How well and how fast `same_name_score` tells organisations' names apart, on labelled pairs.

    python -m bench.names PAIRS.jsonl [--misses 20]

Lines: {"schema", "a", "b", "match"}; persons and vessels are left out.
"""

import argparse
import json
import sys
from pathlib import Path
from time import perf_counter

from makegood.resolution.names import SAME, same_name_score

ORGANISATIONS = {"Company", "Organization", "LegalEntity"}


def main() -> None:
    """Print precision, recall, F1 and the time a pair takes, then the pairs judged wrongly."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("pairs", type=Path)
    arguments.add_argument("--misses", type=int, default=0)
    given = arguments.parse_args()
    lines = given.pairs.read_text(encoding="utf-8").splitlines()
    pairs = [pair for line in lines if (pair := json.loads(line))["schema"] in ORGANISATIONS]
    same_name_score("Acme Corp.", "Acme Works")
    started = perf_counter()
    scores = [same_name_score(pair["a"], pair["b"]) for pair in pairs]
    took = (perf_counter() - started) / len(pairs) * 1e6
    judged = [(score >= SAME, pair["match"], score, pair) for score, pair in zip(scores, pairs, strict=True)]
    right = sum(said and true for said, true, *_ in judged)
    precision, recall = right / sum(j[0] for j in judged), right / sum(j[1] for j in judged)
    f1 = 2 * precision * recall / (precision + recall)
    out = [f"{len(pairs)} pairs: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}, {took:.0f} µs a pair"]
    wrong = [j for j in judged if j[0] != j[1]]
    out += [f"  {score:.2f} {'same' if true else 'other'}: {p['a']} | {p['b']}" for _, true, score, p in wrong][
        : given.misses
    ]
    sys.stdout.write("\n".join(out) + "\n")


if __name__ == "__main__":
    main()
