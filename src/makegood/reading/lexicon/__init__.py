"""Words are data: every `*.toml` beside this file, loaded once and never at import."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> dict[str, frozenset[str]]:
    """The lists of `<name>.toml` as sets, by their keys."""
    return {key: frozenset(value) for key, value in table(name).items() if isinstance(value, list)}


@cache
def table(name: str) -> dict[str, object]:
    """`<name>.toml` as it is."""
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
