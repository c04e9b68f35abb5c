"""The peers' figures as they were measured last, from figures.json."""

from pathlib import Path

from evals.exams import ExamFigures
from makegood.model.frozen import Frozen

FILE = Path(__file__).with_name("figures.json")


class PeerFigures(Frozen):
    """How one peer answered one exam."""

    peer: str
    version: str
    exam: str
    figures: ExamFigures


class PeersFigures(Frozen):
    """All peers on all exams that they can answer."""

    peers: tuple[PeerFigures, ...]


def peers() -> tuple[PeerFigures, ...]:
    """The stored figures."""
    return PeersFigures.model_validate_json(FILE.read_bytes()).peers
