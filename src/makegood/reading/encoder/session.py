"""The shipped encoder: loaded once, on first use, and run one window at a time on one thread.

One window at a time, because int8 scales are taken from all that is run together: so an answer can depend neither on
how windows are batched nor on how many threads there are (docs/decisions).
"""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime

from makegood.reading.encoder.labels import RANK, ROLES
from makegood.reading.encoder.windows import Pieces

Matrix = npt.NDArray[np.float32]


class Sides(NamedTuple):
    """For each piece of a window: its sides as anchor and as word (pieces x roles x RANK), and all answers."""

    anchors: Matrix
    words: Matrix
    answers: Matrix


def _file(name: str) -> bytes:
    return files("makegood.reading.encoder").joinpath("model", name).read_bytes()


@cache
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(_file("analyst.onnx"), options, providers=["CPUExecutionProvider"])


def run(window: Pieces) -> Sides:
    """What the encoder makes of one window."""
    ids = np.array([window.ids], dtype=np.int64)
    shapes = np.array([window.shapes], dtype=np.int64)
    anchors, words, answers = _session().run(None, {"ids": ids, "shapes": shapes})
    size = (len(window), len(ROLES), RANK)
    return Sides(anchors[0].reshape(size), words[0].reshape(size), answers[0])
