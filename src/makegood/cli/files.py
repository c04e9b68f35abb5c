"""Files that commands write: whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from makegood.errors import ConfigError


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A text file (UTF-8, line ends as given) that takes its place when the block has ended well.

    Raises:
        ConfigError: it cannot be written there.
    """
    if path.is_dir():
        raise ConfigError(f"{path} is a folder: name a file in it")
    # What is no file yet may be replaced; a device or pipe is written to as it is.
    part = path.with_name(f".{path.name}.part") if path.is_file() or not path.exists() else path
    try:
        with part.open("w", encoding="utf-8", errors="backslashreplace", newline="") as text:
            yield text
        if part != path:
            part.replace(path)
    except OSError as error:
        raise ConfigError(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        if part != path:
            part.unlink(missing_ok=True)
