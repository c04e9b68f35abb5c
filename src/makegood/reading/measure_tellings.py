"""One telling of a measure: what a sentence says of a tariff, control, sanction, quota, subsidy or trade deal."""

from dataclasses import dataclass, replace

from makegood.model.statement import Certainty, MeasureStatus, MeasureType
from makegood.model.values import Amount, Rate
from makegood.reading.lexicon import words
from makegood.reading.phrases import find_phrase, phrases_in
from makegood.reading.story import Passage
from makegood.reading.terms import Found
from makegood.reading.tokens import usual_part

_REACH_OF_VERB = 7
_HANDICAPS: tuple[tuple[MeasureStatus, int], ...] = (
    ("paused", 0),
    ("removed", 0),
    ("threatened", 0),
    ("in_force", 0),
    ("proposed", 1),
    ("agreed", 2),
    ("announced", 5),
)


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
    """The status that the words among the pieces [first, stop) give: the nearest to the piece `anchor`."""
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
    if find_phrase(passage, first, stop, words("measures")["denied"]):
        return "negated"
    if find_phrase(passage, first, stop, ("unless", "if")):
        return "conditional"
    if find_phrase(passage, first, stop, ("may", "might", "could", "speculation", "prospect")):
        return "possible"
    return "planned" if status in {"threatened", "proposed"} else "asserted"


def clause(passage: Passage, index: int) -> tuple[int, int]:
    """The pieces [first, stop) of the clause around `index`: up to semicolons, dashes and ', but'."""
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
    return (
        piece.text == ","
        and bool(after)
        and after[0] in {"but", "while", "whereas", "although", "though", "so", "yet", "which", "coming"}
    )


def acted_on(passage: Passage, head: int) -> bool:
    """Whether something is done to the measure: by a verb right before it, or an auxiliary and what follows."""
    first, stop = clause(passage, head)
    for status in ("paused", "removed", "threatened", "in_force", "proposed", "agreed", "announced"):
        for index, after in phrases_in(
            passage, max(first, head - _REACH_OF_VERB), min(stop, head + 2 * _REACH_OF_VERB), words("measures")[status]
        ):
            if after <= head and not any(p.text in {",", ";"} for p in passage.pieces[after:head]):
                return True
            if index > head and (_verbal(passage, index) or auxiliary(passage, head, index)):
                return True
    return False


def _verbal(passage: Passage, index: int) -> bool:
    """Whether the measure itself does what the word at `index` says: 'remain', 'stayed', 'apply'."""
    lower = passage.pieces[index].lower
    return lower in words("measures")["in_force"] and usual_part(lower) == "VERB"


def auxiliary(passage: Passage, first: int, stop: int) -> bool:
    """Whether an auxiliary verb stands among the pieces [first, stop)."""
    return any(p.kind == "word" and usual_part(p.lower) == "AUX" for p in passage.pieces[first:stop])
