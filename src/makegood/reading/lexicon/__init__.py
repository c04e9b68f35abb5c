"""Words are data: every `*.toml` beside this file, loaded once and never at import.

A file holds lists of words (`words`), single words with what each stands for (`meanings`), short
rows (`rows`), or the weights and the threshold of a table of signs (`weights`, `threshold`).
"""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> dict[str, object]:
    """`<name>.toml` as it is."""
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str) -> dict[str, frozenset[str]]:
    """The lists of `<name>.toml` as sets, by their keys."""
    return {key: frozenset(value) for key, value in table(name).items() if isinstance(value, list)}


@cache
def rows(name: str) -> dict[str, tuple[str, ...]]:
    """The lists of `<name>.toml` in their order, by their keys."""
    return {key: tuple(value) for key, value in table(name).items() if isinstance(value, list)}


@cache
def meanings(name: str) -> dict[str, str]:
    """The single words of `<name>.toml` and what each stands for."""
    return {key: value for key, value in table(name).items() if isinstance(value, str)}


@cache
def weights(name: str) -> dict[str, float]:
    """The `[weights]` of `<name>.toml` by sign; empty where it has none."""
    section = table(name).get("weights", {})
    return {sign: float(weight) for sign, weight in section.items()} if isinstance(section, dict) else {}


@cache
def threshold(name: str) -> float:
    """From which sum of weights on the signs of `<name>.toml` say yes.

    Raises:
        KeyError: the file states no threshold.
    """
    return float(str(table(name)["threshold"]))


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of `<name>.txt`."""
    return tuple((files(__package__) / f"{name}.txt").read_text(encoding="utf-8").splitlines())
