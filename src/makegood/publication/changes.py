"""What changed between two documents or two dates, as one HTML file with the words of both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from makegood.assessment.changes import ORDER, Change, What
from makegood.assessment.sourced import DocumentFacts, Sourced
from makegood.model.values import Amount
from makegood.publication import wording
from makegood.publication.brief import brief
from makegood.publication.dossier import environment
from makegood.publication.page import Colophon
from makegood.publication.proof import Source, source

TITLES: dict[What, tuple[str, str]] = {
    "raised": ("Raised", "The later figure is higher."),
    "cut": ("Cut", "The later figure is lower."),
    "added": ("Added", "Only in the later one."),
    "dropped": ("Dropped", "Only in the earlier one, or called off since."),
    "reworded": ("Reworded", "The figure stands; other words or terms differ."),
    "unchanged": ("Unchanged", "Told in the same words."),
}
FIELDS = {
    "amount": "amount", "horizon": "over what time", "jobs": "jobs", "purpose": "for what", "recipient": "where",
    "money": "kind of money", "stage": "stage", "condition": "condition", "promisor": "name",
}  # fmt: skip
_LONGEST = 700


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in runs; a run that the other sentence has not is `own`."""

    runs: tuple[tuple[str, bool], ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Row:
    """One change in words, with both sentences."""

    who: str
    figures: str
    by: str
    note: str
    before: Words | None
    after: Words | None


@dataclass(frozen=True, slots=True)
class Section:
    """All changes of one kind."""

    what: What
    title: str
    explained: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """All that the template shows. `sides` are the two documents or dates as a heading names them."""

    heading: str
    sides: tuple[str, str]
    links: tuple[Source | None, Source | None]
    sections: tuple[Section, ...]
    counts: tuple[tuple[str, int], ...]
    colophon: Colophon
    generated_words: str


@dataclass(frozen=True, slots=True)
class Compared:
    """The two sides, and what the ledger knows: statements by id, and pledge id → who promises."""

    before: DocumentFacts | str
    after: DocumentFacts | str
    sourced: Mapping[str, Sourced]
    names: Mapping[str, str]


def render(found: Sequence[Change], compared: Compared, colophon: Colophon) -> str:
    """The changes as a complete HTML document."""
    return environment().get_template("changes.html").render(page=page(found, compared, colophon))


def page(found: Sequence[Change], compared: Compared, colophon: Colophon) -> ChangesPage:
    """What the page says, before it has a look."""
    by_kind: dict[What, list[Change]] = {what: [one for one in found if one.what == what] for what in ORDER}
    shown = [(what, held) for what, held in by_kind.items() if held and what != "unchanged"]
    return ChangesPage(
        heading=summary(found),
        sides=(side(compared.before), side(compared.after)),
        links=(_link(compared.before), _link(compared.after)),
        sections=tuple(Section(what, *TITLES[what], tuple(row(one, compared) for one in held)) for what, held in shown),
        counts=tuple((TITLES[what][0], len(held)) for what, held in by_kind.items() if held),
        colophon=colophon,
        generated_words=wording.iso_date(colophon.generated[:10]),
    )


def summary(found: Sequence[Change]) -> str:
    """'3 raised, 1 cut, 12 added, 2 dropped'; what stayed the same is not told."""
    counts = {what: sum(one.what == what for one in found) for what in ORDER if what != "unchanged"}
    told = [f"{number:,} {what}" for what, number in counts.items() if number]
    return wording.listed(told) or "Nothing changed"


def side(one: DocumentFacts | str) -> str:
    """A document as a heading names it: title and date; a date in words."""
    if isinstance(one, str):
        return wording.iso_date(one)
    named = source(one)
    return f"{named.title}, {named.published}" if named.published else named.title


def row(change: Change, compared: Compared) -> Row:
    """One change in words."""
    told = (_words(change.before, change.after, compared), _words(change.after, change.before, compared))
    notes = [change.note, _fields(change), "paired by wording alone" if change.paired_by == "wording" else ""]
    currency = (change.now or change.was or Amount(low=0)).currency
    return Row(
        who=compared.names.get(change.pledge, change.pledge),
        figures=_figures(change),
        by=f"{'+' if change.by > 0 else ''}{brief(change.by, currency)}" if change.by else "",
        note="; ".join(note for note in notes if note),
        before=told[0],
        after=told[1],
    )


def _figures(change: Change) -> str:
    was, now = (wording.money(one) if one is not None else "no figure" for one in (change.was, change.now))
    if change.before is None or change.after is None or was == now:
        return was if change.after is None else now
    return f"{was} → {now}"


def _fields(change: Change) -> str:
    named = [FIELDS[one] for one in change.fields if one != "amount" or change.what == "reworded"]
    return f"also different: {', '.join(named)}" if named else ""


def _words(statement: str | None, other: str | None, compared: Compared) -> Words | None:
    """The sentence of a statement with the words marked that the other statement's sentence has not."""
    found = compared.sourced.get(statement or "")
    if found is None:
        return None
    mine, theirs = _sentence(found).split(), _sentence(compared.sourced.get(other or "")).split()
    runs: list[tuple[str, bool]] = []
    for tag, first, stop, _, _ in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if stop > first:
            runs.append((" ".join(mine[first:stop]), bool(theirs) and tag != "equal"))
    return Words(tuple(runs), source(found.document))


def _sentence(sourced: Sourced | None) -> str:
    return "" if sourced is None else sourced.statement.evidence["_"][0].quote[:_LONGEST]


def _link(one: DocumentFacts | str) -> Source | None:
    return None if isinstance(one, str) else source(one)
