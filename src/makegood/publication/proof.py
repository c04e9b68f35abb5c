"""A value's proof: the one sentence it stands in, with its words marked, and who published and said it (R23)."""

import re
from dataclasses import dataclass

from makegood.assessment.sourced import DocumentFacts, Sourced
from makegood.model.span import Span
from makegood.publication import wording
from makegood.publication.inert import file_name, host_of, safe_link, shown
from makegood.reference.retelling import READER

LONGEST_SIDE = 320
"""Code points shown on either side of the marked words, whatever a sentence is taken to be (law 8)."""
_END = re.compile(
    r"(?<![A-Z]\.)(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bInc)(?<!\bCo)(?<!\bNo)(?<!\bvs)[.!?][\"”’')\]]*(?=\s)|\n\s*\n"
)

CERTAINTY = {
    "asserted": "stated as fact", "planned": "stated as a plan", "possible": "stated as a possibility",
    "conditional": "stated on a condition", "negated": "stated as not so", "reported_rumour": "reported as rumour",
}  # fmt: skip
ROLES = {
    "promisor": "the promisor’s own words", "counterpart": "the counterpart’s words",
    "third_party": "a third party’s words",
    "unnamed": "an unnamed source", "author": "the author’s words",
}  # fmt: skip

RETOLD = "the reference ledger’s words for what the linked page states"


@dataclass(frozen=True, slots=True)
class Source:
    """How a page names a document: all text is inert, `link` only http or https.

    `retold`: the text is ours, of the reference ledger; the linked page states the same in other words.
    """

    digest: str
    title: str
    publisher: str | None
    published: str | None
    byline: str | None
    link: str | None
    retold: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """One sentence cut around the marked words, its source, speaker, certainty and place in the document."""

    before: str
    marked: str
    after: str
    source: Source
    speaker: str
    certainty: str
    start: int
    end: int


def source(document: DocumentFacts) -> Source:
    """The document as a page names it; a local path is never shown, only its last part."""
    link = safe_link(document.url) or safe_link(document.ref)
    published = document.published
    inferred = published is not None and published.basis == "inferred"
    return Source(
        digest=document.id,
        title=shown(document.title or file_name(document.ref)),
        publisher=shown(document.publisher, 120) if document.publisher else host_of(link) if link else None,
        published=f"{wording.date(published)}{' (date inferred)' if inferred else ''}" if published else None,
        byline=shown(wording.listed(document.byline[:4]), 160) if document.byline else None,
        link=link,
        retold=document.reader == READER,
    )


def proof(sourced: Sourced, *fields: str) -> Proof:
    """The proof of the first of `fields` that has evidence; without one, the statement's sentence."""
    evidence = sourced.statement.evidence
    found = next((evidence[f] for f in fields if evidence.get(f)), evidence["_"])
    span = found[0]
    before, marked, after = _cut(evidence["_"], span)
    speaker = sourced.statement.speaker
    role = RETOLD if sourced.document.reader == READER else ROLES[speaker.role]
    return Proof(
        before=before,
        marked=marked,
        after=after,
        source=source(sourced.document),
        speaker=f"{shown(speaker.name, 120)} ({role})" if speaker.name else role[0].upper() + role[1:],
        certainty=CERTAINTY[sourced.statement.certainty],
        start=span.start,
        end=span.end,
    )


def _cut(sentences: tuple[Span, ...], span: Span) -> tuple[str, str, str]:
    """What stands before, in and after the span, within its sentence."""
    whole = next((s for s in sentences if s.start <= span.start and span.end <= s.end), span)
    at, to = span.start - whole.start, span.end - whole.start
    if whole is span or (at, to) == (0, len(whole.quote)):
        return _sides("", _first_sentence(span.quote) if whole is not span else span.quote, "")
    before, after = whole.quote[:at], whole.quote[to:]
    ends = [m.end() for m in _END.finditer(before + "x")]
    stop = _END.search(span.quote[-1:] + after + " ")
    return _sides(before[ends[-1] :] if ends else before, span.quote, after[: stop.end() - 1] if stop else after)


def _first_sentence(text: str) -> str:
    stop = _END.search(text)
    return text[: stop.end()] if stop else text


def _sides(before: str, marked: str, after: str) -> tuple[str, str, str]:
    left = before if len(before) <= LONGEST_SIDE else "… " + before[-LONGEST_SIDE:].partition(" ")[2]
    right = after if len(after) <= LONGEST_SIDE else after[:LONGEST_SIDE].rpartition(" ")[0] + " …"
    space = " " if left[-1:].isspace() else ""
    gap = " " if right[:1].isspace() else ""
    return (
        (shown(left, LONGEST_SIDE + 2) + space).lstrip(),
        shown(marked, 2 * LONGEST_SIDE),
        gap + shown(right, LONGEST_SIDE + 2),
    )
