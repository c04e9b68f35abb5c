"""First stage: the encoder learns names and sentence structure from open treebanks before it sees a promise.

    python -m training.encoder.syntax --data DIR --base model.safetensors --out syntax.pt

`--data` holds `clean_train.json` ([words, BIO labels]) and `P_parse_train.json` ([words, XPOS, UPOS, heads, labels,
lemmas]); their sources and licences stand in the model card. One pass over one core takes some 12 minutes.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from makegood.reading.encoder.shapes import shape
from makegood.reading.encoder.windows import OPENS, PARTS
from makegood.reading.encoder.wordpieces import word_pieces
from training.encoder.batches import batches, padded
from training.encoder.bert import WIDTH, Bert

_ARC, _LABEL, _IGNORED = 256, 96, -100
_LONGEST = 160


class Sentence(NamedTuple):
    """Piece ids and shapes, the first piece of each word (the root first), and the rows to learn."""

    ids: list[int]
    shapes: list[int]
    firsts: list[int]
    targets: tuple[list[int], ...]


class Syntax(nn.Module):
    """Heads over the encoder: name labels of words, parts of speech, and the head and label of each arc."""

    def __init__(self, encoder: Bert, names: int, parts: int, labels: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.names, self.parts = nn.Linear(WIDTH, names), nn.Linear(WIDTH, parts)
        self.arc_head, self.arc_dependent = nn.Linear(WIDTH, _ARC), nn.Linear(WIDTH, _ARC)
        self.label_head, self.label_dependent = nn.Linear(WIDTH, _LABEL), nn.Linear(WIDTH, _LABEL)
        self.arc = nn.Parameter(nn.init.xavier_uniform_(torch.zeros(_ARC + 1, _ARC)))
        self.label = nn.Parameter(nn.init.xavier_uniform_(torch.zeros(labels, _LABEL + 1, _LABEL + 1)))

    def words(self, ids: Tensor, shapes: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        """The vector of each word's first piece."""
        x = functional.dropout(self.encoder(ids, shapes, mask), 0.1, self.training)
        return torch.gather(x, 1, firsts[:, :, None].expand(-1, -1, WIDTH))

    def loss(self, words: Tensor, parts: Tensor, heads: Tensor, labels: Tensor, known: Tensor) -> Tensor:
        """Of parts of speech, arcs and arc labels together."""
        made = [functional.dropout(functional.relu(h(words)), 0.2, self.training)
                for h in (self.arc_head, self.arc_dependent, self.label_head, self.label_dependent)]  # fmt: skip
        head, dependent, label_head, label_dependent = made
        arcs = torch.einsum("bim,mn,bjn->bij", _one(dependent), self.arc, head) / 16
        arcs = arcs.masked_fill(~known[:, None, :], -1e4)
        of_head = torch.gather(_one(label_head), 1, heads.clamp(min=0)[:, :, None].expand(-1, -1, _LABEL + 1))
        rows = torch.einsum("bin,rnm,bim->bir", _one(label_dependent), self.label, of_head)
        return _loss(self.parts(words), parts) + _loss(arcs, heads) + _loss(rows, labels)


def _one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


def _loss(rows: Tensor, targets: Tensor) -> Tensor:
    return functional.cross_entropy(
        rows.float().reshape(-1, rows.shape[-1]), targets.reshape(-1), ignore_index=_IGNORED
    )


def read(words: Sequence[str], *rows: Sequence[int]) -> Sentence | None:
    """One sentence with its targets, None if it is too long; the root is the piece that opens every text."""
    ids, shapes, firsts = [OPENS], [0], [0]
    for word in words:
        firsts.append(len(ids))
        for part, found in word_pieces(word, 0, len(word)):
            ids += [i for i, _, _ in found]
            shapes += [shape(part)] * len(found)
    ids.append(PARTS)
    if len(ids) > _LONGEST:
        return None
    return Sentence(ids, [*shapes, 0], firsts, tuple([_IGNORED, *row] for row in rows))


def endless(sentences: list[Sentence], size: int, chance: random.Random) -> Iterator[list[Sentence]]:
    """Batches of sentences for ever, newly shuffled each time round."""
    while True:
        for batch in batches([len(s.ids) for s in sentences], size, chance):
            yield [sentences[k] for k in batch]


def step(model: Syntax, batch: list[Sentence]) -> Tensor:
    """The loss of one batch of either kind."""
    ids, shapes = padded([s.ids for s in batch]), padded([s.shapes for s in batch])
    mask = padded([[1] * len(s.ids) for s in batch])
    firsts = padded([s.firsts for s in batch])
    known = padded([[1] * len(s.firsts) for s in batch]).bool()
    rows = [padded(list(column), _IGNORED) for column in zip(*(s.targets for s in batch), strict=True)]
    words = model.words(ids, shapes, mask, firsts)
    if len(rows) == 1:
        return _loss(model.names(words), rows[0])
    return model.loss(words, rows[0], rows[1], rows[2], known)


def main() -> None:
    """Train and write the encoder's state."""
    arguments = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "base", "out"):
        arguments.add_argument(f"--{name}", type=Path, required=True)
    arguments.add_argument("--passes", type=float, default=2.0)
    arguments.add_argument("--threads", type=int, default=1)
    given = arguments.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(given.threads)
    chance = random.Random(1)
    named = json.loads((given.data / "clean_train.json").read_text())
    parsed = json.loads((given.data / "P_parse_train.json").read_text())
    names, parts, labels = (
        {v: k for k, v in enumerate(sorted({x for row in rows for x in row}))}
        for rows in ([r[1] for r in named], [r[1] for r in parsed], [r[4] for r in parsed])
    )
    ner = [s for w, t in named if (s := read(w, [names[x] for x in t]))]
    trees = [s for w, x, _, h, d, _ in parsed if (s := read(w, [parts[p] for p in x], h, [labels[p] for p in d]))]
    model = Syntax(Bert.pretrained(given.base), len(names), len(parts), len(labels))
    size = 32
    plan = [ner] * int(given.passes * len(ner) / size) + [trees] * int(given.passes * len(trees) / size)
    chance.shuffle(plan)
    feeds = {id(ner): endless(ner, size, chance), id(trees): endless(trees, size, chance)}
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4, weight_decay=0.01)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / (0.06 * len(plan))) * max(0.0, 1 - s / len(plan))
    )
    begun, total = time.monotonic(), 0.0
    for number, kind in enumerate(plan, 1):
        loss = step(model, next(feeds[id(kind)]))
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        rate.step()
        optimizer.zero_grad()
        total += loss.item()
        if number % 100 == 0:
            print(f"{number}/{len(plan)} loss {total / 100:.3f} {time.monotonic() - begun:.0f} s", flush=True)
            total = 0.0
            torch.save(model.encoder.state_dict(), given.out)
    torch.save(model.encoder.state_dict(), given.out)


if __name__ == "__main__":
    main()
