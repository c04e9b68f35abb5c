"""Padded batches of about one length, in an order that a seed decides."""

import random
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor


def batches(lengths: Sequence[int], size: int, chance: random.Random | None) -> Iterator[list[int]]:
    """Indexes in batches: shuffled, then sorted by length within 50 batches; without `chance` by length alone."""
    order = list(range(len(lengths)))
    if chance is None:
        order.sort(key=lambda k: lengths[k])
        yield from (order[i : i + size] for i in range(0, len(order), size))
        return
    chance.shuffle(order)
    pool = size * 50
    order = [k for i in range(0, len(order), pool) for k in sorted(order[i : i + pool], key=lambda k: lengths[k])]
    made = [order[i : i + size] for i in range(0, len(order), size)]
    chance.shuffle(made)
    yield from made


def padded(rows: Sequence[Sequence[int]], fill: int = 0) -> Tensor:
    """Rows of whole numbers as one int64 matrix."""
    width = max(map(len, rows))
    return torch.tensor([[*row, *[fill] * (width - len(row))] for row in rows])
