"""A claim taken apart as one HTML file or one SVG: the picture, then every line with the sentence behind it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from makegood.assessment.anatomy import Anatomy, Portion, Step, Uncounted
from makegood.assessment.conversion import Conversion
from makegood.assessment.sourced import DocumentFacts, Sourced
from makegood.publication import wording
from makegood.publication.brief import brief, share
from makegood.publication.dossier import environment
from makegood.publication.page import Colophon
from makegood.publication.proof import Proof, Source, proof, source
from makegood.publication.waterfall import Waterfall, waterfall, words

WIDE, NARROW = 944, 342
_EXPLAINED = {
    "unbacked": "The claim is larger than all that the ledger holds behind it.",
    "surplus": "The ledger holds more than the claim says.",
    "counted_twice": "A whole and its parts stand side by side: what the parts give comes off the whole (R9).",
    "trade_target": "Goods that are to change hands over the years are no investment (R8).",
    "purchase": "What buys goods builds nothing; it is no investment (R8).",
    "not_standing": "Considered, denied or called off: in no total (R2, R5).",
    "pre_existing": "Known before the date that takes the credit (R11).",
    "ceiling": "“Up to” and the tops of ranges: only the low end is promised (R6).",
    "repeat": "Said in an earlier document already: no new money (R10).",
    "raise": "What came on top of a figure that was told before (R10).",
    "new": "Told for the first time.",
}


@dataclass(frozen=True, slots=True)
class Ledgered:
    """What the ledger knows around a claim. `names` are pledge id → who promises; `document` makes the claim."""

    sourced: Mapping[str, Sourced]
    names: Mapping[str, str]
    document: DocumentFacts | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One portion, or one telling that adds nothing, in words."""

    who: str
    stated: str
    counted: str
    note: str
    proof: Proof | None


@dataclass(frozen=True, slots=True)
class Part:
    """One step with its rows; `anchor` names its place on the page."""

    anchor: str
    words: str
    explained: str
    amount: str
    share: str
    side: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class AnatomyPage:
    """All that the template shows."""

    heading: str
    lead: tuple[str, ...]
    wide: Waterfall
    narrow: Waterfall
    parts: tuple[Part, ...]
    uncounted: tuple[Row, ...]
    exact: tuple[tuple[str, str], ...]
    document: Source | None
    told_again: int
    colophon: Colophon
    generated_words: str
    described: str


def render_page(anatomy: Anatomy, ledgered: Ledgered, colophon: Colophon) -> str:
    """The claim as a complete HTML document."""
    return environment().get_template("anatomy.html").render(page=page(anatomy, ledgered, colophon))


def render_picture(anatomy: Anatomy, ledgered: Ledgered, colophon: Colophon) -> str:
    """The claim as one SVG file that stands alone."""
    return environment().get_template("waterfall.svg").render(page=page(anatomy, ledgered, colophon))


def page(anatomy: Anatomy, ledgered: Ledgered, colophon: Colophon) -> AnatomyPage:
    """What the page says, before it has a look."""
    return AnatomyPage(
        heading=_heading(anatomy),
        lead=tuple(_lead(anatomy, ledgered.document)),
        wide=waterfall(anatomy, ledgered.names, WIDE),
        narrow=waterfall(anatomy, ledgered.names, NARROW, stacked=True),
        parts=tuple(_part(step, anatomy, ledgered) for step in anatomy.steps),
        uncounted=tuple(_uncounted(one, ledgered) for one in anatomy.uncounted),
        exact=tuple(_exact(anatomy)),
        document=source(ledgered.document) if ledgered.document is not None else None,
        told_again=anatomy.told_again,
        colophon=colophon,
        generated_words=wording.iso_date(colophon.generated[:10]),
        described=described(anatomy),
    )


def exact(value: Decimal, currency: str | None) -> str:
    """A sum in digits, to the cent where it has cents; nothing is rounded."""
    sign = wording.SYMBOLS.get(currency or "", f"{currency} " if currency else "")
    digits = f"{abs(value):,.0f}" if value == value.to_integral_value() else f"{abs(value):,.2f}"
    return f"{'−' if value < 0 else ''}{sign}{digits}"


