"""Bodies packed by `Content-Encoding`, unpacked piece by piece so that a small one cannot fill the memory."""

import zlib
from collections.abc import Iterable, Iterator

from makegood.errors import SourceError

_PIECE = 1 << 20
_GZIP = ("gzip", "x-gzip")
_GZIP_MAGIC = b"\x1f"


def unpacked(chunks: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """The body that `chunks` carry in a content encoding (gzip, deflate or none), at most `limit` bytes.

    Raises:
        SourceError: it is larger, in another encoding, cut short or damaged.
    """
    encoding = encoding.strip().lower()
    if encoding not in ("", "identity", "deflate", *_GZIP):
        raise SourceError(f"is packed as {encoding!r}, which is not read; save it unpacked", "unsupported")
    body = bytearray()
    try:
        for piece in chunks if encoding in ("", "identity") else _pieces(chunks, encoding):
            body += piece
            if len(body) > limit:
                raise SourceError(f"unpacks to more than {limit // 1_000_000} MB; refused", "too_large")
    except zlib.error as error:
        raise SourceError(f"its packed body is damaged ({error}); fetch it again", "broken") from error
    return bytes(body)


def _pieces(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """What the chunks unpack to, in pieces of at most a megabyte; gzip may have several members.

    Raises:
        zlib.error: the body is damaged.
        SourceError: it ends too early.
    """
    head, stream = b"", None
    for chunk in chunks:
        rest = head + chunk
        if stream is None and len(rest) < 2:
            head = rest
            continue
        stream, head = stream or zlib.decompressobj(_window(encoding, rest)), b""
        while rest:
            if stream.eof and (encoding == "deflate" or not rest.startswith(_GZIP_MAGIC)):
                return
            stream = zlib.decompressobj(_window(encoding, rest)) if stream.eof else stream
            yield stream.decompress(rest, _PIECE)
            rest = stream.unconsumed_tail or stream.unused_data
    if stream is not None:
        yield stream.flush()
    if head or (stream is not None and not stream.eof):
        raise SourceError(f"its {encoding} body ends too early; fetch it again", "truncated")


def _window(encoding: str, head: bytes) -> int:
    """Zlib's name for the form: gzip, or deflate with its header or, as some servers send it, without."""
    if encoding in _GZIP:
        return zlib.MAX_WBITS | 16
    has_header = head[0] & 0x0F == 8 and int.from_bytes(head[:2], "big") % 31 == 0
    return zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS
