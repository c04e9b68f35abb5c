"""The BERT encoder in plain torch: MiniLM-L6 with an embedding of each word's case, which its vocabulary forgets."""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH = 384
SHAPES = 8
_DROP = 0.1
_RENAMED = (
    ("bert.", ""),
    ("embeddings.word_embeddings", "words"),
    ("embeddings.position_embeddings", "positions"),
    ("embeddings.token_type_embeddings", "kinds"),
    ("embeddings.LayerNorm", "norm"),
    ("encoder.layer", "layers"),
    ("attention.self.query", "query"),
    ("attention.self.key", "key"),
    ("attention.self.value", "value"),
    ("attention.output.dense", "mixed"),
    ("attention.output.LayerNorm", "norm_mixed"),
    ("intermediate.dense", "wide"),
    ("output.dense", "narrow"),
    ("output.LayerNorm", "norm_out"),
)


class Layer(nn.Module):
    """One transformer layer: attention and a feed-forward net, each with its residual."""

    def __init__(self, width: int = WIDTH, heads: int = 12, wide: int = 1536) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.mixed = (nn.Linear(width, width) for _ in range(4))
        self.norm_mixed = nn.LayerNorm(width, eps=1e-12)
        self.wide, self.narrow = nn.Linear(width, wide), nn.Linear(wide, width)
        self.norm_out = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, hidden: Tensor) -> Tensor:
        """`x` batch x pieces x width; `hidden` is added to the attention scores, very negative at padding."""
        size, length, width = x.shape
        query, key, value = (
            part(x).view(size, length, self.heads, -1).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        scores = query @ key.transpose(-1, -2) / math.sqrt(width // self.heads) + hidden
        seen = functional.dropout(torch.softmax(scores, -1), _DROP, self.training) @ value
        seen = seen.transpose(1, 2).reshape(size, length, width)
        x = self.norm_mixed(x + functional.dropout(self.mixed(seen), _DROP, self.training))
        return self.norm_out(x + functional.dropout(self.narrow(functional.gelu(self.wide(x))), _DROP, self.training))


class Bert(nn.Module):
    """Piece ids and word shapes to one vector a piece."""

    def __init__(self, words: int = 30522, layers: int = 6, positions: int = 512) -> None:
        super().__init__()
        self.words, self.positions = nn.Embedding(words, WIDTH), nn.Embedding(positions, WIDTH)
        self.kinds, self.norm = nn.Embedding(2, WIDTH), nn.LayerNorm(WIDTH, eps=1e-12)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.layers = nn.ModuleList([Layer() for _ in range(layers)])

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """Batch x pieces (int64, int64, 1 where there is a piece) to batch x pieces x width."""
        place = torch.arange(ids.shape[1], device=ids.device)[None]
        x = self.norm(self.words(ids) + self.positions(place) + self.kinds.weight[0] + self.shapes(shapes))
        x = functional.dropout(x, _DROP, self.training)
        hidden = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, hidden)
        return x

    @classmethod
    def pretrained(cls, weights: Path) -> "Bert":
        """The encoder with the weights of a MiniLM `model.safetensors`; the shapes start at nought."""
        made = cls()
        state = {}
        for name, value in load_file(weights).items():
            if "pooler" in name or "position_ids" in name:
                continue
            state[_renamed(name)] = value
        state["shapes.weight"] = made.shapes.weight.data
        made.load_state_dict(state)
        return made


def _renamed(name: str) -> str:
    for old, new in _RENAMED:
        name = name.replace(old, new)
    return name
