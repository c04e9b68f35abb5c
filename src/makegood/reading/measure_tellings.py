"""One telling of a measure: what a sentence says of a tariff, control, sanction, quota, subsidy or trade deal."""

from dataclasses import dataclass, replace

from makegood.model.statement import Certainty, MeasureStatus, MeasureType
from makegood.model.values import Amount, Rate
from makegood.reading.lexicon import words
from makegood.reading.phrases import find_phrase
from makegood.reading.story import Passage
from makegood.reading.terms import Found

_ORDER: tuple[MeasureStatus, ...] = ("paused", "removed", "threatened", "proposed", "agreed", "in_force", "announced")
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


def status_of(passage: Passage, first: int, stop: int) -> Found[MeasureStatus] | None:
    """The status that the words among the pieces [first, stop) give, in the order in which they outweigh one another."""
    lists = words("measures")
    for status in _ORDER:
        found = find_phrase(passage, first, stop, lists[status])
        if found:
            return Found(status, (found,))
    return None


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
