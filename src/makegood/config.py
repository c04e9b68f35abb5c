"""The one configuration: `makegood.toml`, then the environment (secrets and the ledger's URL only)."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from pydantic import Field, ValidationError

from makegood.errors import ConfigError
from makegood.model.frozen import Frozen

FILE = "makegood.toml"
LEDGER_URL = "MAKEGOOD_LEDGER_URL"


class Config(Frozen):
    """All settings. A command-line option wins over the environment, that over the file, that over these.

    `ledger` is a path or a database URL; `reader` the plug-in that reads; `jobs` worker processes, 0 for
    one a core; `batch` documents written to the ledger at a time; `by` who judges, a person's name.
    """

    ledger: str = "makegood.sqlite"
    reader: str = "hybrid"
    jobs: int = Field(default=0, ge=0)
    batch: int = Field(default=100, ge=1)
    by: str | None = None

    @property
    def workers(self) -> int:
        """Worker processes to use."""
        return self.jobs or os.cpu_count() or 1

    @classmethod
    def load(cls, path: Path | None = None, environment: Mapping[str, str] | None = None) -> Self:
        """Settings from `path` (or ./makegood.toml, if there is one) and `environment` (or the process's).

        Raises:
            ConfigError: the file is missing, is no TOML, or holds a setting that is unknown or cannot be used.
        """
        settings = _settings(path)
        url = (os.environ if environment is None else environment).get(LEDGER_URL)
        if url:
            settings["ledger"] = url
        try:
            return cls.model_validate(settings)
        except ValidationError as error:
            raise ConfigError(_first(error, path)) from error


def _settings(path: Path | None) -> dict[str, object]:
    file = path or Path(FILE)
    if path is None and not file.exists():
        return {}
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"the configuration {file} cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"the configuration {file} is not TOML: {error}") from error


def _first(error: ValidationError, path: Path | None) -> str:
    problem = error.errors()[0]
    name = ".".join(str(part) for part in problem["loc"])
    if problem["type"] == "extra_forbidden":
        return f"{path or FILE}: no setting is called {name!r}; known: {', '.join(Config.model_fields)}"
    return f"{path or FILE}: {name}: {problem['msg']}"
