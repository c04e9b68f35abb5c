"""Bytes → text: byte order mark, then what is declared, then UTF-8, then a guess."""

import codecs
import re

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSED_ON = 65_536
_TOLERATED = 0.01
"""Share of a text that may be undecodable UTF-8 before another encoding is guessed."""
_WESTERN = 0.15
"""Share of bytes beyond ASCII up to which a text is in Western Europe's letters, and Windows wrote it."""
_ALTERED = re.compile("[\x00\ud800-\udfff]")
_NEWLINES = re.compile("\r\n?")
_CONTROLS = bytes(set(range(32)) - {8, 9, 10, 12, 13, 27})


def cleaned(text: str) -> str:
    """`text` without byte order mark, with `\\n` newlines, and U+FFFD for NUL and lone surrogates."""
    return _ALTERED.sub("\ufffd", _NEWLINES.sub("\n", text.removeprefix("\ufeff")))


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of `data`, cleaned; `declared` is the encoding that its carrier names, if any. Never fails."""
    for mark, wide in _MARKS:
        if data.startswith(mark):
            return cleaned(data[len(mark) :].decode(wide, errors="replace"))
    for name in filter(None, (_known(declared), "utf-8", _wide(data))):
        try:
            return cleaned(data.decode(name))
        except UnicodeDecodeError:
            continue
    return cleaned(_guessed(data))


def is_binary(head: bytes) -> bool:
    """Whether the first bytes of an input are no text in any encoding."""
    if not head or any(head.startswith(mark) for mark, _ in _MARKS) or _wide(head):
        return False
    return b"\0" in head or len(head.translate(None, _CONTROLS)) < 0.95 * len(head)


def _known(declared: str | None) -> str | None:
    """The codec for a declared name; as browsers do, Latin-1 and ASCII mean Windows-1252."""
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of mostly Latin text is zero."""
    head = data[:512]
    if len(head) < 8 or b"\0" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    if odd > 0.8 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.8 * half and odd < 0.1 * half else None


def _guessed(data: bytes) -> str:
    """UTF-8 with a few broken bytes stays UTF-8; else the likeliest encoding of a sample."""
    lenient = data.decode("utf-8", errors="replace")
    wide = sum(character > "\x7f" for character in lenient[:_GUESSED_ON])
    broken = lenient.count("\ufffd", 0, _GUESSED_ON)
    if broken <= max(1, _TOLERATED * len(lenient[:_GUESSED_ON])) and broken * 2 <= wide:
        return lenient
    if wide <= _WESTERN * len(lenient[:_GUESSED_ON]):
        return data.decode("cp1252", errors="replace")
    best = from_bytes(data[:_GUESSED_ON]).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")
