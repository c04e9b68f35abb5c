"""Bodies packed by `Content-Encoding`, unpacked piece by piece so that a small one cannot fill the memory."""

import zlib
from collections.abc import Iterable

from makegood.errors import SourceError

_PIECE = 1 << 20
_NONE = ("", "identity")
_GZIP = ("gzip", "x-gzip")


def unpacked(chunks: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """The body that `chunks` carry in a content encoding (gzip, deflate or none), at most `limit` bytes.

    Raises:
        SourceError: it is larger, in another encoding, or damaged.
    """
    body = bytearray()
    unpack = _unpacker(encoding.strip().lower())
    for chunk in chunks:
        for piece in unpack(chunk) if unpack else (chunk,):
            body += piece
            if len(body) > limit:
                raise SourceError(f"unpacks to more than {limit // 1_000_000} MB; refused", "too_large")
    if unpack and not unpack.is_complete:
        raise SourceError(f"its {encoding} body ends too early; fetch it again", "truncated")
    return bytes(body)


class _Unpacker:
    """Gives bounded pieces of what the chunks unpack to; tells deflate with and without its header."""

    def __init__(self, encoding: str) -> None:
        self.wbits = zlib.MAX_WBITS | 16 if encoding in _GZIP else zlib.MAX_WBITS
        self.may_be_raw = encoding == "deflate"
        self.stream = zlib.decompressobj(self.wbits)
        self.was_fed = False

    @property
    def is_complete(self) -> bool:
        """Whether the packed stream came to its end, or never began."""
        return self.stream.eof or not self.was_fed

    def __call__(self, chunk: bytes) -> Iterable[bytes]:
        """Pieces of at most a megabyte."""
        while chunk and not self.stream.eof:
            yield self._piece(chunk)
            self.was_fed = True
            chunk = self.stream.unconsumed_tail
            while self.stream.eof and (rest := self.stream.unused_data) and rest.startswith(b"\x1f\x8b"):
                chunk, self.stream = rest, zlib.decompressobj(self.wbits)

    def _piece(self, chunk: bytes) -> bytes:
        try:
            return self.stream.decompress(chunk, _PIECE)
        except zlib.error as error:
            if self.was_fed or not self.may_be_raw:
                raise SourceError(f"its packed body is damaged ({error}); fetch it again", "broken") from error
        self.may_be_raw, self.stream = False, zlib.decompressobj(-zlib.MAX_WBITS)
        return self._piece(chunk)


def _unpacker(encoding: str) -> _Unpacker | None:
    if encoding in _NONE:
        return None
    if encoding in (*_GZIP, "deflate"):
        return _Unpacker(encoding)
    raise SourceError(f"is packed as {encoding!r}, which is not read; save it unpacked", "unsupported")
