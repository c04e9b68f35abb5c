"""Bytes as received, on disk or in memory, before anyone knows their format."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from makegood.errors import SourceError

LARGEST = 50_000_000
"""Bytes of one document; formats of many documents stream, so only each of theirs is bound by it."""
HEAD = 8192
"""Bytes that a format is told by."""


@dataclass(frozen=True, slots=True)
class Received:
    """One input's bytes: in `path` or in `data`. `url`, `charset` and `media_type` are its carrier's word."""

    ref: str
    path: Path | None = None
    data: bytes = b""
    url: str | None = None
    charset: str | None = None
    media_type: str | None = None

    @property
    def suffix(self) -> str:
        """The extension that the reference shows, lower case with its dot."""
        return Path((self.url or self.ref).split("?")[0].split("#")[0]).suffix.lower()

    def stream(self) -> BinaryIO:
        """A seekable stream from the start; the caller closes it."""
        return BytesIO(self.data) if self.path is None else self.path.open("rb")

    def head(self) -> bytes:
        """The first bytes."""
        with self.stream() as stream:
            return stream.read(HEAD)

    def content(self) -> bytes:
        """All bytes.

        Raises:
            SourceError: there are more than `LARGEST`.
        """
        with self.stream() as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise SourceError(f"is larger than {LARGEST // 1_000_000} MB; split it", "too_large")
        return data
