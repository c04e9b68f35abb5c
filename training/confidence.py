"""Fit the weights of a promise's confidence on the labelled sets, by plain gradient descent on the log loss.

    python -m training.confidence            # prints the weights for src/makegood/reading/lexicon/confidence.toml

Fitted on `pages`, `wh` and every other text of `own`; the other half of `own` gives the error that is printed.
"""

import math
from collections.abc import Iterator, Sequence

from evals.calibration import reliability
from evals.readings import judge_set, read_set
from evals.sets import labelled_set
from makegood.model.statement import PledgeStatement
from makegood.reading import confidence, pledges
from makegood.reading.offers import Offer
from makegood.reading.story import Story

Row = tuple[dict[str, float], bool]
"""The signs of a promise that was read, and whether it was right."""
_ROUNDS, _RATE, _KEPT = 4000, 0.05, 0.001


def rows() -> Iterator[tuple[Row, bool]]:
    """Every promise with a sum in the labelled sets; True where it is of the half of `own` that is set aside."""
    seen: dict[tuple[str, int], dict[str, float]] = {}

    def noted(story: Story, offer: Offer) -> float:
        seen[story.document.id, offer.money.start] = confidence.signs(story, offer)
        return confidence.of_pledge(story, offer)

    pledges.of_pledge = noted  # type: ignore[attr-defined]
    for name in ("pages", "wh", "own"):
        texts = labelled_set(name)
        for number, judged in enumerate(judge_set(texts, read_set(texts))):
            for verdict in judged.verdicts:
                told = verdict.statement
                if isinstance(told, PledgeStatement) and told.amount:
                    found = seen[judged.document.id, told.evidence["amount"][0].start]
                    yield (found, verdict.label is not None), name == "own" and number % 2 == 1


def fit(learned: Sequence[Row]) -> dict[str, float]:
    """The weights of a logistic regression, slightly drawn to nought; `always` is its constant."""
    names = ["always", *learned[0][0]]
    table = dict.fromkeys(names, 0.0)
    for _ in range(_ROUNDS):
        slope = {name: _KEPT * table[name] for name in names}
        for signs, right in learned:
            error = (_confidence(table, signs) - right) / len(learned)
            slope["always"] += error
            for name, value in signs.items():
                slope[name] += error * value
        table = {name: table[name] - _RATE * slope[name] for name in names}
    return table


def _confidence(table: dict[str, float], signs: dict[str, float]) -> float:
    total = table["always"] + sum(table[name] * value for name, value in signs.items())
    return 1 / (1 + math.exp(-total))


def main() -> None:
    """Print the fitted weights and the calibration error on the half set aside."""
    found = list(rows())
    fitted = fit([row for row, aside in found if not aside])
    for name, weight in fitted.items():
        print(f"{name} = {weight:.3f}")
    judged = [(_confidence(fitted, signs), right) for (signs, right), aside in found if aside]
    print(f"# {len(found)} promises; calibration error aside {reliability(judged).error:.3f} ({len(judged)})")


if __name__ == "__main__":
    main()
