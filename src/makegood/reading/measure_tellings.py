"""One telling of a measure: what a sentence says of a tariff, control, sanction, quota, subsidy or trade deal."""

from dataclasses import dataclass, replace

from makegood.model.statement import Certainty, MeasureStatus, MeasureType
from makegood.model.values import Amount, Rate
from makegood.reading.lexicon import words
from makegood.reading.phrases import find_phrase, phrases_in
from makegood.reading.story import Passage
from makegood.reading.terms import Found

_HANDICAPS: tuple[tuple[MeasureStatus, int], ...] = (
    ("paused", 0),
    ("removed", 0),
    ("threatened", 0),
    ("in_force", 0),
    ("proposed", 1),
    ("agreed", 2),
    ("announced", 5),
)
_NOT = ("not been", "no new", "has yet to", "without", "never", "nor", "not be imposed", "not impose", "no tariff", "no tariffs", "no plans", "not targeted", "spared", "not face", "not yet", "ruled out")


@dataclass(frozen=True, slots=True)
class Telling:
    """`head` are the code points of the word for the measure; every other value brings its own."""

    passage: Passage
    type: MeasureType
    head: tuple[int, int]
    status: Found[MeasureStatus]
    certainty: Certainty = "asserted"
    imposer: Found[str] | None = None
    target: Found[tuple[str, ...]] | None = None
    rate: Found[Rate] | None = None
    products: Found[str] | None = None
    amount: Found[Amount] | None = None

    def by(self, imposer: Found[str] | None) -> "Telling":
        """The same with another imposer."""
        return replace(self, imposer=imposer)


def status_of(passage: Passage, first: int, stop: int, anchor: int) -> Found[MeasureStatus] | None:
    """The status that the words among the pieces [first, stop) give: the nearest to the piece `anchor`, weak ones last."""
    lists = words("measures")
    found = [
        (abs(index - anchor) + handicap, order, status, (passage.pieces[index].start, passage.pieces[after - 1].end))
        for order, (status, handicap) in enumerate(_HANDICAPS)
        for index, after in phrases_in(passage, first, stop, lists[status])
        if status != "in_force" or not {"be", "being"} & set(passage.lowers(index - 1, index))
    ]
    if not found:
        return None
    _, _, status, at = min(found)
    return Found(status, (at,))


def certainty_of(passage: Passage, first: int, stop: int, status: MeasureStatus) -> Certainty:
    """Negated, possible, planned or asserted, by the words around the measure."""
    if find_phrase(passage, first, stop, _NOT):
        return "negated"
    if find_phrase(passage, first, stop, ("unless", "if")):
        return "conditional"
    if find_phrase(passage, first, stop, ("may", "might", "could", "speculation", "prospect")):
        return "possible"
    return "planned" if status in {"threatened", "proposed"} else "asserted"


def clause(passage: Passage, index: int) -> tuple[int, int]:
    """The pieces [first, stop) of the clause around `index`: between semicolons, dashes, and commas before a conjunction."""
    first, stop = 0, len(passage.pieces)
    for at in range(index - 1, -1, -1):
        if _cuts(passage, at):
            first = at + 1
            break
    for at in range(index + 1, len(passage.pieces)):
        if _cuts(passage, at):
            stop = at
            break
    return first, stop


def _cuts(passage: Passage, at: int) -> bool:
    piece = passage.pieces[at]
    if piece.text in {";", "—", "–", ":"} and piece.kind == "sign":
        return True
    after = passage.lowers(at + 1, at + 2)
    return piece.text == "," and bool(after) and after[0] in {"but", "while", "whereas", "although", "though", "so", "yet", "which", "coming"}
