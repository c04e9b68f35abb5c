"""Floors: figures that must not fall. They rise with the reader (`--raise`) and fall only by hand, by name in a commit.

A floor holds for the very texts and labels it was set on: its set carries their digest. Where that has changed the
floors of the set hold no more, which is said, and `--raise` sets them anew. Floors stand on what was asked often
enough to mean something.
"""

import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.figures import KindFigures, SetFigures
from evals.measured import Measured

FILE = Path(__file__).with_name("floors.toml")
LEAST_CASES = 10
_ANY_CASE = frozenset(("seed",))
"""Sets in which a single case has a floor."""
_STEP = 1000
_HEAD = """\
# The least that each figure may be, by set or exam. `python -m evals --raise` lifts what is exceeded; lower one only
# by hand, and say why in the commit. `clean` is 1 minus false statements per document in which there are none.
"""

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Floors:
    """Set or exam → digest of what the floors were set on, and name of a figure → its floor."""

    digests: Mapping[str, str]
    least: Mapping[str, Figures]

    def of(self, name: str, digest: str) -> Figures:
        """The floors of a set or exam; none if they were set on other texts or labels."""
        return self.least.get(name, {}) if self.digests.get(name) == digest else {}


def figures_by_name(measured: Measured) -> dict[str, tuple[str, Figures]]:
    """Set or exam → its digest, and the figures that can have a floor."""
    sets = {name: (one.digest, dict(_of_set(name, one))) for name, one in measured.sets.items()}
    return sets | {name: (one.digest, {"value_f1": one.value_f1}) for name, one in measured.exams.items()}


def fallen(measured: Measured, floors: Floors) -> list[str]:
    """Each figure below its floor, in words."""
    return [
        f"{name}: {figure} is {figures.get(figure, 0):.3f}, its floor {floor:.3f}"
        for name, (digest, figures) in figures_by_name(measured).items()
        for figure, floor in floors.of(name, digest).items()
        if _floored(figures.get(figure, 0)) < floor
    ]


def changed(measured: Measured, floors: Floors) -> list[str]:
    """Sets and exams whose floors were set on other texts or labels."""
    found = figures_by_name(measured).items()
    return [name for name, (digest, _) in found if floors.digests.get(name, digest) != digest]


def raised(measured: Measured, floors: Floors) -> Floors:
    """The floors lifted to the measured figures; none is lowered while its texts and labels are the same."""
    digests, least = dict(floors.digests), dict(floors.least)
    for name, (digest, figures) in figures_by_name(measured).items():
        before = floors.of(name, digest)
        digests[name] = digest
        least[name] = before | {f: max(before.get(f, 0), _floored(value)) for f, value in figures.items()}
    return Floors(digests, least)


def load(path: Path = FILE) -> Floors:
    """The floors of a file; none if there is no file yet."""
    tables = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    digests = {name: table.pop("digest") for name, table in tables.items()}
    return Floors(digests, {name: dict(_flat(table)) for name, table in tables.items()})


def save(floors: Floors, path: Path = FILE) -> None:
    """Write floors as TOML, one a line."""
    tables = [
        "\n".join([f"[{name}]", f'digest = "{floors.digests[name]}"', *(f"{k} = {v}" for k, v in least.items())])
        for name, least in floors.least.items()
    ]
    path.write_text("\n\n".join([_HEAD.rstrip(), *tables]) + "\n", encoding="utf-8")


def _of_set(name: str, one: SetFigures) -> Iterator[tuple[str, float]]:
    least = 1 if name in _ANY_CASE else LEAST_CASES
    for kind, figures in one.kinds.items():
        if figures.right + figures.missed >= least:
            yield f"{kind}.precision", figures.precision
            yield f"{kind}.f1", figures.f1
        yield from _of_fields(kind, figures, least)
        if one.empty:
            yield f"{kind}.clean", max(0.0, 1 - figures.on_empty / one.empty)


def _of_fields(kind: str, figures: KindFigures, least: int) -> Iterator[tuple[str, float]]:
    return ((f"{kind}.fields.{name}", share.value) for name, share in figures.fields.items() if share.asked >= least)


def _floored(value: float) -> float:
    """Down to three digits, so that a floor never stands above its figure."""
    return math.floor(value * _STEP + 1e-6) / _STEP


def _flat(table: Mapping[str, object], head: str = "") -> Iterator[tuple[str, float]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{head}{name}.")
        elif isinstance(value, (int, float)):
            yield f"{head}{name}", float(value)
