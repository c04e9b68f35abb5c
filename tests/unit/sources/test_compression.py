"""Packed bodies: all forms of gzip and deflate, and none that fills the memory."""

import gzip
import zlib
from collections.abc import Iterator

import pytest

from makegood.errors import SourceError
from makegood.sources.compression import unpacked

BODY = b"Three ports will spend $5 billion. " * 300


def _cut(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


def _raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize("size", [1, 7, 100_000])
@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("", BODY),
        ("identity", BODY),
        ("gzip", gzip.compress(BODY)),
        ("X-GZip", gzip.compress(BODY[:99]) + gzip.compress(BODY[99:])),
        ("deflate", zlib.compress(BODY)),
        ("deflate", _raw_deflate(BODY)),
    ],
)
def test_every_form_in_any_pieces(encoding: str, packed: bytes, size: int) -> None:
    assert unpacked(_cut(packed, size), encoding, len(BODY)) == BODY


def test_a_body_that_never_came_is_empty() -> None:
    assert unpacked([], "gzip", 10) == b""


@pytest.mark.parametrize(
    ("encoding", "packed", "code"),
    [
        ("gzip", gzip.compress(BODY)[:-20], "truncated"),
        ("gzip", b"no gzip at all", "broken"),
        ("deflate", b"\xff\xff no deflate", "broken"),
        ("br", b"", "unsupported"),
        ("gzip, gzip", b"", "unsupported"),
        ("", BODY + b"x", "too_large"),
        ("gzip", gzip.compress(BODY + b"x"), "too_large"),
    ],
)
def test_what_is_refused(encoding: str, packed: bytes, code: str) -> None:
    with pytest.raises(SourceError) as raised:
        unpacked([packed], encoding, len(BODY))
    assert raised.value.code == code


def test_a_bomb_is_stopped_within_a_piece_of_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = gzip.compress(b"\0" * 30_000_000)
    assert len(bomb) < 40_000
    pieces: list[int] = []
    real = zlib.decompressobj

    def counted(wbits: int) -> object:
        stream = real(wbits)

        class Stream:
            def __getattr__(self, name: str) -> object:
                return getattr(stream, name)

            def decompress(self, data: bytes, most: int) -> bytes:
                piece = stream.decompress(data, most)
                pieces.append(len(piece))
                return piece

        return Stream()

    monkeypatch.setattr(zlib, "decompressobj", counted)
    with pytest.raises(SourceError):
        unpacked([bomb], "gzip", 2_000_000)
    assert sum(pieces) <= 2_000_000 + 2 * (1 << 20)
