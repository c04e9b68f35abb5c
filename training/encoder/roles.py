"""Second stage: from our marked text the encoder learns what an anchor is of and what the words around it are to it.

    python -m training.encoder.roles --text training/text --start syntax.pt --out roles.pt

Seeded; `--resume` goes on from the last pass that was written. The tenth marked `test` is never trained on.
"""

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from makegood.reading.encoder.labels import OUTLETS, RANK, ROLES
from training.encoder.batches import batches, padded
from training.encoder.bert import WIDTH, Bert
from training.encoder.examples import UNASKED, Example, beside, examples
from training.marked import Passage, read_folder
from training.texts import as_json

WEIGHTS = {"kind": 1.5, "stage": 1.0, "what": 0.5, "certainty": 0.5, "speaker": 0.5, "age": 0.5}
"""What each question counts for in the loss, the roles of words counting 2."""


class Analyst(nn.Module):
    """The encoder with what ONNX exports: anchors' and words' sides of each role, and answers for each piece."""

    def __init__(self, encoder: Bert) -> None:
        super().__init__()
        self.encoder = encoder
        self.anchors, self.words = (nn.Linear(WIDTH, len(ROLES) * RANK) for _ in range(2))
        self.deep = nn.Linear(WIDTH, WIDTH)
        self.answers = nn.Linear(WIDTH, sum(map(len, OUTLETS.values())))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Batch x pieces x (roles * RANK) twice, batch x pieces x all answers."""
        x = functional.dropout(self.encoder(ids, shapes, mask), 0.1, self.training)
        deep = functional.dropout(functional.gelu(self.deep(x)), 0.1, self.training)
        return self.anchors(x), self.words(x), self.answers(deep)


def scores(anchors: Tensor, words: Tensor) -> Tensor:
    """How well each piece plays each role for each anchor.

    Batch x anchors x (roles * RANK) and batch x pieces x (roles * RANK) to batch x anchors x pieces x roles.
    """
    size, length, _ = words.shape
    sides = anchors.view(size, -1, len(ROLES), RANK), words.view(size, length, len(ROLES), RANK)
    return torch.einsum("bnrd,btrd->bntr", *sides) / RANK**0.5


def means(batch: Sequence[Example], length: int) -> Tensor:
    """Batch x anchors x pieces: what makes of pieces the mean over each anchor's own."""
    made = torch.zeros(len(batch), max(len(e.anchors) for e in batch), length)
    for row, example in enumerate(batch):
        for column, anchor in enumerate(example.anchors):
            made[row, column, anchor.first : anchor.past] = 1 / (anchor.past - anchor.first)
    return made


def loss(model: Analyst, batch: Sequence[Example]) -> Tensor:
    """Cross entropy of every question and of the role of every piece."""
    ids = padded([e.pieces.ids for e in batch])
    mask = padded([[1] * len(e.pieces) for e in batch])
    anchors, words, answers = model(ids, padded([e.pieces.shapes for e in batch]), mask)
    mean = means(batch, ids.shape[1])
    asked = [len(e.anchors) for e in batch]
    rows = scores(mean @ anchors, words)
    told = torch.cat([rows[k, :n] for k, n in enumerate(asked)])
    wanted_roles = padded([a.roles for e in batch for a in e.anchors], UNASKED)
    wide = nn.functional.pad(wanted_roles, (0, ids.shape[1] - wanted_roles.shape[1]), value=UNASKED)
    total = 2 * functional.cross_entropy(told.flatten(0, 1), wide.flatten(), ignore_index=UNASKED, weight=_ROLE_WEIGHTS)
    table = torch.cat([(mean[k, :n] @ answers[k]) for k, n in enumerate(asked)])
    wanted = torch.tensor([a.answers for e in batch for a in e.anchors])
    at = 0
    for column, (question, choices) in enumerate(OUTLETS.items()):
        if (wanted[:, column] != UNASKED).any():
            part = functional.cross_entropy(
                table[:, at : at + len(choices)], wanted[:, column], ignore_index=UNASKED, label_smoothing=0.05
            )
            total = total + WEIGHTS[question] * part
        at += len(choices)
    return total


_ROLE_WEIGHTS = torch.tensor([0.5] + [1.0] * (len(ROLES) - 1))


def parts(folder: Path) -> tuple[list[Passage], list[Passage]]:
    """The passages to learn from and the tenth set aside."""
    made: dict[str, list[Passage]] = {"train": [], "test": []}
    for passage in read_folder(folder):
        made[as_json(passage)["part"]].append(passage)
    return made["train"], made["test"]


def main() -> None:
    """Train, writing the state after each pass."""
    arguments = argparse.ArgumentParser(description=__doc__)
    for name in ("text", "start", "out"):
        arguments.add_argument(f"--{name}", type=Path, required=True)
    arguments.add_argument("--passes", type=int, default=8)
    arguments.add_argument("--rate", type=float, default=1e-4)
    arguments.add_argument("--threads", type=int, default=1)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--resume", action="store_true")
    given = arguments.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    encoder = Bert()
    encoder.load_state_dict(torch.load(given.start))
    model = Analyst(encoder)
    encoder.words.weight.requires_grad_(False)
    slow = [p for n, p in model.named_parameters() if n.startswith("encoder") and p.requires_grad]
    fast = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    optimizer = torch.optim.AdamW(
        [{"params": slow}, {"params": fast, "lr": given.rate * 5}], lr=given.rate, weight_decay=0.01
    )
    begun, first = time.monotonic(), 0
    if given.resume and given.out.exists():
        kept = torch.load(given.out)
        model.load_state_dict(kept["model"])
        optimizer.load_state_dict(kept["optimizer"])
        first = kept["pass"] + 1
    for number in range(first, given.passes):
        chance = random.Random(given.seed * 1000 + number)
        made = [e for p in beside(parts(given.text)[0], chance) for e in examples(p, chance) if e.anchors]
        order = list(batches([len(e.pieces) for e in made], 16, chance))
        total = 0.0
        model.train()
        for at, batch in enumerate(order):
            _slow_down(optimizer, given.rate, (number + at / len(order)) / given.passes)
            value = loss(model, [made[k] for k in batch])
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            total += value.item()
        print(
            f"pass {number + 1}: {len(made)} windows, loss {total / len(order):.3f}, {time.monotonic() - begun:.0f} s",
            flush=True,
        )
        torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "pass": number}, given.out)


def _slow_down(optimizer: torch.optim.Optimizer, rate: float, done: float) -> None:
    """Warm up over the first twentieth, then go down to nought in a straight line."""
    factor = min(1.0, done / 0.05 + 0.01) * (1 - done)
    for group, base in zip(optimizer.param_groups, (rate, rate * 5), strict=True):
        group["lr"] = base * factor


if __name__ == "__main__":
    main()
