"""The rows of the reference ledger told as documents and readings, so that they enter a ledger as anything else does.

A row is one document: a few sentences of ours that state its facts, with the page that they stand on as its
address. So a fact keeps its source and has a sentence (R23), a corrected row takes the place of the earlier one
(docs/decisions/0103), and who loads the same rows twice changes nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from makegood.model.actor import ActorName
from makegood.model.document import Document, digest
from makegood.model.reading import Reading
from makegood.model.statement import PledgeStatement, ProgressStatement, Recipient, Stage, What, statement_id
from makegood.model.values import Amount, Basis, Bound, Horizon, Jobs, PartialDate, Precision
from makegood.reference.places import country_name
from makegood.reference.pledges import SECTORS, Found, History, Outcome, Page, PastPledge
from makegood.reference.prose import Prose, in_sentence, money, number

READER = "reference"
"""The name under which the ledger holds what these rows say."""
VERSION = "1"
"""Raised when the same row is told otherwise."""
SCHEME = "reference:"
WEAK = 0.4
"""Confidence in what stands on a weak page: below what moves a stage (R20)."""

_PRECISIONS: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
_BOUNDS: dict[str, Bound] = {"up_to": "up_to", "at_least": "at_least", "more_than": "more_than", "about": "about"}
_BEFORE = {"up_to": "up to ", "at_least": "at least ", "more_than": "more than ", "about": "about ", "exact": ""}


class Finding(NamedTuple):
    """What a page's finding is in the ledger: what happened, the stage it amounts to if it says one, in words."""

    what: What
    stage: Stage | None
    words: str


FINDINGS: dict[Found, Finding] = {
    "announced": Finding("audit", None, "announced and no more"),
    "site_named": Finding("site", None, "given a site"),
    "contracted": Finding("contract", None, "under contract"),
    "permitted": Finding("permit", None, "permitted"),
    "groundbreaking": Finding("groundbreaking", None, "begun with a ceremony"),
    "under_construction": Finding("construction", "started", "under construction"),
    "partly_delivered": Finding("audit", "part_delivered", "partly delivered"),
    "delivered": Finding("complete", "delivered", "delivered"),
    "delayed": Finding("delay", "delayed", "delayed"),
    "scaled_back": Finding("scale_back", "reduced", "scaled back"),
    "stalled": Finding("audit", "stalled", "stalled"),
    "cancelled": Finding("cancel", "cancelled", "cancelled"),
}
"""A finding without a stage is worth what its kind of evidence is worth (R4)."""

Told = tuple[Document, Reading]


@dataclass(frozen=True, slots=True)
class _Line:
    """A pledge's document and statement; other rows name it by `mark`, so that they change when it does."""

    document: Document
    prose: Prose

    @property
    def statement(self) -> str:
        return statement_id(self.document.id, "pledge", self.prose.evidence(self.document))

    @property
    def mark(self) -> str:
        return self.document.id.partition(":")[2][:8]


def retold(history: History) -> list[Told]:
    """Every row as a document with its reading: pledges first, then outcomes, in the order of the rows."""
    pledges = {pledge.slug: pledge for pledge in history.pledges}
    lines: dict[str, _Line] = {}
    for slug in pledges:
        _tell(slug, pledges, lines)
    told = [(lines[slug].document, _pledge_reading(pledge, lines)) for slug, pledge in pledges.items()]
    return told + [_told_outcome(outcome, pledges[outcome.slug], lines[outcome.slug]) for outcome in history.outcomes]


def _tell(slug: str, pledges: Mapping[str, PastPledge], lines: dict[str, _Line]) -> _Line:
    """The line of a pledge, after that of the larger one which it is a part of."""
    if slug not in lines:
        pledge = pledges[slug]
        prose = _pledge_prose(pledge, _tell(pledge.part_of, pledges, lines) if pledge.part_of else None)
        lines[slug] = _Line(_document(pledge.page, ref(pledge), prose), prose)
    return lines[slug]


def ref(row: PastPledge | Outcome) -> str:
    """The name of a row among the documents of a ledger."""
    if isinstance(row, PastPledge):
        return SCHEME + row.slug
    return f"{SCHEME}{row.slug}/{row.as_of}" + (f".{row.number}" if row.number > 1 else "")


def withdrawn(refs: Iterable[str], told: Iterable[Told]) -> list[Told]:
    """What takes the place of rows that a ledger holds under these refs and that are told no more."""
    gone = sorted({one for one in refs if one.startswith(SCHEME)} - {document.ref for document, _ in told})
    documents = [_blank(one) for one in gone]
    return [(document, Reading(document_id=document.id, reader=READER, version=VERSION)) for document in documents]


