"""JSON Lines of documents, and single .json files of the same shape. Streams: one line in memory."""

import json
from collections.abc import Iterator
from typing import BinaryIO

import orjson

from makegood.model.document import Document, digest
from makegood.sources.dates import partial_date
from makegood.sources.encoding import cleaned, decode
from makegood.sources.plain import Given, document
from makegood.sources.received import LARGEST, Received
from makegood.sources.unread import Unread

_SHAPE = 'no JSON object with "text" or "html"'


def documents(received: Received) -> Iterator[Document | Unread]:
    """The documents in the lines; a file that is one JSON value over many lines is read whole."""
    with received.stream() as stream:
        first = _line(stream)
        whole = first is not None and _loaded(first.removeprefix(b"\xef\xbb\xbf")) is None
    if whole:
        yield from _whole(received)
    else:
        yield from _lines(received)


def _lines(received: Received) -> Iterator[Document | Unread]:
    with received.stream() as stream:
        number = 0
        while (line := _line(stream)) != b"":
            number += 1
            ref = f"{received.ref}:{number}"
            if line is None:
                yield Unread.of(ref, "too_large", f"the line is larger than {LARGEST // 1_000_000} MB; split it")
            elif line.removeprefix(b"\xef\xbb\xbf").strip():
                yield from _one(ref, _loaded(line.removeprefix(b"\xef\xbb\xbf")), digest(line.rstrip(b"\r\n")))


def _line(stream: BinaryIO) -> bytes | None:
    """The next line, empty at the end, None for one that is too large (it is passed over)."""
    line = stream.readline(LARGEST + 1)
    if len(line) <= LARGEST:
        return line
    while line and not line.endswith(b"\n"):
        line = stream.readline(LARGEST)
    return None


def _whole(received: Received) -> Iterator[Document | Unread]:
    raw = received.content()
    value = _loaded(decode(raw, received.charset).encode(errors="replace"))
    if value is None and received.suffix in (".jsonl", ".ndjson"):
        yield from _lines(received)
        return
    many = isinstance(value, list)
    for number, one in enumerate(value if isinstance(value, list) else [value], start=1):
        yield from _one(f"{received.ref}:{number}" if many else received.ref, one, None if many else digest(raw))


def _loaded(line: bytes) -> object:
    """The JSON value of a line, None for what is no JSON. Lone surrogates, which orjson refuses, are let in."""
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError:
        pass
    try:
        return json.loads(line.decode("utf-8", errors="replace"))
    except (ValueError, RecursionError):
        return None


def _one(place: str, value: object, raw_digest: str | None) -> Iterator[Document | Unread]:
    """The document that one JSON value gives; `place` is file and line, for messages."""
    if not isinstance(value, dict):
        yield Unread.of(place, "bad_line", f"holds {_SHAPE}; mend or remove it")
        return
    text, markup = value.get("text"), value.get("html")
    ref = str(value.get("id") or value.get("url") or place)
    given = _given(value, raw_digest)
    if isinstance(text, str) and text.strip():
        yield document(ref, cleaned(text), given)
    elif isinstance(markup, str) and markup.strip():
        # trafilatura takes 0.4 s to import; lines of text do without
        from makegood.sources.html import page  # noqa: PLC0415

        yield page(ref, cleaned(markup), given)
    else:
        yield Unread.of(place, "bad_line", f"holds {_SHAPE}; mend or remove it")


def _given(value: dict[str, object], raw_digest: str | None) -> Given:
    return Given(
        url=_string(value.get("url")),
        title=_string(value.get("title")),
        byline=_names(value.get("byline")),
        publisher=_string(value.get("publisher")),
        published=partial_date(value.get("published"), "metadata"),
        raw_digest=raw_digest,
    )


def _string(value: object) -> str | None:
    return cleaned(value).strip() or None if isinstance(value, str) else None


def _names(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(name for part in values if (name := _string(part)))
