"""WARC archives, plain or gzipped, streamed: one document for each page that was answered with success."""

import zlib
from collections.abc import Iterator
from importlib.metadata import version
from io import SEEK_END, BytesIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType
from resiliparse.parse.html import HTMLTree

from makegood.errors import SourceError
from makegood.model.document import Document, digest
from makegood.sources.compression import unpacked
from makegood.sources.encoding import decode
from makegood.sources.extractors import PLAIN
from makegood.sources.html import FEW, declared_charset
from makegood.sources.metadata import Declared
from makegood.sources.plain import Given, document
from makegood.sources.received import LARGEST, Received
from makegood.sources.unread import Unread
from makegood.sources.visible import main_text

_GZIP = b"\x1f\x8b"
_END = b"\r\n\r\n"
_CHUNK = 1 << 20
_PAGES = ("text/html", "application/xhtml+xml")


def documents(received: Received) -> Iterator[Document | Unread]:
    """The pages of an archive; ends with `Unread` where the archive is damaged or cut short."""
    # fastwarc panics on a stream that cannot seek, so it is given a path or bytes in memory.
    source = BytesIO(received.content()) if received.path is None else str(received.path)
    pages = 0
    position, is_cut = 0, False
    try:
        for kept in _kept(source):
            position = kept.stream_pos
            for found in _page(received.ref, kept) if kept.record_type is WarcRecordType.response else ():
                pages += isinstance(found, Document)
                is_cut = isinstance(found, Unread) and found.issue.code == "truncated"
                yield found
        if not is_cut and not _is_whole(received, position):
            yield Unread.of(received.ref, "truncated", f"is cut short after {pages} pages; fetch the archive again")
    except OSError as error:
        yield Unread.of(received.ref, "broken", f"is damaged after {pages} pages ({error}); fetch the archive again")
    except SourceError as error:
        yield Unread.because(received.ref, error)


def _kept(source: BytesIO | str) -> Iterator[WarcRecord]:
    """All that an archive keeps: answers, requests, notes.

    Raises:
        OSError: the archive is damaged here.
        SourceError: the library gave up.
    """
    try:
        yield from ArchiveIterator(source, auto_decode="transfer")
    except BaseException as error:
        # The library's panics are no Exception; whatever else comes this way is not ours to stop.
        if type(error).__name__ == "PanicException":
            raise SourceError(f"is no archive that can be read ({error}); fetch it again", "broken") from error
        raise


def _is_whole(received: Received, position: int) -> bool:
    """Whether the archive ends where the last thing kept in it ends; the library passes over a cut in silence."""
    with received.stream() as stream:
        if not stream.read(2).startswith(_GZIP):
            stream.seek(max(0, stream.seek(0, SEEK_END) - len(_END)))
            return stream.read() == _END
        stream.seek(position)
        member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        while not member.eof and (chunk := stream.read(_CHUNK)):
            while chunk and not member.eof:
                member.decompress(chunk, _CHUNK)
                chunk = member.unconsumed_tail
        return member.eof and not member.unused_data and not stream.read(1)


def _page(archive: str, answer: WarcRecord) -> Iterator[Document | Unread]:
    url = answer.headers.get("WARC-Target-URI") or ""
    url = url.strip("<>")
    place = f"{archive}: {url}" if url else archive
    body = answer.reader.read(LARGEST + 1)
    headers = answer.http_headers
    if len(body) > LARGEST:
        yield Unread.of(place, "too_large", f"is larger than {LARGEST // 1_000_000} MB; left out")
    elif _is_cut(answer, body):
        why = f"is cut short after {len(body)} of {answer.content_length} bytes; fetch the archive again"
        yield Unread.of(place, "truncated", why)
    elif headers.status_code == 200 and _is_page(answer.http_content_type, body):
        try:
            body = unpacked([body], headers.get("Content-Encoding") or "", LARGEST)
            yield _document(place, url, body, answer.http_charset)
        except SourceError as error:
            yield Unread.because(place, error)


def _is_cut(answer: WarcRecord, body: bytes) -> bool:
    """A library that reads past an archive's end says nothing; a chunked body has no length to compare."""
    if answer.http_headers is None:
        return True
    chunked = "chunked" in (answer.http_headers.get("Transfer-Encoding") or "").lower()
    return not chunked and len(body) < answer.content_length


def _is_page(media_type: str | None, body: bytes) -> bool:
    if media_type:
        return media_type.lower() in _PAGES
    return body.lstrip()[:1] == b"<"


def _document(place: str, url: str, body: bytes, charset: str | None) -> Document | Unread:
    markup = decode(body, charset or declared_charset(body))
    declared = Declared(HTMLTree.parse(markup))
    given = declared.given(Given(url=url or None, raw_digest=digest(body)))
    text, how = main_text(markup), f"resiliparse {version('resiliparse')} main content, {PLAIN}"
    if len(text) < FEW and len(linked := declared.body()) > len(text):
        text, how = linked, f"json-ld articleBody, {PLAIN}"
    if not text:
        return Unread.of(place, "no_text", "has no main text that can be told from its menus")
    return document(url or place, text, given, extractor=how, scraped=False)