def described(anatomy: Anatomy) -> str:
    """The picture in one sentence, for who cannot see it."""
    steps = [f"{words(step, anatomy)} {brief(step.amount, anatomy.currency)}" for step in anatomy.steps]
    left = brief(anatomy.promised, anatomy.currency)
    return f"From {brief(anatomy.claimed, anatomy.currency)} in steps: {'; '.join(steps)}. Promised investment: {left}."


def _heading(anatomy: Anatomy) -> str:
    claimed, left = (brief(value, anatomy.currency) for value in (anatomy.claimed, anatomy.promised))
    if not anatomy.promised:
        return f"Of {claimed}, nothing stands as promised investment"
    if anatomy.promised > anatomy.claimed:
        return f"More than the {claimed} that are claimed stands as promised investment: {left}"
    if claimed == left:
        return f"All of {claimed} stands as promised investment"
    return f"Of {claimed}, {left} stands as promised investment"


def _lead(anatomy: Anatomy, document: DocumentFacts | None) -> Iterator[str]:
    claimed = brief(anatomy.claimed, anatomy.currency)
    if document is None:
        yield f"{claimed} is claimed. This is what the ledger holds behind it."
    else:
        when = f" ({wording.date(document.published)})" if document.published is not None else ""
        title = f"“{source(document).title}”{when}"
        yield f"The figures in {title} add up to {claimed}." if anatomy.added_up else f"{title} claims {claimed}."
    off = [step for step in anatomy.steps if step.side == "off" and step.amount > 0]
    if off:
        taken = wording.listed([f"{_low(words(one, anatomy))} {brief(one.amount, anatomy.currency)}" for one in off])
        yield f"Not counted: {taken}."
    fresh = brief(anatomy.fresh, anatomy.currency)
    if anatomy.fresh != anatomy.promised:
        yield f"{fresh} was not told before." if anatomy.fresh else "All that stands was told before."
    binding = brief(anatomy.binding, anatomy.currency)
    yield f"{binding} is binding so far." if anatomy.binding else "Nothing of it is known to be binding."


def _low(text: str) -> str:
    return text[0].lower() + text[1:]


def _part(step: Step, anatomy: Anatomy, ledgered: Ledgered) -> Part:
    return Part(
        anchor=step.reason,
        words=words(step, anatomy),
        explained=_EXPLAINED[step.reason],
        amount=exact(step.amount, anatomy.currency),
        share=share(step.amount, anatomy.claimed),
        side=step.side,
        rows=tuple(_row(one, anatomy, ledgered) for one in anatomy.on(step.reason) if one.pledge is not None),
    )


def _row(portion: Portion, anatomy: Anatomy, ledgered: Ledgered) -> Row:
    notes = [portion.note, _converted(portion.conversion), "binding" if portion.binding else ""]
    return Row(
        who=ledgered.names.get(portion.pledge or "", portion.pledge or ""),
        stated=wording.money(portion.stated) if portion.stated is not None else "",
        counted=exact(portion.amount, anatomy.currency),
        note="; ".join(note for note in notes if note),
        proof=_proof(portion.statement, ledgered),
    )


def _uncounted(one: Uncounted, ledgered: Ledgered) -> Row:
    return Row(
        who=ledgered.names.get(one.pledge, one.pledge),
        stated=wording.money(one.stated) if one.stated is not None else "no figure",
        counted="",
        note=one.why,
        proof=_proof(one.statement, ledgered),
    )


def _proof(statement: str | None, ledgered: Ledgered) -> Proof | None:
    found = ledgered.sourced.get(statement or "")
    return proof(found, "amount", "jobs") if found is not None else None


def _converted(conversion: Conversion | None) -> str:
    return f"at {conversion.rate.normalize():f}, {conversion.on}" if conversion is not None else ""


def _exact(anatomy: Anatomy) -> Iterator[tuple[str, str]]:
    """The sums of the picture, unrounded."""
    rows: Sequence[tuple[str, Decimal]] = (
        ("The figures add up to" if anatomy.added_up else "Claimed", anatomy.claimed),
        *((words(step, anatomy), -step.amount) for step in anatomy.steps if step.side == "off"),
        ("Promised investment, counted once", anatomy.promised),
        *((words(step, anatomy), step.amount) for step in anatomy.steps if step.side != "off"),
        ("Of it binding", anatomy.binding),
    )
    return ((label, exact(value, anatomy.currency)) for label, value in rows)
