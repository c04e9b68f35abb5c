"""How well identity puts tellings together, and each pair that it gets wrong: python -m evals.pairs

python -m evals.pairs                       both parts; the figures of the test part are those that count
python -m evals.pairs errors --part tuning  each wrong pair, with its signs and weights
python -m evals.pairs fit                   weights fitted on the tuning part, to put into resolution/weights.py
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import get_args

from evals.pairs.figures import ONE, Pair, PairFigures, Part, figures, identity_of, of_part, pairs, put_together
from evals.pairs.fit import fit, weights_module
from evals.pairs.tellings import Telling, digest, tellings
from evals.sets import MissingTextError
from makegood.model.statement import PledgeStatement
from makegood.resolution.compare import reasons, score
from makegood.resolution.wording import money
from training.marked import MarkError


def main(arguments: Sequence[str]) -> int:
    """The exit code."""
    reads = argparse.ArgumentParser(prog="python -m evals.pairs", description=(__doc__ or "").partition("\n")[0])
    reads.add_argument("what", nargs="?", choices=("figures", "errors", "fit"), default="figures")
    reads.add_argument("--part", choices=get_args(Part), default="tuning")
    given = reads.parse_args(arguments)
    try:
        told = tellings()
    except (MissingTextError, MarkError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    match given.what:
        case "errors":
            print("\n".join(errors(of_part(told, given.part), told)))
        case "fit":
            print(weights_module(fit(of_part(told, "tuning"))))
        case _:
            found = put_together(told)
            for part in get_args(Part):
                print(line(part, figures(of_part(told, part), found, digest())))
    return 0


def line(part: str, of: PairFigures) -> str:
    """The figures of a part in two lines."""
    kinds = "   ".join(f"{kind} {right}/{asked}" for kind, (right, asked) in of.kinds.items())
    return (
        f"{part}: {sum(asked for _, asked in of.kinds.values()):,} pairs of {of.statements} tellings of "
        f"{of.undertakings} undertakings\n"
        f"  pairs: precision {of.precision:.3f}  recall {of.recall:.3f}   B-cubed: precision {of.b_precision:.3f}  "
        f"recall {of.b_recall:.3f}  F1 {of.b_cubed:.3f}\n  right: {kinds}"
    )


def errors(part: Sequence[Telling], told: Sequence[Telling]) -> Iterator[str]:
    """Each pair that is judged wrongly."""
    found, terms = put_together(told), identity_of(told).terms
    for pair in pairs(part):
        if (found[pair.one.id] == found[pair.other.id]) != (pair.kind in ONE):
            one, other = terms[pair.one.id], terms[pair.other.id]
            judged = "apart" if pair.kind in ONE else "one"
            yield f"{pair.kind}, judged {judged}, {score(one, other):.1f}: {_pair(pair)}"
            yield f"    {'; '.join(reasons(one, other))}"


def _pair(pair: Pair) -> str:
    return " | ".join(f"{one.of} {one.told.order[0]} {_words(one)}" for one in (pair.one, pair.other))


def _words(telling: Telling) -> str:
    statement = telling.told.statement
    if not isinstance(statement, PledgeStatement):
        return ""
    place = statement.recipient.place if statement.recipient else None
    what = (statement.promisor.name, statement.amount and money(statement.amount), place, statement.purpose)
    return ", ".join(str(one) for one in what if one)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
