"""How well the trained state answers on the tenth set aside: questions of sums, and the roles of words.

python -m training.encoder.scores --text training/text --state roles.pt
"""

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import torch

from makegood.reading.encoder.labels import OUTLETS, ROLES
from training.encoder.bert import Bert
from training.encoder.examples import UNASKED, Anchor, Example, examples
from training.encoder.roles import Analyst, parts, scores


class Tally:
    """Right, made and wanted of each label."""

    def __init__(self) -> None:
        self.right, self.made, self.wanted = Counter[str](), Counter[str](), Counter[str]()

    def count(self, made: str, wanted: str) -> None:
        """One decision."""
        self.made[made] += 1
        self.wanted[wanted] += 1
        self.right[made] += made == wanted

    def lines(self) -> Iterable[str]:
        """Precision, recall and F1 of each label that is wanted."""
        for label in sorted(self.wanted):
            right, made, wanted = self.right[label], self.made[label], self.wanted[label]
            p, r = right / made if made else 0.0, right / wanted
            yield f"  {label:14} P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r) if p + r else 0:.3f} of {wanted}"


def judge(model: Analyst, example: Example, tallies: dict[str, Tally]) -> None:
    """Count every decision on one window."""
    p = example.pieces
    with torch.inference_mode():
        anchors, words, answers = (
            x[0] for x in model(torch.tensor([p.ids]), torch.tensor([p.shapes]), torch.ones(1, len(p)))
        )
    for anchor in example.anchors:
        _questions(anchor, answers[anchor.first : anchor.past].mean(0), tallies)
        rows = scores(anchors[None, anchor.first : anchor.past].mean(1, keepdim=True), words[None])[0, 0]
        if anchor.answers[0] and anchor.role in ("amount", "act"):
            _words(anchor, rows, tallies)


def _questions(anchor: Anchor, row: torch.Tensor, tallies: dict[str, Tally]) -> None:
    at = 0
    for question, choices, wanted in zip(OUTLETS, OUTLETS.values(), anchor.answers, strict=True):
        if wanted != UNASKED:
            made = int(row[at : at + len(choices)].argmax())
            tallies.setdefault(f"{question} of {anchor.role}", Tally()).count(choices[made], choices[wanted])
        at += len(choices)


def _words(anchor: Anchor, rows: torch.Tensor, tallies: dict[str, Tally]) -> None:
    made = rows.argmax(-1).tolist()
    for found, wanted in zip(made, anchor.roles, strict=True):
        if wanted != UNASKED:
            tallies.setdefault(f"pieces around {anchor.role}", Tally()).count(ROLES[found], ROLES[wanted])


def main() -> None:
    """Print the tables."""
    arguments = argparse.ArgumentParser(description=__doc__)
    for name in ("text", "state"):
        arguments.add_argument(f"--{name}", type=Path, required=True)
    given = arguments.parse_args()
    torch.set_num_threads(1)
    model = Analyst(Bert())
    model.load_state_dict(torch.load(given.state)["model"])
    model.eval()
    tallies: dict[str, Tally] = {}
    for passage in parts(given.text)[1]:
        for example in examples(passage, None):
            judge(model, example, tallies)
    for name, tally in sorted(tallies.items()):
        print(name, *tally.lines(), sep="\n")


if __name__ == "__main__":
    main()
