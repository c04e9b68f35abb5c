"""Entries: the lines of the ledger, each chained twice to the one before.

`hash` chains what was said (previous hash, kind, body) and never when, so that the same input gives
the same head on any day. `seal` chains when it was learnt (previous seal, hash, `learned`), so that
an answer "as of" a day cannot be altered unseen either. See docs/decisions/0102.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import orjson
from pydantic import JsonValue

from makegood.errors import LedgerError
from makegood.model.actor import Actor
from makegood.model.document import Document, digest
from makegood.model.judgement import Judgement
from makegood.model.reading import Reading
from makegood.sources.unread import Unread

Kind = Literal["reading", "document", "unread", "judgement", "actor_import"]
"""`reading`: a document's facts and what a reader got from it; `document`: facts alone, of a text read before."""

Body = dict[str, JsonValue]

GENESIS = digest(b"makegood ledger 1")
_LEARNED = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?")
_LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry before it has its place in the chain. `document` is the document it speaks of, if one."""

    kind: Kind
    body: str
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain: how many entries, the hash and the seal of the last."""

    entries: int = 0
    hash: str = GENESIS
    seal: str = GENESIS


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger; `body` is canonical JSON, `learned` a day or a UTC time."""

    seq: int
    previous: str
    hash: str
    kind: str
    document: str | None
    body: str
    learned: str
    seal: str

    def facts(self) -> Body:
        """The body, decoded."""
        body: Body = orjson.loads(self.body)
        return body


def chain(head: Head, drafts: Iterable[Draft], learned: str) -> Iterator[Entry]:
    """The drafts as entries that follow `head`."""
    seq, previous, seal = head.entries, head.hash, head.seal
    for draft in drafts:
        seq += 1
        hash_ = content_hash(previous, draft.kind, draft.body.encode())
        seal = time_seal(seal, hash_, learned)
        yield Entry(seq, previous, hash_, draft.kind, draft.document, draft.body, learned, seal)
        previous = hash_


def content_hash(previous: str, kind: str, body: bytes) -> str:
    """The hash of an entry; neither `previous` nor `kind` can hold a line break, so the parts are unambiguous."""
    return digest(f"{previous}\n{kind}\n".encode() + body)


def time_seal(previous_seal: str, hash_: str, learned: str) -> str:
    """The seal of an entry over its hash and the time it was learnt."""
    return digest(f"{previous_seal}\n{hash_}\n{learned}".encode(errors="surrogateescape"))


def learned_time(learned: str) -> str:
    """`learned`, checked: an ISO day, or a UTC time to the second ending in Z.

    Raises:
        LedgerError: it is neither.
    """
    if not _LEARNED.fullmatch(learned):
        raise LedgerError(f"learned {learned!r} is no day: write it as 2026-01-31 or 2026-01-31T09:30:00Z")
    return learned


def canonical(value: object) -> str:
    """JSON with sorted keys and no blanks; equal values give equal text."""
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()
    except orjson.JSONEncodeError:
        return orjson.dumps(_representable(value), option=orjson.OPT_SORT_KEYS).decode()


def _representable(value: object) -> object:
    """`value` with what JSON here cannot hold made storable: whole numbers past 64 bit, undecodable file names."""
    if isinstance(value, dict):
        return {_representable(key): _representable(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_representable(held) for held in value]
    if isinstance(value, str):
        return value.encode(errors="backslashreplace").decode()
    if isinstance(value, int) and abs(value) > _LARGEST:
        return float(value)
    return value


def document_of(kind: str, body: Mapping[str, Any]) -> str | None:
    """The id of the document that an entry's body speaks of, if it speaks of one."""
    if kind in ("reading", "document"):
        return str(body["document"]["id"])
    return body["document"] if kind == "judgement" else None


def document_facts(document: Document) -> Body:
    """What was published where and when and how it was cleaned: a document without its text, but with its length."""
    facts: Body = document.model_dump(exclude={"text"}, exclude_none=True)
    return facts | {"characters": document.characters}


def reading_draft(document: Document, reading: Reading) -> Draft:
    """The entry of a document and what one reader got from it."""
    read = reading.model_dump(by_alias=True, exclude_none=True, exclude={"document_id"})
    return Draft("reading", canonical({"document": document_facts(document), "reading": read}), document.id)


def document_draft(document: Document) -> Draft:
    """The entry of a text read before that was met again with other publication facts."""
    return Draft("document", canonical({"document": document_facts(document)}), document.id)


def unread_draft(unread: Unread) -> Draft:
    """The entry of an input that could not be read."""
    return Draft("unread", canonical({"ref": unread.ref, "issue": unread.issue.model_dump()}))


def judgement_draft(judgement: Judgement, document: str | None) -> Draft:
    """The entry of a verdict; `document` holds the statement it is about, None when it is about pledges."""
    return Draft("judgement", canonical({"judgement": judgement.model_dump(), "document": document}), document)


def actor_draft(actors: Iterable[Actor], source: str) -> Draft:
    """The entry of imported actors; `source` names where they come from."""
    held = [actor.model_dump(exclude_none=True) for actor in actors]
    return Draft("actor_import", canonical({"actors": held, "source": source}))