def _blank(name: str) -> Document:
    prose = Prose()
    prose.say(f"Withdrawn from the reference ledger: {name.removeprefix(SCHEME)}.")
    return _document(Page("", "Withdrawn from the reference ledger", "", weak=False), name, prose)


def _document(page: Page, name: str, prose: Prose) -> Document:
    text = prose.text
    return Document(
        ref=name,
        text=text,
        url=page.url or None,
        title=page.title,
        publisher=(urlsplit(page.url).hostname or "").removeprefix("www.") or None,
        published=_date(page.date, "metadata"),
        language="en",
        # One row is one thing whatever it says: its next wording replaces this one (0103).
        raw_digest=digest(name.encode()),
        extractor=f"{READER} {digest(text.encode())[7:19]}",
    )


def _date(iso: str, basis: Basis = "stated") -> PartialDate | None:
    return PartialDate(date=iso, precision=_PRECISIONS[len(iso)], basis=basis) if iso else None


def _pledge_prose(pledge: PastPledge, whole: _Line | None) -> Prose:
    prose = Prose()
    prose.say(pledge.promisor, "promisor")
    prose.say(" ")
    prose.say("promised in a memorandum" if _stage(pledge) == "agreed" else "promised", "stage")
    prose.say(" ")
    _say_sums(prose, pledge)
    if _somewhere(pledge):
        prose.say(" to ")
        prose.say(_where(pledge), "recipient")
    if pledge.sector:
        prose.say(", for ")
        prose.say(SECTORS[pledge.sector], "purpose", *_money(pledge))
    if pledge.announced:
        prose.say(", announced ")
        prose.say(pledge.announced, "announced")
    prose.say(".")
    _say_around(prose, pledge)
    if whole is not None:
        prose.say(" A part of ")
        prose.say(pledge.part_of, "part_of")
        prose.say(f" ({whole.mark}).")
    earlier = (("follows", pledge.renews), ("revises", pledge.revises))
    told = "".join(f", {verb} {slug}" for verb, slug in earlier if slug)
    prose.say(f" (Reference ledger: {pledge.slug}{told}.)")
    return prose


def _say_sums(prose: Prose, pledge: PastPledge) -> None:
    if pledge.low is None and pledge.high is None:
        prose.say("" if pledge.jobs is not None else "an unstated sum")
    else:
        a_year = " a year" if pledge.yearly else ""
        words = money(pledge.low, pledge.high, pledge.currency)
        prose.say(_BEFORE[_bound(pledge)] + words + a_year if _bound(pledge) != "between" else words + a_year, "amount")
        prose.say(" and " if pledge.jobs is not None else "")
    if pledge.jobs is not None:
        prose.say(f"about {pledge.jobs:,} jobs", "jobs")


def _say_around(prose: Prose, pledge: PastPledge) -> None:
    if pledge.announced_by:
        prose.say(" Announced by ")
        prose.say(_bare(pledge.announced_by[0]), "announced_by")
        prose.say("".join(f" and {other}" for other in pledge.announced_by[1:]) + ".")
    if pledge.counterparty:
        prose.say(" Promised to ")
        prose.say(_bare(pledge.counterparty.partition(";")[0]), "counterparty")
        prose.say(".")
    if pledge.start or pledge.end:
        prose.say(" Term: ")
        ends = (f"from {pledge.start}" if pledge.start else "", f"to {pledge.end}" if pledge.end else "")
        prose.say(" ".join(end for end in ends if end), "horizon")
        prose.say(".")
    if pledge.condition:
        prose.say(" Terms told beside it: ")
        prose.say(pledge.condition.rstrip("."), "condition")
        prose.say(".")


def _stage(pledge: PastPledge) -> Stage:
    words = f"{pledge.counterparty} {pledge.condition}".lower()
    return "agreed" if "mou" in words.replace("(", " ").replace(")", " ").split() or "memorand" in words else "pledged"


def _somewhere(pledge: PastPledge) -> bool:
    """Whether it is to land in a country or a place; the whole world is neither."""
    return bool(pledge.countries or pledge.place) and pledge.place != "Worldwide"


def _where(pledge: PastPledge) -> str:
    names = [country_name(code) or code for code in pledge.countries]
    place = [pledge.place] if pledge.place and pledge.place not in names else []
    told = " and ".join(map(in_sentence, names))
    return f"{told} ({place[0]})" if names and place else told or "".join(place)


def _money(pledge: PastPledge) -> tuple[str, ...]:
    return ("money",) if pledge.sector == "trade_purchases" else ()


def _bare(name: str) -> str:
    """The name without what stands behind it in brackets."""
    return name.partition(" (")[0].strip()


def _bound(pledge: PastPledge) -> Bound:
    """An exact figure where the row says no other; a range where its two ends differ (R6)."""
    both = pledge.low is not None and pledge.high is not None and pledge.low != pledge.high
    return "between" if both else _BOUNDS.get(pledge.qualifier, "exact")


def _amount(pledge: PastPledge) -> Amount | None:
    if pledge.low is None and pledge.high is None:
        return None
    bound = _bound(pledge)
    return Amount(
        low=None if bound == "up_to" else pledge.low,
        high=None if bound in ("at_least", "more_than") else pledge.high,
        bound=bound,
        currency=pledge.currency or None,
        per="year" if pledge.yearly else "total",
    )


def _pledge_reading(pledge: PastPledge, lines: Mapping[str, _Line]) -> Reading:
    line = lines[pledge.slug]
    place = pledge.place if pledge.place not in map(country_name, pledge.countries) else ""
    fields: dict[str, object] = {
        "promisor": ActorName(name=pledge.promisor, kind=pledge.kind),
        "announced_by": ActorName(name=_bare(pledge.announced_by[0])) if pledge.announced_by else None,
        "counterparty": ActorName(name=_bare(pledge.counterparty.partition(";")[0])) if pledge.counterparty else None,
        "recipient": Recipient(countries=pledge.countries, place=place or None) if _somewhere(pledge) else None,
        "amount": _amount(pledge),
        "money": "purchase" if _money(pledge) else None,
        "horizon": Horizon(start=pledge.start or None, end=pledge.end or None) if pledge.start or pledge.end else None,
        "jobs": Jobs(low=pledge.jobs, high=pledge.jobs, bound="about") if pledge.jobs is not None else None,
        "purpose": SECTORS.get(pledge.sector),
        "stage": _stage(pledge),
        "condition": pledge.condition.rstrip(".") or None,
        "announced": _date(pledge.announced),
        "part_of": lines[pledge.part_of].statement if pledge.part_of else None,
        "confidence": WEAK if pledge.page.weak else 1.0,
    }
    statement = PledgeStatement.of(line.document.id, line.prose.evidence(line.document), **fields)
    return Reading(document_id=line.document.id, reader=READER, version=VERSION, statements=(statement,))


def _finding(outcome: Outcome) -> Finding:
    """A finding that counts money or jobs is an audit: somebody looked and counted."""
    finding = FINDINGS[outcome.found]
    counted = outcome.amount is not None or outcome.jobs is not None
    return finding._replace(what="audit") if counted and finding.stage is not None else finding


def _told_outcome(outcome: Outcome, pledge: PastPledge, line: _Line) -> Told:
    prose, finding = _outcome_prose(outcome, pledge, line), _finding(outcome)
    document = _document(outcome.page, ref(outcome), prose)
    amount, jobs = outcome.amount, outcome.jobs
    statement = ProgressStatement.of(
        document.id,
        prose.evidence(document),
        promisor=ActorName(name=pledge.promisor, kind=pledge.kind),
        what=finding.what,
        stage=finding.stage,
        amount=Amount(low=amount, high=amount, currency=outcome.currency, per="year" if pledge.yearly else "total")
        if amount is not None
        else None,
        jobs=Jobs(low=jobs, high=jobs) if jobs is not None else None,
        date=_date(outcome.as_of),
        pledge=line.statement,
        confidence=WEAK if outcome.page.weak else 1.0,
    )
    return document, Reading(document_id=document.id, reader=READER, version=VERSION, statements=(statement,))


def _outcome_prose(outcome: Outcome, pledge: PastPledge, line: _Line) -> Prose:
    finding, prose = _finding(outcome), Prose()
    prose.say("What ")
    prose.say(pledge.promisor, "promisor")
    prose.say(" promised was found ")
    prose.say(finding.words, "what", *(("stage",) if finding.stage is not None else ()))
    prose.say(" as of ")
    prose.say(outcome.as_of, "date")
    if outcome.amount is not None:
        prose.say(", with ")
        a_year = " a year" if pledge.yearly else ""
        prose.say(money(outcome.amount, None, outcome.currency) + a_year, "amount")
    if outcome.jobs is not None:
        prose.say(", with " if outcome.amount is None else " and ")
        prose.say(f"{number(outcome.jobs)} jobs", "jobs")
    prose.say(f": {outcome.note.rstrip('.')}. (Reference ledger: " if outcome.note else ". (Reference ledger: ")
    prose.say(outcome.slug, "pledge")
    prose.say(f" ({line.mark}), as of {outcome.as_of}{f', {outcome.number}' if outcome.number > 1 else ''}.)")
    return prose
